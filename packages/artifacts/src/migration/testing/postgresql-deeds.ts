import type { MigrationDeed } from '@shipworthy/model';

/** A node of PostgreSQL's own parse tree: one key, the name of its type. */
type Node = Readonly<Record<string, unknown>>;

const record = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What PostgreSQL's parser says a statement does, in the words of the facts: `drop-column users.email`. For tests only. */
export function deedsByPostgresql(tree: unknown): string[] {
  return list(record(tree).stmts).flatMap((raw) => {
    const [[type, node] = ['', {}]] = Object.entries(record(record(raw).stmt));
    return deedsOf(type, record(node));
  });
}

const say = (deed: MigrationDeed, table = '', column = ''): string =>
  `${deed}${table === '' ? '' : ` ${table}`}${column === '' ? '' : `.${column}`}`;
const tableOf = (relation: unknown): string => text(record(relation).relname);
const lastName = (names: unknown): string => text(record(record(list(names).at(-1)).String).sval);

function deedsOf(type: string, node: Node): string[] {
  switch (type) {
    case 'CreateStmt':
      return [say('create-table', tableOf(node.relation))];
    case 'CreateTableAsStmt':
      return node.objtype === 'OBJECT_TABLE' ? [say('create-table', tableOf(record(node.into).rel))] : [say('other')];
    case 'IndexStmt':
      return [say('create-index', tableOf(node.relation))];
    case 'InsertStmt':
      return [say('insert', tableOf(node.relation))];
    case 'UpdateStmt':
      return [say('update', tableOf(node.relation))];
    case 'DeleteStmt':
      return [say('delete', tableOf(node.relation))];
    case 'TruncateStmt':
      return [say('truncate', tableOf(record(list(node.relations)[0]).RangeVar))];
    case 'DropStmt':
      if (node.removeType === 'OBJECT_INDEX') return [say('drop-index')];
      if (node.removeType !== 'OBJECT_TABLE' && node.removeType !== 'OBJECT_FOREIGN_TABLE') return [say('other')];
      return list(node.objects).map((object) => say('drop-table', lastName(record(record(object).List).items)));
    case 'RenameStmt':
      if (node.renameType === 'OBJECT_TABLE') return [say('rename-table', tableOf(node.relation))];
      return node.renameType === 'OBJECT_COLUMN' && node.relationType === 'OBJECT_TABLE'
        ? [say('rename-column', tableOf(node.relation), text(node.subname))]
        : [say('other')];
    case 'AlterTableStmt':
      if (node.objtype !== 'OBJECT_TABLE') return [say('other')];
      return list(node.cmds).map((cmd) => alteration(record(record(cmd).AlterTableCmd), tableOf(node.relation)));
    case 'AlterEnumStmt':
      return [node.newVal !== undefined && node.oldVal === undefined ? say('add-enum-value') : say('other')];
    case 'VariableSetStmt':
      return /^(?:lock|statement)_timeout$/.test(text(node.name)) ? [say('set-timeout')] : [];
    case 'DoStmt':
    case 'CallStmt':
    case 'SelectStmt':
    case 'MergeStmt':
    case 'ExecuteStmt':
      return [say('run-code')];
    case 'TransactionStmt':
    case 'CommentStmt':
    case 'VacuumStmt':
    case 'LockStmt':
    case 'VariableShowStmt':
      return [];
    default:
      return [say('other')];
  }
}

const BY_COMMAND: Readonly<Record<string, MigrationDeed>> = {
  AT_DropColumn: 'drop-column',
  AT_AlterColumnType: 'change-type',
  AT_SetNotNull: 'require-value',
  AT_DropNotNull: 'allow-empty',
};

function alteration(cmd: Node, table: string): string {
  const subtype = text(cmd.subtype);
  const deed = BY_COMMAND[subtype];
  if (deed) return say(deed, table, text(cmd.name));
  switch (subtype) {
    case 'AT_AddColumn':
      return say('add-column', table, text(record(record(cmd.def).ColumnDef).colname));
    case 'AT_ColumnDefault':
      return say(cmd.def === undefined ? 'drop-default' : 'set-default', table, text(cmd.name));
    case 'AT_AddConstraint':
      return say('add-constraint', table);
    case 'AT_ValidateConstraint':
      return say('validate-constraint', table);
    case 'AT_DropConstraint':
      return say('drop-constraint', table);
    default:
      return say('other', table);
  }
}
