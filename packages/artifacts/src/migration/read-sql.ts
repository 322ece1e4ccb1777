import type { MigrationFacts, Span } from '@shipworthy/model';
import { type SqlComment, type SqlStatement, scanSql } from '../formats/sql/scan.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { baseFacts } from './base-facts.ts';
import { dialectOf } from './dialect.ts';
import type { Recognized } from './recognized.ts';
import { remarksOf } from './remarks.ts';
import { sqlSteps } from './sql-steps.ts';
import { weigh } from './weigh.ts';

/** Larger files are loads of data; what they do to the schema would be read for minutes. */
const MOST_CHARACTERS = 2_000_000;

/** The facts of a migration in SQL. */
export function readSql(file: RepositoryFile, recognized: Recognized): MigrationFacts {
  const { path, text } = file;
  const base = baseFacts(text, recognized);
  if (text.length > MOST_CHARACTERS) return { ...base, unseen: 'it is larger than is read' };
  const dialect = path.endsWith('.cql') ? 'cassandra' : dialectOf(path, text);
  const mysql = dialect === 'mysql';
  const read = (spans: readonly Span[]) => {
    const parts = spans.map(([from, to]) => scanSql(text, { mysql, from, to }));
    return {
      statements: parts.flatMap(({ statements }): readonly SqlStatement[] => statements),
      comments: parts.flatMap(({ comments }): readonly SqlComment[] => comments),
    };
  };
  const whole: readonly Span[] = [[0, text.length]];
  const { holds, parts } = recognized;
  const forth = read(parts?.up ?? (holds === 'down' ? [] : whole));
  const back = read(parts?.down ?? (holds === 'down' ? whole : []));
  const transaction = recognized.transaction ?? (opensTransaction(forth.statements) ? true : undefined);
  const down = weigh(sqlSteps(back.statements));
  const hasPlace = (parts?.down.length ?? 0) > 0 || holds === 'down';
  const backAt = parts?.down[0];
  const head = parts ? remarksOf(scanSql(text, { to: parts.up[0]?.[0] ?? 0 }).comments) : [];
  return {
    ...base,
    read: 'operations',
    up: weigh(sqlSteps(forth.statements), transaction),
    back: hasPlace ? (back.statements.length > 0 ? 'written' : 'empty') : base.back,
    ...(backAt ? { backAt } : {}),
    down,
    remarks: [...head, ...remarksOf(forth.comments), ...remarksOf(back.comments)],
    ...(transaction === undefined ? {} : { transaction }),
    ...(dialect === undefined ? {} : { dialect }),
  };
}

const opensTransaction = (statements: readonly SqlStatement[]): boolean =>
  statements.some(({ tokens: [first, second] }) => {
    const word = first?.text.toUpperCase();
    return word === 'BEGIN' ? second === undefined || second.kind === 'word' : word === 'START';
  });
