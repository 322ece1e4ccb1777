import type { Span } from '@shipworthy/model';
import type { SqlReader } from './sql-tokens.ts';
import type { Step } from './weigh.ts';

/** The actions of an ALTER TABLE of any dialect; the reader stands behind TABLE. */
export function alterTable(sql: SqlReader): Step[] {
  const { at } = sql;
  sql.take('IF', 'EXISTS');
  sql.skip('ONLY');
  const table = sql.name();
  sql.take('*');
  const clauses = sql.clauses();
  if (clauses.length === 0) return [{ deed: 'other', at, table }];
  let adding = false;
  return clauses.map((clause, index) => {
    const span: Span = index === 0 ? [at[0], clause.at[1]] : clause.at;
    const step = action(clause, span, table, adding);
    // SQL Server and Cassandra go on with the next column after a comma: `ADD a int, b int`.
    adding = step.deed === 'add-column' || (adding && step.deed === 'other');
    return step;
  });
}

function action(sql: SqlReader, at: Span, table: string | undefined, adding: boolean): Step {
  const base = { at, table };
  if (sql.take('ADD')) return add(sql, base);
  if (sql.take('DROP')) return drop(sql, base);
  if (sql.take('ALTER')) {
    sql.take('COLUMN');
    return alterColumn(sql, base);
  }
  if (sql.take('MODIFY')) {
    sql.take('COLUMN');
    return { ...base, deed: 'change-type', column: sql.name() };
  }
  if (sql.take('CHANGE')) {
    sql.take('COLUMN');
    const column = sql.name();
    const to = sql.name();
    return to !== undefined && to.toLowerCase() === column?.toLowerCase()
      ? { ...base, deed: 'change-type', column }
      : { ...base, deed: 'rename-column', column, to };
  }
  if (sql.take('RENAME')) return rename(sql, base);
  if (sql.take('VALIDATE')) return { ...base, deed: 'validate-constraint' };
  if (sql.take('WITH', 'NOCHECK') || sql.take('WITH', 'CHECK')) {
    if (sql.take('ADD')) return add(sql, base);
    return { ...base, deed: 'other' };
  }
  if (adding && sql.peek(1)?.kind === 'word' && !isAction(sql.peek()?.text)) return column(sql, base);
  return { ...base, deed: 'other' };
}

/** Words by which other actions begin. */
const ACTION =
  /^(?:set|enable|disable|owner|attach|detach|inherit|no|cluster|replica|force|engine|convert|order|comment|default|auto_increment|algorithm|lock|with|reset|partition|check|nocheck|switch|rebuild)$/i;
const isAction = (text: string | undefined): boolean => text === undefined || ACTION.test(text);

type Base = Pick<Step, 'at' | 'table'>;

function add(sql: SqlReader, base: Base): Step {
  if (sql.take('CONSTRAINT')) {
    sql.take('IF', 'NOT', 'EXISTS');
    if (constraintOf(sql) === undefined) sql.name();
    return constraint(sql, base);
  }
  const kind = constraintOf(sql);
  if (kind !== undefined) return constraint(sql, base);
  if (addsIndex(sql)) return { ...base, deed: 'create-index' };
  if (sql.take('PARTITION') || sql.take('PERIOD')) return { ...base, deed: 'other' };
  sql.take('COLUMN');
  sql.take('IF', 'NOT', 'EXISTS');
  return column(sql, base);
}

/** MySQL's `ADD INDEX i (b)` and `ADD KEY (b)`; `ADD key varchar(10)` adds a column of that name. */
function addsIndex(sql: SqlReader): boolean {
  const word = sql.peek()?.kind === 'word' ? sql.peek()?.text.toUpperCase() : undefined;
  if (word === 'FULLTEXT' || word === 'SPATIAL') return true;
  if (word !== 'INDEX' && word !== 'KEY') return false;
  const [name, sign, inner] = [sql.peek(1), sql.peek(2), sql.peek(3)];
  return name?.text === '(' || /^using$/i.test(sign?.text ?? '') || (sign?.text === '(' && inner?.kind !== 'number');
}

