import type { SqlStatement } from '../formats/sql/scan.ts';
import { alterTable } from './alter-table.ts';
import { readerOf, type SqlReader } from './sql-tokens.ts';
import type { Step } from './weigh.ts';

/** What the statements do, in order. Those that change neither a table nor its rows are `other`; settings are left out. */
export function sqlSteps(statements: readonly SqlStatement[]): Step[] {
  return statements.flatMap((statement) => stepsOf(readerOf(statement)));
}

/** Statements about the session or the transaction: they change nothing that stays. */
const SESSION = [
  'BEGIN',
  'START',
  'COMMIT',
  'END',
  'USE',
  'PRAGMA',
  'GO',
  'SHOW',
  'ANALYZE',
  'VACUUM',
  'LOCK',
  'COMMENT',
  'RESET',
];
/** Objects that hold no rows of their own. */
const TIMEOUT = /^(?:lock_timeout|statement_timeout)$/i;

function stepsOf(sql: SqlReader): Step[] {
  const { at } = sql;
  passNamedQueries(sql);
  const first = sql.peek()?.text.toUpperCase() ?? '';
  if (SESSION.includes(first)) return [];
  if (sql.take('CREATE')) return create(sql);
  if (sql.take('ALTER')) return alter(sql);
  if (sql.take('DROP')) return drop(sql);
  if (sql.take('TRUNCATE')) {
    sql.skip('TABLE');
    return sql.clauses().map((clause) => {
      clause.skip('ONLY');
      return { deed: 'truncate', at, table: clause.name() };
    });
  }
  if (sql.take('INSERT')) {
    sql.skip('IGNORE', 'INTO', 'OR', 'REPLACE');
    return [{ deed: 'insert', at, table: sql.name() }];
  }
  if (sql.take('UPDATE')) {
    sql.skip('ONLY');
    return [{ deed: 'update', at, table: sql.name() }];
  }
  if (sql.take('DELETE')) {
    sql.skip('FROM', 'ONLY');
    const table = sql.name();
    // Rows that a join or a list names are bounds as well.
    return [{ deed: 'delete', at, table, unbounded: !sql.has('WHERE') && !sql.has('USING') && !sql.has('JOIN') }];
  }
  if (sql.take('RENAME', 'TABLE')) {
    const table = sql.name();
    return [{ deed: 'rename-table', at, table, ...(sql.take('TO') ? { to: sql.name() } : {}) }];
  }
  if (sql.take('EXEC') || sql.take('EXECUTE')) {
    const renames = /^sp_rename$/i.test(sql.peek()?.text ?? '');
    return [{ deed: renames ? 'rename-column' : 'run-code', at }];
  }
  if (sql.take('SET')) {
    sql.skip('LOCAL', 'SESSION');
    return TIMEOUT.test(sql.peek()?.text ?? '') ? [{ deed: 'set-timeout', at }] : [];
  }
  if (sql.take('SELECT'))
    return sql.has('SET_CONFIG') || sql.has('SETVAL') || sql.has('PG_CATALOG') ? [] : [{ deed: 'run-code', at }];
  if (['DO', 'CALL', 'IF', 'DECLARE', 'WITH', 'MERGE', 'WHILE'].includes(first)) return [{ deed: 'run-code', at }];
  return [{ deed: 'other', at }];
}

function create(sql: SqlReader): Step[] {
  const { at } = sql;
  // One of the session alone is made here too: to drop it again loses nothing.
  sql.skip(
    'TEMP',
    'TEMPORARY',
    'OR',
    'REPLACE',
    'GLOBAL',
    'LOCAL',
    'UNLOGGED',
    'EXTERNAL',
    'FOREIGN',
    'VIRTUAL',
    'COLUMNFAMILY',
  );
  if (sql.take('TABLE')) {
    ifExists(sql);
    return [{ deed: 'create-table', at, table: sql.name() }];
  }
  const unique = sql.take('UNIQUE');
  sql.skip('CLUSTERED', 'NONCLUSTERED', 'FULLTEXT', 'SPATIAL', 'CUSTOM', 'COLUMNSTORE');
  if (!sql.take('INDEX')) return [{ deed: 'other', at }];
  const concurrently = sql.take('CONCURRENTLY') || (sql.take('ASYNC') && true);
  ifExists(sql);
  // An index without a name: `CREATE INDEX ON a (b)`.
  if (!sql.take('ON')) {
    sql.name();
    if (!sql.take('ON')) return [{ deed: 'create-index', at, concurrently }];
  }
  sql.skip('ONLY');
  return [{ deed: 'create-index', at, table: sql.name(), concurrently, constraint: unique ? 'unique' : undefined }];
}

function alter(sql: SqlReader): Step[] {
  const { at } = sql;
  if (sql.take('TABLE') || sql.take('FOREIGN', 'TABLE')) return alterTable(sql);
  if (sql.take('TYPE')) {
    const table = sql.name();
    if (sql.take('ADD', 'VALUE')) return [{ deed: 'add-enum-value', at }];
    // Cassandra and composite types: what programs write has this shape.
    return [{ deed: 'other', at, table }];
  }
  return [{ deed: 'other', at }];
}

function drop(sql: SqlReader): Step[] {
  const { at } = sql;
  if (sql.take('TABLE') || sql.take('COLUMNFAMILY') || sql.take('FOREIGN', 'TABLE')) {
    ifExists(sql);
    // What has no plain name is a table of the session: `#ids` of SQL Server.
    return sql.clauses().map((clause) => {
      const table = clause.name();
      return { deed: table === undefined ? 'other' : 'drop-table', at, table };
    });
  }
  if (sql.take('TEMPORARY', 'TABLE')) return [];
  if (sql.take('INDEX')) {
    sql.skip('CONCURRENTLY');
    ifExists(sql);
    return [{ deed: 'drop-index', at }];
  }
  return [{ deed: 'other', at }];
}

/** `WITH a AS (…), b AS (…)` before a statement says nothing of what it does. */
function passNamedQueries(sql: SqlReader): void {
  if (!sql.take('WITH')) return;
  sql.take('RECURSIVE');
  do {
    sql.name();
    sql.skipList();
    sql.skip('AS', 'NOT', 'MATERIALIZED');
    sql.skipList();
  } while (sql.take(','));
}

export function ifExists(sql: SqlReader): void {
  if (!sql.take('IF', 'NOT', 'EXISTS')) sql.take('IF', 'EXISTS');
}
