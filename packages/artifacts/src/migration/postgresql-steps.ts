import type { Span } from '@shipworthy/model';
import type { CreateStmt, DeleteStmt, Node, RangeVar, RenameStmt, SelectStmt } from 'libpg-query';
import { alterTableByPostgresql, type Deed } from './postgresql-table.ts';
import type { Step } from './weigh.ts';

/** Statements about the session or the transaction: they change nothing that stays. */
const SESSION: ReadonlySet<string> = new Set([
  'TransactionStmt',
  'CommentStmt',
  'VacuumStmt',
  'LockStmt',
  'VariableShowStmt',
  'ConstraintsSetStmt',
]);
/** What they do is in the code that they run. */
const CODE: ReadonlySet<string> = new Set(['DoStmt', 'CallStmt', 'MergeStmt', 'ExecuteStmt']);
/** Functions of the server that a dump calls to set itself up. */
const SETTING: ReadonlySet<string> = new Set(['set_config', 'setval']);
const TIMEOUT: ReadonlySet<string> = new Set(['lock_timeout', 'statement_timeout']);

/** The deeds of one statement in PostgreSQL's own parse tree; the counterpart of `sqlSteps`, which scans. */
export function deedsByPostgresql(node: Node): Deed[] {
  if ('CreateStmt' in node) return [createTable(node.CreateStmt)];
  if ('CreateForeignTableStmt' in node) return [createTable(node.CreateForeignTableStmt.base)];
  if ('CreateTableAsStmt' in node) {
    const { objtype, into } = node.CreateTableAsStmt;
    return [objtype === 'OBJECT_TABLE' ? { deed: 'create-table', table: into?.rel?.relname } : { deed: 'other' }];
  }
  if ('IndexStmt' in node) {
    const { relation, concurrent, unique } = node.IndexStmt;
    const constraint = unique === true ? ('unique' as const) : undefined;
    return [{ deed: 'create-index', table: relation?.relname, concurrently: concurrent === true, constraint }];
  }
  if ('InsertStmt' in node) return [{ deed: 'insert', table: node.InsertStmt.relation?.relname }];
  if ('UpdateStmt' in node) return [{ deed: 'update', table: node.UpdateStmt.relation?.relname }];
  if ('DeleteStmt' in node) return [deletes(node.DeleteStmt)];
  if ('TruncateStmt' in node)
    return rangeVars(node.TruncateStmt.relations).map(({ relname }) => ({ deed: 'truncate', table: relname }));
  if ('DropStmt' in node) {
    const { removeType, objects = [] } = node.DropStmt;
    if (removeType === 'OBJECT_INDEX') return [{ deed: 'drop-index' }];
    if (removeType !== 'OBJECT_TABLE' && removeType !== 'OBJECT_FOREIGN_TABLE') return [{ deed: 'other' }];
    return objects.map((object) => ({ deed: 'drop-table', table: lastName(object) }));
  }
  if ('RenameStmt' in node) return [renames(node.RenameStmt)];
  if ('AlterTableStmt' in node) return alterTableByPostgresql(node.AlterTableStmt);
  if ('AlterEnumStmt' in node) {
    const { typeName, newVal, oldVal } = node.AlterEnumStmt;
    const adds = newVal !== undefined && oldVal === undefined;
    return [adds ? { deed: 'add-enum-value' } : { deed: 'other', table: lastOf(typeName) }];
  }
  if ('AlterObjectSchemaStmt' in node) {
    const { objectType, relation } = node.AlterObjectSchemaStmt;
    return [{ deed: 'other', ...(objectType === 'OBJECT_TABLE' ? { table: relation?.relname } : {}) }];
  }
  if ('VariableSetStmt' in node) {
    const { kind, name = '' } = node.VariableSetStmt;
    return kind === 'VAR_SET_VALUE' && TIMEOUT.has(name.toLowerCase()) ? [{ deed: 'set-timeout' }] : [];
  }
  if ('SelectStmt' in node) return selects(node.SelectStmt);
  const [type = ''] = Object.keys(node);
  if (SESSION.has(type)) return [];
  return [{ deed: CODE.has(type) ? 'run-code' : 'other' }];
}

/**
 * The deeds with their places: those of the scan where it sees as many, else of the whole statement. The scan has the
 * names as they are written as well; PostgreSQL folds what is not quoted to lower case.
 */
export function placed(deeds: readonly Deed[], scanned: readonly Step[], at: Span): Step[] {
  return deeds.map((deed, index) => {
    const written = scanned.length === deeds.length ? scanned[index] : undefined;
    const { table, column, to } = deed;
    return {
      ...deed,
      at: written?.at ?? at,
      table: asWritten(table, written?.table),
      column: asWritten(column, written?.column),
      to: asWritten(to, written?.to),
    };
  });
}

const asWritten = (name: string | undefined, written: string | undefined): string | undefined =>
  written !== undefined && written.toLowerCase() === name?.toLowerCase() ? written : name;

const createTable = (statement: CreateStmt | undefined): Deed => ({
  deed: 'create-table',
  table: statement?.relation?.relname,
});

function deletes({ relation, whereClause, usingClause = [] }: DeleteStmt): Deed {
  // Rows that a join or a list names are bounds as well.
  return { deed: 'delete', table: relation?.relname, unbounded: whereClause === undefined && usingClause.length === 0 };
}

function renames({ renameType, relationType, relation, object, subname, newname }: RenameStmt): Deed {
  const table = relation?.relname;
  if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_FOREIGN_TABLE')
    return { deed: 'rename-table', table, to: newname };
  const ofTable = relationType === 'OBJECT_TABLE' || relationType === 'OBJECT_FOREIGN_TABLE';
  if (renameType === 'OBJECT_COLUMN' && ofTable) return { deed: 'rename-column', table, column: subname, to: newname };
  if (renameType === 'OBJECT_TABCONSTRAINT') return { deed: 'other', table };
  return { deed: 'other', ...(renameType === 'OBJECT_TYPE' ? { table: lastName(object) } : {}) };
}

function selects({ intoClause, targetList = [] }: SelectStmt): Deed[] {
  if (intoClause?.rel) return [{ deed: 'create-table', table: intoClause.rel.relname }];
  return targetList.length > 0 && targetList.every(isSetting) ? [] : [{ deed: 'run-code' }];
}

function isSetting(target: Node): boolean {
  const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
  if (!value || !('FuncCall' in value)) return false;
  const names = stringsOf(value.FuncCall.funcname);
  return names[0] === 'pg_catalog' || SETTING.has(names.at(-1)?.toLowerCase() ?? '');
}

const rangeVars = (nodes: readonly Node[] = []): RangeVar[] =>
  nodes.flatMap((node) => ('RangeVar' in node ? [node.RangeVar] : []));

/** Names in parts, as `schema.name`. */
const stringsOf = (nodes: readonly Node[] = []): string[] =>
  nodes.flatMap((node) => ('String' in node && node.String.sval !== undefined ? [node.String.sval] : []));

const lastOf = (nodes: readonly Node[] | undefined): string | undefined => stringsOf(nodes).at(-1);
const lastName = (node: Node | undefined): string | undefined =>
  node && 'List' in node ? lastOf(node.List.items) : undefined;
