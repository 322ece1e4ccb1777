import type { MigrationDeed } from '@shipworthy/model';
import { type Call, callAt, isSign, isWord, literal } from '../formats/code/calls.ts';
import type { CodeToken } from '../formats/code/tokens.ts';
import { isSql, stepsInStrings } from './code-sql.ts';
import type { Step } from './weigh.ts';

/** Calls of `op` and of a batch that say all they do. */
const SIMPLE: Readonly<Record<string, MigrationDeed>> = {
  create_table: 'create-table',
  drop_table: 'drop-table',
  drop_constraint: 'drop-constraint',
  drop_index: 'drop-index',
  bulk_insert: 'insert',
};
/** Look-ups and settings that change nothing by themselves. */
const SILENT = new Set([
  'get_bind',
  'get_context',
  'f',
  'batch_alter_table',
  'inline_literal',
  'create_table_comment',
  'drop_table_comment',
]);

/** What the body of `upgrade()` or `downgrade()` does, in order. */
export function alembicSteps(body: readonly CodeToken[], strings: ReadonlyMap<string, readonly CodeToken[]>): Step[] {
  const steps: Step[] = [];
  const used = new Set<readonly CodeToken[]>();
  let batch: string | undefined;
  for (let index = 0; index < body.length; index += 1) {
    const token = body[index];
    if (!token) break;
    if (token.kind === 'string') {
      let end = index;
      while (body[end + 1]?.kind === 'string') end += 1;
      const run = body.slice(index, end + 1);
      if (isSql(token.text)) steps.push(...stepsInStrings(run));
      index = end;
      continue;
    }
    if (token.kind !== 'name') continue;
    const named = strings.get(token.text);
    if (named && !isSign(body[index + 1], '=')) {
      // Those of the function itself were read where they stand.
      if (!used.has(named) && !isInside(named, body) && isSql(named[0]?.text ?? ''))
        steps.push(...stepsInStrings(named));
      used.add(named);
      continue;
    }
    const method = /^(op|\w*batch\w*)\.(\w+)$/.exec(token.text);
    if (!method) continue;
    const call = callAt(body, index);
    if (!call) continue;
    const [, object, name = ''] = method;
    if (name === 'batch_alter_table') batch = literal(call.positional[0]) ?? literal(call.named.get('table_name'));
    if (name === 'execute' || SILENT.has(name)) continue;
    steps.push(stepOf(name, call, object === 'op' ? undefined : { table: batch }));
    // What stands in the call was read with it: the server default of a column is no statement.
    index = call.next - 1;
  }
  if (steps.length === 0 && body.some(({ text }) => text === 'execute' || /\.\w+$/.test(text))) {
    const first = body[0];
    if (first) steps.push({ deed: 'run-code', at: first.at });
  }
  return steps;
}

const isInside = ([inner]: readonly CodeToken[], body: readonly CodeToken[]): boolean => {
  const [first] = body;
  const last = body.at(-1);
  return !!inner && !!first && !!last && inner.at[0] >= first.at[0] && inner.at[0] <= last.at[0];
};

function stepOf(name: string, call: Call, batch: { table: string | undefined } | undefined): Step {
  const { at, named } = call;
  // In a batch the table goes without saying.
  const argument = (index: number, ...keys: string[]): string | undefined =>
    literal(call.positional[batch ? index - 1 : index]) ??
    keys.map((key) => literal(named.get(key))).find((value) => value);
  const table = batch ? batch.table : argument(0, 'table_name');
  switch (name) {
    case 'add_column': {
      const column = call.positional[batch ? 0 : 1] ?? named.get('column') ?? [];
      return { deed: 'add-column', at, table, ...newColumn(column) };
    }
    case 'drop_column':
      return { deed: 'drop-column', at, table, column: argument(1, 'column_name') };
    case 'rename_table':
      return { deed: 'rename-table', at, table: argument(0, 'old_table_name'), to: argument(1, 'new_table_name') };
    case 'alter_column':
      return altered(call, table, argument(1, 'column_name'));
    case 'create_index':
      return {
        deed: 'create-index',
        at,
        table: batch ? batch.table : argument(1, 'table_name'),
        concurrently: isWord(named.get('postgresql_concurrently'), 'True'),
        constraint: isWord(named.get('unique'), 'True') ? 'unique' : undefined,
      };
    case 'create_foreign_key':
      return { ...constraint(call, 'foreign-key'), table: batch ? batch.table : argument(1, 'source_table') };
    case 'create_check_constraint':
      return { ...constraint(call, 'check'), table: batch ? batch.table : argument(1, 'table_name') };
    case 'create_unique_constraint':
      return { ...constraint(call, 'unique'), table: batch ? batch.table : argument(1, 'table_name') };
    case 'create_primary_key':
      return { ...constraint(call, 'primary-key'), table: batch ? batch.table : argument(1, 'table_name') };
    default: {
      const deed = SIMPLE[name];
      return deed === undefined ? { deed: 'other', at } : { deed, at, table };
    }
  }
}

