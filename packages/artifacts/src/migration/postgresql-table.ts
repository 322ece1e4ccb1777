import type { AlterTableCmd, AlterTableStmt, ColumnDef, Constraint, Node, TypeName } from 'libpg-query';
import type { Step } from './weigh.ts';

/** What a statement or one action of it does, without its place. */
export type Deed = Omit<Step, 'at'>;

/** Types to which PostgreSQL changes most others by writing every row anew. */
const ANEW: ReadonlySet<string> = new Set([
  'int4',
  'int8',
  'uuid',
  'timestamptz',
  'timestamp',
  'date',
  'json',
  'jsonb',
  'bytea',
  'bool',
]);
/** Other actions whose name is that of a column; else it is that of a trigger, an index or a role. */
const OF_COLUMN = /^AT_(?:Set|Reset|Add|Drop)(?:Statistics|Storage|Compression|Options|Identity|Expression)$/;
const SERIAL = /^(?:big|small)?serial[248]?$/;
/** Parts of a column that give it a value where nobody writes one. */
const FILLS: ReadonlySet<string> = new Set(['CONSTR_DEFAULT', 'CONSTR_GENERATED', 'CONSTR_IDENTITY']);
const REQUIRES: ReadonlySet<string> = new Set(['CONSTR_NOTNULL', 'CONSTR_PRIMARY']);

/** The actions of an ALTER TABLE in PostgreSQL's own parse tree. */
export function alterTableByPostgresql({ objtype, relation, cmds = [] }: AlterTableStmt): Deed[] {
  const table = relation?.relname;
  if (objtype === 'OBJECT_TYPE') return [{ deed: 'other', table }];
  if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_FOREIGN_TABLE') return [{ deed: 'other' }];
  return cmds.flatMap((cmd) => ('AlterTableCmd' in cmd ? [action(cmd.AlterTableCmd, table)] : []));
}

function action({ subtype, name, def }: AlterTableCmd, table: string | undefined): Deed {
  const named = { table, column: name };
  switch (subtype) {
    case 'AT_AddColumn':
      return { deed: 'add-column', table, ...addedColumn(def) };
    case 'AT_DropColumn':
      return { deed: 'drop-column', ...named };
    case 'AT_AlterColumnType':
      return { deed: 'change-type', ...named, rewrites: ANEW.has(typeOf(columnOf(def)?.typeName)) };
    case 'AT_SetNotNull':
      return { deed: 'require-value', ...named };
    case 'AT_DropNotNull':
      return { deed: 'allow-empty', ...named };
    case 'AT_ColumnDefault':
      return { deed: def === undefined ? 'drop-default' : 'set-default', ...named };
    case 'AT_AddConstraint':
      return { deed: 'add-constraint', table, ...addedConstraint(def) };
    case 'AT_ValidateConstraint':
      return { deed: 'validate-constraint', table };
    case 'AT_DropConstraint':
      return { deed: 'drop-constraint', table };
    default:
      return { deed: 'other', ...(OF_COLUMN.test(subtype ?? '') ? named : { table }) };
  }
}

const columnOf = (def: Node | undefined): ColumnDef | undefined =>
  def && 'ColumnDef' in def ? def.ColumnDef : undefined;

/** Without its schema, as PostgreSQL calls it: `integer` is `int4`. */
function typeOf(type: TypeName | undefined): string {
  const last = type?.names?.at(-1);
  return last && 'String' in last ? (last.String.sval ?? '') : '';
}

function addedColumn(def: Node | undefined): Pick<Deed, 'column' | 'needsValue' | 'filled'> {
  const column = columnOf(def);
  const parts = (column?.constraints ?? []).map((part) =>
    'Constraint' in part ? (part.Constraint.contype ?? '') : '',
  );
  const filled = parts.some((part) => FILLS.has(part)) || SERIAL.test(typeOf(column?.typeName));
  return { column: column?.colname, needsValue: parts.some((part) => REQUIRES.has(part)) && !filled, filled };
}

function addedConstraint(def: Node | undefined): Pick<Deed, 'constraint' | 'unchecked' | 'concurrently'> {
  const added = def && 'Constraint' in def ? def.Constraint : undefined;
  return {
    constraint: constraintOf(added),
    unchecked: added?.skip_validation === true,
    concurrently: added?.indexname !== undefined,
  };
}

function constraintOf(added: Constraint | undefined): Deed['constraint'] {
  switch (added?.contype) {
    case 'CONSTR_FOREIGN':
      return 'foreign-key';
    case 'CONSTR_PRIMARY':
      return 'primary-key';
    // NOT NULL as a constraint of the table looks at every row as a check does.
    case 'CONSTR_CHECK':
    case 'CONSTR_NOTNULL':
      return 'check';
    case 'CONSTR_UNIQUE':
    case 'CONSTR_EXCLUSION':
      return 'unique';
    default:
      return undefined;
  }
}
