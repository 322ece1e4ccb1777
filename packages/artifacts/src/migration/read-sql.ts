import type { MigrationFacts, ReadProblem, Span } from '@shipworthy/model';
import type { PostgresqlRefusal } from '../formats/sql/postgresql.ts';
import { type SqlComment, type SqlStatement, scanSql } from '../formats/sql/scan.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { baseFacts } from './base-facts.ts';
import { dialectOfFile, NOT_LOADED, readerOfFile, stepsByPostgresql, withoutPsql } from './postgresql-file.ts';
import type { Recognized } from './recognized.ts';
import { isCertain, problemsOf } from './refusals.ts';
import { remarksOf } from './remarks.ts';
import { sqlSteps } from './sql-steps.ts';
import { type Step, weigh } from './weigh.ts';

/** Larger files are loads of data; what they do to the schema would be read for minutes. */
const MOST_CHARACTERS = 2_000_000;

export interface ReadMigration {
  readonly facts: MigrationFacts;
  readonly problems: readonly ReadProblem[];
}

/** One direction of a file. */
interface Direction {
  readonly statements: readonly SqlStatement[];
  readonly comments: readonly SqlComment[];
  readonly steps: readonly Step[];
  readonly refusals: readonly PostgresqlRefusal[];
}

/** The facts of a migration in SQL: by PostgreSQL's parser where the file shows that it is for it, else by the scan. */
export function readSql(file: RepositoryFile, recognized: Recognized): ReadMigration {
  const base = baseFacts(file.text, recognized);
  if (file.text.length > MOST_CHARACTERS)
    return { facts: { ...base, unseen: 'it is larger than is read' }, problems: [] };
  const dialect = dialectOfFile(file);
  const reader = readerOfFile(file);
  const text = dialect === 'postgresql' ? withoutPsql(file.text) : file.text;
  const read = (spans: readonly Span[]): Direction => {
    const parts = spans.map((span) => {
      const scanned = scanSql(text, { mysql: dialect === 'mysql', from: span[0], to: span[1] });
      const read =
        reader === 'parser'
          ? stepsByPostgresql(text, span, scanned.statements)
          : { steps: sqlSteps(scanned.statements) };
      return { ...scanned, ...read };
    });
    return {
      statements: parts.flatMap(({ statements }) => statements),
      comments: parts.flatMap(({ comments }) => comments),
      steps: parts.flatMap(({ steps }) => steps),
      refusals: parts.flatMap(({ refusal }) => refusal ?? []),
    };
  };
  const whole: readonly Span[] = [[0, text.length]];
  const { holds, parts } = recognized;
  const forth = read(parts?.up ?? (holds === 'down' ? [] : whole));
  const back = read(parts?.down ?? (holds === 'down' ? whole : []));
  const transaction = recognized.transaction ?? (opensTransaction(forth.statements) ? true : undefined);
  const hasPlace = (parts?.down.length ?? 0) > 0 || holds === 'down';
  const backAt = parts?.down[0];
  const head = parts ? remarksOf(scanSql(text, { to: parts.up[0]?.[0] ?? 0 }).comments) : [];
  const problems = problemsOf(text, isCertain(file), [...forth.refusals, ...back.refusals]);
  const unseen = reader === 'parser' ? problems[0]?.what : reader;
  const facts: MigrationFacts = {
    ...base,
    read: 'operations',
    up: weigh(forth.steps, transaction),
    back: hasPlace ? (back.statements.length > 0 ? 'written' : 'empty') : base.back,
    ...(backAt ? { backAt } : {}),
    down: weigh(back.steps),
    remarks: [...head, ...remarksOf(forth.comments), ...remarksOf(back.comments)],
    ...(transaction === undefined ? {} : { transaction }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(unseen === undefined ? {} : { unseen }),
  };
  if (reader !== NOT_LOADED) return { facts, problems };
  return { facts, problems: [{ kind: 'migration', what: NOT_LOADED, effect: 'unseen' }] };
}

const opensTransaction = (statements: readonly SqlStatement[]): boolean =>
  statements.some(({ tokens: [first, second] }) => {
    const word = first?.text.toUpperCase();
    return word === 'BEGIN' ? second === undefined || second.kind === 'word' : word === 'START';
  });