function column(sql: SqlReader, base: Base): Step {
  if (sql.peek()?.text === '(') return { ...base, deed: 'add-column' };
  const name = sql.name();
  const filled = ['DEFAULT', 'GENERATED', 'AUTO_INCREMENT', 'IDENTITY', 'SERIAL', 'BIGSERIAL'].some((word) =>
    sql.has(word),
  );
  const required = sql.has('NOT', 'NULL') || sql.has('PRIMARY', 'KEY');
  return { ...base, deed: 'add-column', column: name, needsValue: required && !filled, filled };
}

function constraintOf(sql: SqlReader): Step['constraint'] {
  const word = sql.peek()?.kind === 'word' ? sql.peek()?.text.toUpperCase() : undefined;
  const next = sql.peek(1);
  if (word === 'FOREIGN') return 'foreign-key';
  if (word === 'PRIMARY') return 'primary-key';
  // A column may bear the name of any of them.
  if (word === 'CHECK') return next?.text === '(' ? 'check' : undefined;
  if (word === 'UNIQUE' || word === 'EXCLUDE')
    return next?.kind === 'sign' || isKeyword(next?.text) ? 'unique' : undefined;
  return undefined;
}

const isKeyword = (text: string | undefined): boolean =>
  /^(?:index|key|using|nulls|clustered|nonclustered)$/i.test(text ?? '');

function constraint(sql: SqlReader, base: Base): Step {
  return {
    ...base,
    deed: 'add-constraint',
    constraint: constraintOf(sql),
    unchecked: sql.has('NOT', 'VALID'),
    concurrently: sql.has('USING', 'INDEX'),
  };
}

function drop(sql: SqlReader, base: Base): Step {
  if (sql.take('CONSTRAINT') || sql.take('FOREIGN', 'KEY') || sql.take('PRIMARY', 'KEY') || sql.take('CHECK'))
    return { ...base, deed: 'drop-constraint' };
  if (sql.take('INDEX') || sql.take('KEY')) return { ...base, deed: 'drop-index' };
  if (sql.take('PARTITION')) return { ...base, deed: 'other' };
  sql.take('COLUMN');
  sql.take('IF', 'EXISTS');
  // Cassandra: `DROP (a, b)`.
  if (sql.peek()?.text === '(') return { ...base, deed: 'drop-column' };
  return { ...base, deed: 'drop-column', column: sql.name() };
}

function rename(sql: SqlReader, base: Base): Step {
  if (sql.take('TO') || sql.take('AS')) return { ...base, deed: 'rename-table', to: sql.name() };
  if (sql.take('CONSTRAINT') || sql.take('INDEX') || sql.take('KEY')) return { ...base, deed: 'other' };
  sql.take('COLUMN');
  const name = sql.name();
  return { ...base, deed: 'rename-column', column: name, ...(sql.take('TO') ? { to: sql.name() } : {}) };
}

/** Types to which others of text can be changed without a look at the rows, as PostgreSQL documents it. */
const TEXT = /^(?:text|varchar|character|citext|bpchar)$/i;
const ANEW = /^(?:bigint|int8|uuid|timestamptz|timestamp|date|jsonb?|bytea|integer|int|int4|boolean)$/i;

function alterColumn(sql: SqlReader, base: Base): Step {
  const column = sql.name();
  const named = { ...base, column };
  if (sql.take('SET', 'NOT', 'NULL')) return { ...named, deed: 'require-value' };
  if (sql.take('DROP', 'NOT', 'NULL')) return { ...named, deed: 'allow-empty' };
  if (sql.take('SET', 'DEFAULT')) return { ...named, deed: 'set-default' };
  if (sql.take('DROP', 'DEFAULT')) return { ...named, deed: 'drop-default' };
  if (sql.take('TYPE') || sql.take('SET', 'DATA', 'TYPE')) {
    const type = sql.peek()?.text ?? '';
    return { ...named, deed: 'change-type', rewrites: !TEXT.test(type) && ANEW.test(type) };
  }
  // SQL Server names the whole column again.
  if (sql.peek()?.kind === 'word' && !/^(?:set|drop|reset|add|restart)$/i.test(sql.peek()?.text ?? ''))
    return { ...named, deed: 'change-type' };
  return { ...named, deed: 'other' };
}
