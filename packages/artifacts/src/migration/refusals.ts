import type { ReadProblem } from '@shipworthy/model';
import type { PostgresqlRefusal } from '../formats/sql/postgresql.ts';
import { hasTemplate } from '../formats/template/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

/** Paths that name the database, and statements that no other one has. */
const BY_PATH = /postgres|(?:^|[/._-])(?:pgsql|psql|pg|supabase)(?:[/._-]|$)/i;
const BY_STATEMENT = /\bCREATE\s+EXTENSION\b|\bLANGUAGE\s+'?plpgsql\b/i;
/** Words of databases that speak PostgreSQL's language with additions (CockroachDB, Redshift, Greenplum), and of its past. */
const KIN =
  /\b(?:crdb\w*|cockroach\w*|redshift|greenplum|yugabyte\w*|DISTKEY|SORTKEY|DISTRIBUTED\s+(?:BY|RANDOMLY)|OIDS)\b/i;
/**
 * What tools fill in before PostgreSQL sees it: `${schema}`, `:schema`, `:'schema'`, `@schema@`, `%(schema)s`, `{schema}`;
 * and psql's own commands behind a statement: `\gset`.
 */
const FILLED_IN = /\$\{|(?<![:\w]):["']?[A-Za-z_]|@\w+@|%\(?[A-Za-z]|[{}]|\\[a-z]/;

/** Whether a file is for PostgreSQL and for nothing that only resembles it. */
export const isCertain = ({ path, text }: RepositoryFile): boolean =>
  (BY_PATH.test(path) || BY_STATEMENT.test(text)) && !KIN.test(path) && !KIN.test(text);

/** What PostgreSQL refuses. It speaks against the file only where nothing is filled in and the database is certain. */
export function problemsOf(text: string, certain: boolean, refusals: readonly PostgresqlRefusal[]): ReadProblem[] {
  return refusals.map(({ what, at, gaveUp }): ReadProblem => {
    const lines = linesAround(text, at[0]);
    if (hasTemplate(lines) || FILLED_IN.test(lines))
      return { kind: 'migration', what: 'something may be filled in before PostgreSQL reads it', at, effect: 'unseen' };
    if (gaveUp) return { kind: 'migration', what: `PostgreSQL’s parser gave up: ${what}`, at, effect: 'unseen' };
    const effect = certain ? 'broken' : 'unseen';
    return { kind: 'migration', what: `PostgreSQL refuses it: ${what.replace(/\s+/g, ' ')}`, at, effect };
  });
}

/** The line of an offset, and the one before it. */
function linesAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1));
  const before = start <= 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(before, end < 0 ? text.length : end);
}
