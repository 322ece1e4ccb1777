import type { Span } from '@shipworthy/model';
import {
  loadPostgresql,
  type PostgresqlRefusal,
  parsePostgresql,
  postgresqlIsLoaded,
} from '../formats/sql/postgresql.ts';
import type { SqlStatement } from '../formats/sql/scan.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { dialectOf } from './dialect.ts';
import { deedsByPostgresql, placed } from './postgresql-steps.ts';
import { sqlSteps } from './sql-steps.ts';
import type { Step } from './weigh.ts';

/** The parser takes about a hundred times the text in memory, and what is larger holds rows rather than a schema. */
const MOST_CHARACTERS = 256 * 1024;

/** Why the parser does not read a file that is for PostgreSQL; one clause. */
export const TOO_LARGE = 'it is larger than PostgreSQL’s parser is given, so that it was scanned';
export const NOT_LOADED = 'PostgreSQL’s parser could not be loaded, so that it was scanned';

/** Which database a file of SQL is for, as far as it shows it. */
export const dialectOfFile = (file: RepositoryFile): ReturnType<typeof dialectOf> => file.once(dialect);
const dialect = ({ path, text }: RepositoryFile) => (path.endsWith('.cql') ? 'cassandra' : dialectOf(path, text));

const isFor = (file: RepositoryFile): boolean => dialectOfFile(file) === 'postgresql';

/** Loads the parser for the first file that it is to read. */
export function preparePostgresql(file: RepositoryFile): Promise<unknown> | undefined {
  const wanted = !postgresqlIsLoaded() && isFor(file) && file.text.length <= MOST_CHARACTERS;
  return wanted ? loadPostgresql() : undefined;
}

/** Who reads a file: the parser; or the scan, and why where the file is for PostgreSQL. */
export function readerOfFile(file: RepositoryFile): 'parser' | typeof TOO_LARGE | typeof NOT_LOADED | undefined {
  if (!isFor(file)) return undefined;
  if (file.text.length > MOST_CHARACTERS) return TOO_LARGE;
  return postgresqlIsLoaded() ? 'parser' : NOT_LOADED;
}

/** Lines for psql, which are no SQL. */
const PSQL = /^[ \t]*\\[a-z!?][^\n]*$/gim;

/** The text without what tools read besides PostgreSQL; as long as before, so that every offset stays. */
export const withoutPsql = (text: string): string => text.replace(PSQL, (line) => ' '.repeat(line.length));

export interface PostgresqlSteps {
  readonly steps: readonly Step[];
  /** The first thing that PostgreSQL refuses, if there is one: every such statement was scanned instead. */
  readonly refusal?: PostgresqlRefusal;
}

/**
 * What the parser sees in one part of a file. A text with one wrong statement is refused whole: then every statement is
 * parsed alone, as the scan cuts them.
 * @param statements those of the part, as scanned: they have the places, which the tree has of whole statements only
 */
export function stepsByPostgresql(
  text: string,
  [from, to]: Span,
  statements: readonly SqlStatement[],
): PostgresqlSteps {
  const parsed = parsePostgresql(withoutRows(text, [from, to], statements));
  if (parsed.refusal) {
    const { at } = parsed.refusal;
    return { steps: oneByOne(text, statements), refusal: { ...parsed.refusal, at: [from + at[0], from + at[1]] } };
  }
  let next = 0;
  const steps = parsed.statements.flatMap(({ node, at }) => {
    const scanned: SqlStatement[] = [];
    for (let found = statements[next]; found && found.at[0] < from + at[1]; found = statements[++next])
      scanned.push(found);
    return placed(deedsByPostgresql(node), sqlSteps(scanned), spanOf(scanned, [from + at[0], from + at[1]]));
  });
  return { steps };
}

function oneByOne(text: string, statements: readonly SqlStatement[]): Step[] {
  return statements.flatMap((statement) => {
    const { at } = statement;
    const parsed = parsePostgresql(text.slice(at[0], at[1]));
    const scanned = sqlSteps([statement]);
    if (parsed.refusal) return scanned;
    return placed(
      parsed.statements.flatMap(({ node }) => deedsByPostgresql(node)),
      scanned,
      at,
    );
  });
}

const spanOf = (statements: readonly SqlStatement[], otherwise: Span): Span => {
  const [first, last] = [statements[0], statements.at(-1)];
  return first && last ? [first.at[0], last.at[1]] : otherwise;
};

/** The rows that follow a `COPY … FROM stdin` are no SQL; the scan has passed over them. */
function withoutRows(text: string, [from, to]: Span, statements: readonly SqlStatement[]): string {
  let kept = '';
  let at = from;
  statements.forEach(({ tokens, at: [, end] }, index) => {
    if (tokens[0]?.text.toUpperCase() !== 'COPY') return;
    const next = statements[index + 1]?.at[0] ?? to;
    const rows = text.indexOf('\n', end);
    if (rows < 0 || rows >= next) return;
    kept += text.slice(at, rows) + text.slice(rows, next).replace(/[^\n]/g, ' ');
    at = next;
  });
  return kept + text.slice(at, to);
}
