/** A language of programs, with the names under which its tests are known. */
export interface ProgramLanguage {
  readonly name: string;
  readonly testedIn: readonly string[];
  readonly inline?: true;
}

const language = (name: string, ...testedIn: readonly string[]): ProgramLanguage => ({
  name,
  testedIn: testedIn.length > 0 ? testedIn : [name],
});

const JAVASCRIPT = language('JavaScript');
const TYPESCRIPT = language('TypeScript', 'JavaScript');
/** Languages of one virtual machine test each other. */
const JVM = ['Java', 'Kotlin', 'Groovy', 'Scala'];
const APPLE = language('Swift');

/**
 * By extension, lower case. Only languages whose tests are recognised: of others nothing can be said. Shell, pages and
 * configuration are left out, since they are rarely the program itself.
 */
export const PROGRAM_LANGUAGES: ReadonlyMap<string, ProgramLanguage> = new Map([
  ...['js', 'jsx', 'mjs', 'cjs'].map((extension) => [extension, JAVASCRIPT] as const),
  ...['ts', 'tsx', 'mts', 'cts', 'vue', 'svelte'].map((extension) => [extension, TYPESCRIPT] as const),
  ['py', language('Python')],
  ['go', language('Go')],
  ['java', language('Java', ...JVM)],
  ['kt', language('Kotlin', ...JVM)],
  ['scala', language('Scala', ...JVM)],
  ['groovy', language('Groovy', ...JVM)],
  ['rb', language('Ruby')],
  ['cs', language('C#')],
  ['fs', language('F#', 'C#')],
  ['vb', language('Visual Basic', 'C#')],
  ['php', language('PHP')],
  ['ex', language('Elixir')],
  ['rs', { name: 'Rust', testedIn: ['Rust'], inline: true }],
  ['swift', APPLE],
  ['dart', language('Dart')],
  ...['c', 'cc', 'cpp', 'cxx'].map((extension) => [extension, language('C++')] as const),
]);

/** Shell is the program where nothing else is. */
export const SHELL_LANGUAGE: ProgramLanguage = language('shell');
