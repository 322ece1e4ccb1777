import type { BothTexts, MigrationFacts, MigrationOperation, MigrationTool, Span } from '@shipworthy/rule-kit';

/** What became of a migration that was there before. */
export type MigrationEdit =
  /** Nothing that it does: comments, layout, its number, its way back. */
  | { readonly edit: 'harmless'; readonly what: string }
  /** `steps`: it does something else than before. `text`: its words differ, what it does may be the same. */
  | { readonly edit: 'steps' | 'text' | 'checksum'; readonly at: Span }
  | { readonly edit: 'unknown'; readonly why: string };

/** Tools that keep a checksum of each file they ran, comments included, and stop at one that differs. */
const CHECKSUMS: ReadonlySet<MigrationTool> = new Set(['flyway', 'sqlx']);
/** Run again whenever it differs: Flyway's `R__views.sql`, Liquibase's `runOnChange`. */
const REPEATED = { name: /(?:^|\/)R__[^/]*$/, text: /\brun(?:OnChange|Always)\s*[:=]\s*["']?true/i };

/** How the migration of the head differs from the one of the base, as far as it matters where the latter ran. */
export function editOf(
  path: string,
  { after, before }: { readonly after: MigrationFacts; readonly before: MigrationFacts },
  texts: BothTexts,
): MigrationEdit {
  if (texts.before === undefined || texts.after === undefined)
    return { edit: 'unknown', why: 'one side cannot be read as text' };
  if (REPEATED.name.test(path) || REPEATED.text.test(texts.after))
    return { edit: 'harmless', what: 'it is meant to run again whenever it differs' };
  const at = firstDifference(texts.before, texts.after) ?? after.head;
  const sameWords = essence(path, texts.before) === essence(path, texts.after);
  if (CHECKSUMS.has(after.tool) && lines(texts.before) !== lines(texts.after))
    return { edit: sameWords ? 'checksum' : 'steps', at };
  if (sameWords) return { edit: 'harmless', what: 'only comments, layout or its place in the series differ' };
  const read = after.read === 'operations' && before.read === 'operations';
  if (read && stepsOf(ofSchema(before.up)) !== stepsOf(ofSchema(after.up))) return { edit: 'steps', at };
  if (read && stepsOf(before.up) !== stepsOf(after.up)) return { edit: 'text', at };
  if (read && (stepsOf(before.down) !== stepsOf(after.down) || before.back !== after.back))
    return { edit: 'harmless', what: 'only its way back differs' };
  return { edit: 'text', at };
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

const stepsOf = (steps: readonly MigrationOperation[]): string =>
  JSON.stringify(steps.map(({ deed, table, column, destroys }) => [deed, table, column, destroys]));

/**
 * Steps without those that leave the schema as it is, for all that is known: code, which fills in what there was at the time, what
 * is not understood, and indexes dropped beside tables, which go with them anyway (of which table one is, is rarely written).
 */
function ofSchema(steps: readonly MigrationOperation[]): readonly MigrationOperation[] {
  const drops = steps.some(({ deed }) => deed === 'drop-table');
  return steps.filter(
    ({ deed, table }) =>
      table !== undefined || !(deed === 'run-code' || deed === 'other' || (drops && deed === 'drop-index')),
  );
}

/** Lines that say where it stands, which framework reads it, or who wrote it, and not what it does. */
const OF_PLACE: readonly RegExp[] = [
  /^\s*(?:from\s+\S+\s+import\b|import\b|use\s+\S+;|using\s+\S+;|require\b|package\b|namespace\b).*$/gm,
  /^\s*(?:down_revision|revision|depends_on|branch_labels|Revises|Revision ID|Create Date)\b.*$/gm,
  /^\s*class\s.*$/gm,
  /\bdependencies\s*=\s*\[[^\]]*\]/g,
];
const COMMENTS: readonly (readonly [RegExp, readonly RegExp[]])[] = [
  [/\.sql$/i, [/\/\*[\s\S]*?\*\//g, /--.*$/gm]],
  [/\.py$/i, [/"""[\s\S]*?"""|'''[\s\S]*?'''/g, /#.*$/gm]],
  [/\.(?:rb|exs?|ya?ml)$/i, [/#.*$/gm]],
  [/\.xml$/i, [/<!--[\s\S]*?-->/g]],
  [/\.[cm]?[jt]s$|\.(?:php|cs|java|kt|go|rs|scala)$/i, [/\/\*[\s\S]*?\*\//g, /(?:^|\s)\/\/.*$/gm]],
];

/** The text without what no database sees: comments, imports, layout, the style of quotes. */
function essence(path: string, text: string): string {
  const isSql = /\.sql$/i.test(path);
  const patterns = [
    ...COMMENTS.flatMap(([file, comments]) => (file.test(path) ? comments : [])),
    ...(isSql ? [] : OF_PLACE),
  ];
  const bare = patterns.reduce((rest, pattern) => rest.replace(pattern, ''), text);
  const joined = bare
    .replace(/["'`]/g, '"')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}])/g, '')
    .replace(/;/g, '');
  return isSql ? joined.toLowerCase() : joined;
}

const COMMENT = /^\s*(?:--|#|\/\/|\*)\s*(.*)$/;
const WORD = /(?<![\w.])[\p{L}']{2,}(?![\w.(=])/gu;
/** So many words are a sentence; fewer may be code that is commented out. */
const SENTENCE = 5;

/** Does the edit bring a comment with it that says what it is about? */
export function isExplained({ before = '', after = '' }: BothTexts): boolean {
  const old = new Set(before.split('\n').map((line) => line.trim()));
  return after.split('\n').some((line) => {
    const [, said = ''] = (!old.has(line.trim()) && COMMENT.exec(line)) || [];
    return (said.match(WORD) ?? []).length >= SENTENCE;
  });
}

/** The first line of the newer text that the older one has not there. */
function firstDifference(before: string, after: string): Span | undefined {
  const old = before.split('\n');
  let start = 0;
  for (const [index, line] of after.split('\n').entries()) {
    const end = start + line.length;
    if (line.trimEnd() !== old[index]?.trimEnd() && line.trim() !== '') return [start, end];
    start = end + 1;
  }
  return undefined;
}
