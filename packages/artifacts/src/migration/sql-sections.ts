import type { MigrationTool, Span } from '@shipworthy/model';

interface Marks {
  readonly tool: MigrationTool;
  /** Lines by which a file says that it is of the tool. */
  readonly up: RegExp;
  readonly down: RegExp;
  /** Switches off the transaction that the tool opens by itself. */
  readonly bare?: RegExp;
}

/** How tools that keep both directions in one file part them, as their documentation has it. */
const MARKS: readonly Marks[] = [
  {
    tool: 'goose',
    up: /^[ \t]*--[ \t]*\+goose[ \t]+up\b.*$/im,
    down: /^[ \t]*--[ \t]*\+goose[ \t]+down\b.*$/im,
    bare: /^[ \t]*--[ \t]*\+goose[ \t]+no[ \t]+transaction/im,
  },
  {
    tool: 'dbmate',
    up: /^[ \t]*--[ \t]*migrate:up\b.*$/im,
    down: /^[ \t]*--[ \t]*migrate:down\b.*$/im,
    bare: /^[ \t]*--[ \t]*migrate:up\b.*transaction:[ \t]*false/im,
  },
  {
    tool: 'sql-migrate',
    up: /^[ \t]*--[ \t]*\+mi(?:g)?rate[ \t]+up\b.*$/im,
    down: /^[ \t]*--[ \t]*\+mi(?:g)?rate[ \t]+down\b.*$/im,
    bare: /^[ \t]*--[ \t]*\+migrate[ \t]+up\b.*notransaction/im,
  },
  {
    tool: 'play-evolutions',
    up: /^[ \t]*(?:#|--)[ \t]*(?:-{2,}[ \t]*)?!ups\b.*$/im,
    down: /^[ \t]*(?:#|--)[ \t]*(?:-{2,}[ \t]*)?!downs\b.*$/im,
  },
];
const TERN = /^-{4}[ \t]*create above[ \t]*\/[ \t]*drop below[ \t]*-{4}[ \t]*$/im;
/** Any of the above, for a first look. */
const ANY =
  /--[ \t]*(?:\+goose|\+migrate|\+micrate|migrate:)|!ups\b|create above \/ drop below|--[ \t]*liquibase formatted/i;

export interface Sections {
  readonly tool: MigrationTool;
  readonly up: Span;
  /** Absent: the file has no place for the way back. */
  readonly down?: Span;
  readonly transaction?: boolean;
}

/** The two directions of a file that marks them; undefined where it does not. */
export function sectionsOf(text: string): Sections | undefined {
  if (!ANY.test(text)) return undefined;
  const cut = TERN.exec(text);
  if (cut)
    return { tool: 'tern', up: [0, cut.index], down: [cut.index + cut[0].length, text.length], transaction: true };
  for (const { tool, up, down, bare } of MARKS) {
    const first = up.exec(text);
    if (!first) continue;
    const second = down.exec(text);
    const start = first.index + first[0].length;
    const transaction = bare === undefined ? {} : { transaction: !bare.test(text) };
    if (!second) return { tool, up: [start, text.length], ...transaction };
    const below = second.index + second[0].length;
    return second.index > first.index
      ? { tool, up: [start, second.index], down: [below, text.length], ...transaction }
      : { tool, up: [start, text.length], down: [below, first.index], ...transaction };
  }
  return undefined;
}

export const isLiquibaseSql = (text: string): boolean => /^\s*--[ \t]*liquibase formatted/i.test(text);
