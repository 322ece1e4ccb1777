import type { ChangedFile } from '@shipworthy/model';
import type { BothTexts } from '@shipworthy/rule-kit';

/** A change of more files is no matter of comments. */
const MAX_FILES = 200;

/** A line that only brings in what others wrote: tools sort those. */
const IMPORT =
  /^(?:import\b|from \S+ import\b|use [\w:\\]+|using [\w.]+;|(?:const|let|var) [\w{}, ]{1,200} = require\(|require(?:_relative)? ['"]|(?:[\w.]+ )?"[\w./-]+"$)/;

/**
 * A column that ActiveRecord does not see, in one line. Taking the line away beside the drop of the column is the second
 * step that Rails advises (https://api.rubyonrails.org/classes/ActiveRecord/ModelSchema/ClassMethods.html#method-i-ignored_columns-3D):
 * the program read nothing of it before, and reads nothing of it now.
 */
const IGNORED_COLUMN =
  /^self\.ignored_columns\s*(?:\+?=|<<)\s*(?:%[wi]?[[({][^\])}]{0,500}[\])}]|\[[^\]]{0,500}\])\s*(?:#|$)/;

/** How whole lines are set aside, by the extension of the file. */
interface Comments {
  readonly line: RegExp;
  /** Lines that go without doing anything: nothing is left out where one comes. */
  readonly passed?: RegExp;
  readonly block?: { readonly begin: RegExp; readonly end: RegExp };
}

/** What begins like a comment and is read by a tool: build constraints, directives, the line that names the interpreter. */
const ACTED_ON = /^(?:\/\/go:|\/\/ ?\+build|\/\/export |#!|\/\/\s*@ts-|\/\/\/\s*<reference|#\s*frozen_string_literal)/;
const C_LIKE: Comments = { line: /^\/\//, block: { begin: /^\/\*/, end: /\*\/$/ } };
const SHELL_LIKE: Comments = { line: /^#/ };
const SQL: Comments = { line: /^--/, block: { begin: /^\/\*(?!!)/, end: /\*\/$/ } };
const BY_EXTENSION: ReadonlyMap<string, Comments> = new Map([
  ...[
    'js',
    'jsx',
    'mjs',
    'cjs',
    'ts',
    'tsx',
    'mts',
    'cts',
    'go',
    'java',
    'kt',
    'kts',
    'scala',
    'cs',
    'rs',
    'swift',
    'dart',
  ].map((extension) => [extension, C_LIKE] as const),
  ['rb', { line: /^#/, passed: IGNORED_COLUMN }] as const,
  ...['py', 'ex', 'exs', 'sh', 'tf', 'yaml', 'yml', 'toml'].map((extension) => [extension, SHELL_LIKE] as const),
  ['php', C_LIKE] as const,
  ['sql', SQL] as const,
]);

const commentsOf = (path: string): Comments | undefined =>
  BY_EXTENSION.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());

/** The files of a change in which perhaps only comments differ; none where they are too many. */
export function askedForComments(files: readonly ChangedFile[]): readonly ChangedFile[] {
  const asked = files.filter(
    ({ path, state, edited }) => (state === 'modified' || edited === true) && commentsOf(path) !== undefined,
  );
  return asked.length > MAX_FILES ? [] : asked;
}

/** The files of a change, with those marked in which only comments, blank lines or the order of imports differ. */
export function withCommentsMarked(
  files: readonly ChangedFile[],
  textsOf: (path: string) => BothTexts | undefined,
): readonly ChangedFile[] {
  const marked = new Set(
    askedForComments(files).filter(({ path }) => {
      const { before, after } = textsOf(path) ?? {};
      return sameCode(path, before, after);
    }),
  );
  return marked.size === 0 ? files : files.map((file) => (marked.has(file) ? { ...file, comments: true } : file));
}

/** Equal but for whole lines of comments, blank lines and the order of imports; false for what cannot be told. */
export function sameCode(path: string, before: string | undefined, after: string | undefined): boolean {
  const comments = commentsOf(path);
  if (!comments || before === undefined || after === undefined) return false;
  const [old, now] = [codeOf(before, comments), codeOf(after, comments)];
  return sorted(comments.passed ? withoutPassed(old, now, comments.passed) : old) === sorted(now);
}

/** The lines of before, but for those that are set aside when they go. */
function withoutPassed(old: readonly string[], now: readonly string[], passed: RegExp): readonly string[] {
  const kept = new Set(now);
  return old.filter((line) => kept.has(line) || !passed.test(line.trim()));
}

/** Imports in one order, and then the rest as it is. */
function sorted(lines: readonly string[]): string {
  const isImport = (line: string): boolean => IMPORT.test(line.trim());
  return [...lines.filter(isImport).sort(), ...lines.filter((line) => !isImport(line))].join('\n');
}

/** Indentation is kept: in some languages it is code. */
function codeOf(text: string, { line, block }: Comments): string[] {
  const code: string[] = [];
  let inBlock = false;
  for (const raw of text.split(/\r?\n/)) {
    const written = raw.trim();
    if (inBlock) {
      if (block?.end.test(written)) inBlock = false;
      else if (block && written.includes('*/')) {
        inBlock = false;
        code.push(raw.trimEnd());
      }
    } else if (block?.begin.test(written)) {
      if (!written.includes('*/')) inBlock = true;
      else if (!block.end.test(written)) code.push(raw.trimEnd());
    } else if (written !== '' && (!line.test(written) || ACTED_ON.test(written))) code.push(raw.trimEnd());
  }
  return code;
}