const constraint = ({ at, named }: Call, kind: Step['constraint']): Step => ({
  deed: 'add-constraint',
  at,
  constraint: kind,
  unchecked: isWord(named.get('postgresql_not_valid'), 'True'),
});

/** `sa.Column("name", sa.String(), nullable=False)`. */
function newColumn(tokens: readonly CodeToken[]): Pick<Step, 'column' | 'needsValue' | 'filled'> {
  const column = callAt(tokens, 0);
  if (!column) return {};
  const { named, positional } = column;
  const filled =
    named.has('server_default') || positional.some(([first]) => /Identity|Computed/.test(first?.text ?? ''));
  const required = isWord(named.get('nullable'), 'False') || isWord(named.get('primary_key'), 'True');
  return { column: literal(positional[0]), needsValue: required && !filled, filled };
}

/** One call may do several things; the gravest counts. */
function altered({ at, named }: Call, table: string | undefined, column: string | undefined): Step {
  const base = { at, table, column };
  const to = literal(named.get('new_column_name'));
  if (to !== undefined) return { ...base, deed: 'rename-column', to };
  const type = named.get('type_');
  if (type) return { ...base, deed: 'change-type', ...typeChange(named.get('existing_type'), type) };
  if (isWord(named.get('nullable'), 'False')) return { ...base, deed: 'require-value' };
  if (isWord(named.get('nullable'), 'True')) return { ...base, deed: 'allow-empty' };
  const initial = named.get('server_default');
  if (initial) return { ...base, deed: isWord(initial, 'None', 'False') ? 'drop-default' : 'set-default' };
  return { ...base, deed: 'other' };
}

const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['text', /^(?:string|text|varchar|unicode|unicodetext|citext|char|enum)$/i],
  ['whole', /^(?:integer|int|biginteger|bigint|smallinteger|smallint)$/i],
  ['time', /^(?:datetime|timestamp|date|time)$/i],
  ['truth', /^(?:boolean|bool)$/i],
  ['structure', /^(?:json|jsonb)$/i],
  ['identity', /^(?:uuid|guid)$/i],
];
const SIZES = ['smallint', 'smallinteger', 'int', 'integer', 'bigint', 'biginteger'];

interface ColumnType {
  readonly name: string;
  readonly family: string | undefined;
  readonly length: number | undefined;
}

function columnType(tokens: readonly CodeToken[] | undefined): ColumnType | undefined {
  const first = tokens?.[0];
  if (first?.kind !== 'name') return undefined;
  const name = first.text.slice(first.text.lastIndexOf('.') + 1);
  const digits = tokens?.find(({ kind }) => kind === 'number')?.text;
  return {
    name: name.toLowerCase(),
    family: FAMILIES.find(([, pattern]) => pattern.test(name))?.[0],
    length: digits === undefined ? undefined : Number(digits),
  };
}

/** What becomes of the values when a column of one type gets another. Nothing is said of types that are not known. */
function typeChange(
  before: readonly CodeToken[] | undefined,
  after: readonly CodeToken[],
): Pick<Step, 'narrows' | 'family' | 'rewrites'> {
  const old = columnType(before);
  const now = columnType(after);
  if (!old?.family || !now?.family) return {};
  if (old.family !== now.family) return now.family === 'text' ? {} : { family: 'other', rewrites: true };
  if (old.family === 'text') {
    const narrows =
      now.length !== undefined && (old.length === undefined ? old.name === 'text' : now.length < old.length);
    return narrows ? { narrows } : now.name === 'enum' || old.name === 'enum' ? {} : { family: 'same' };
  }
  if (old.family !== 'whole') return {};
  const sizes = [SIZES.indexOf(old.name) >> 1, SIZES.indexOf(now.name) >> 1] as const;
  return sizes[1] < sizes[0] ? { narrows: true } : { family: 'same', rewrites: sizes[1] > sizes[0] };
}
