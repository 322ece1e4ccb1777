import type { RelationModule, SourceLanguage, TestedProgram } from '@shipworthy/model';
import { PROGRAM_LANGUAGES, type ProgramLanguage, SHELL_LANGUAGE } from './languages.ts';

/** Folders whose files are no part of the program that tests are asked for. */
const ASIDE =
  /(?:^|\/)(?:\.[^/]+|examples?|samples?|demos?|vendor|node_modules|third[_-]party|docs?|documentation|website|site|scripts?|tools?|hack|benchmarks?|bench|migrations?|generated|gen|dist|build|public|static|assets|templates?|fixtures|testdata|mocks?|__mocks__|stories|playground|ci|deploy(?:ment)?|infra(?:structure)?|terraform|packaging|contrib|bin)\//i;
/** Sources that configure tools or that programs wrote. */
const NO_PROGRAM =
  /(?:^|[./_-])(?:config|conf|setup|generated|stories|d|min|pb)\.\w+$|\.pb\.|_pb2(?:_grpc)?\.py$|\.g\.dart$|\.designer\.cs$|(?:^|\/)(?:gulpfile|gruntfile|webpack\.\S+|__init__|setup|conftest|manage|settings|rakefile|vagrantfile)\.\w+$/i;
/** What looks like a test by its path, to whoever sees it. */
const TEST_WORD =
  /(?:^|[/._-])(?:tests?|specs?|e2e|testing|testsuite|cypress|bats|features)(?:[/._-]|$)|[a-z\d](?:Tests?|Specs?|IT)(?:\/|\.\w+$)|\/Test[A-Z]\w*\.|\.t$/;

/** Tests of others, and data of tests. */
const COPIED = /(?:^|\/)(?:vendor|node_modules|third[_-]party|testdata|fixtures)\//i;
/** Programs: what a test is written in. */
const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|go|java|kts?|scala|sc|groovy|rb|cs|fs|vb|php|exs?|rs|swift|mm?|dart|c|cc|cpp|cxx|h|hpp|sh|bash|zsh|bats|pl|pm|t|lua|hs|ml|clj[cs]?|r|jl|erl|elm|robot|feature|rego|zig|nim|exp|tcl|ps1|awk)$/i;

/** A test by its path: code that is named like one, and no copy or data of others. */
export const looksLikeTest = (path: string): boolean => TEST_WORD.test(path) && CODE.test(path) && !COPIED.test(path);

/** How deep a folder may lie that is named for its sources; deeper ones say little to a reader. */
const DEPTH = 2;

export const repositoryTests: RelationModule<'repository -> tests'> = {
  name: 'repository -> tests',
  build({ tree }) {
    let found: TestedProgram | undefined;
    return () => {
      found ??= programOf(tree.paths);
      return found;
    };
  },
};

/** The sources of languages that test each other. */
class Sources {
  files = 0;
  named = 0;
  sample?: string;
  readonly #names = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  readonly #language: ProgramLanguage;

  constructor(language: ProgramLanguage) {
    this.#language = language;
  }

  add(path: string, name: string): void {
    this.files++;
    this.sample ??= path;
    count(this.#names, name);
    count(this.#folders, path.split('/').slice(0, -1).slice(0, DEPTH).join('/'));
  }

  described(): SourceLanguage {
    const { testedIn, inline } = this.#language;
    return {
      name: mostOf(this.#names),
      testedIn,
      files: this.files,
      folder: commonFolder(this.#folders, this.files),
      sample: { path: this.sample ?? '.' },
      named: this.named,
      ...(inline ? { inline } : {}),
    };
  }
}

const count = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);
const mostOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';

/** A folder that holds more than half of the sources, as deep as there is one; '' is the root. */
function commonFolder(counts: ReadonlyMap<string, number>, files: number): string {
  for (let depth = DEPTH; depth > 0; depth--) {
    const merged = new Map<string, number>();
    for (const [folder, within] of counts) {
      const above = folder.split('/').slice(0, depth).join('/');
      merged.set(above, (merged.get(above) ?? 0) + within);
    }
    const most = mostOf(merged);
    if ((merged.get(most) ?? 0) > files / 2) return most;
  }
  return '';
}

function programOf(paths: readonly string[]): TestedProgram {
  const families = new Map<string, Sources>();
  let named = 0;
  let sample: string | undefined;
  for (const path of paths) {
    const isTest = looksLikeTest(path);
    if (isTest) {
      named++;
      sample ??= path;
    }
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    const language = PROGRAM_LANGUAGES.get(extension) ?? (extension === 'sh' ? SHELL_LANGUAGE : undefined);
    if (!language) continue;
    const family = language.testedIn.join();
    const sources = families.get(family) ?? new Sources(language);
    families.set(family, sources);
    if (isTest) sources.named++;
    else if (!ASIDE.test(path) && !NO_PROGRAM.test(path)) sources.add(path, language.name);
  }
  const shell = SHELL_LANGUAGE.testedIn.join();
  const programs = [...families]
    .filter(([family, { files }]) => files > 0 && family !== shell)
    .map(([, found]) => found);
  const alone = families.get(shell);
  if (programs.length === 0 && alone && alone.files > 0) programs.push(alone);
  return {
    languages: programs
      .map((sources) => sources.described())
      .sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1)),
    named,
    ...(sample === undefined ? {} : { sample: { path: sample } }),
  };
}
