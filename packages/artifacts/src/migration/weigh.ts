import type { MigrationDeed, MigrationOperation, Span } from '@shipworthy/model';

/** One step of a migration as a tool's reader finds it, before it is weighed together with the others. */
export interface Step {
  readonly deed: MigrationDeed;
  readonly at: Span;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  /** `add-column`: has to hold a value and brings none. */
  readonly needsValue?: boolean;
  /** `add-column`: the database gives it a value. */
  readonly filled?: boolean;
  /** `create-index`: built beside running writers. `add-constraint`: takes an index that is there already. */
  readonly concurrently?: boolean;
  /** `add-constraint`: rows that are there are not looked at. */
  readonly unchecked?: boolean;
  /** `add-constraint`: what kind; others hold nobody up. */
  readonly constraint?: 'foreign-key' | 'check' | 'unique' | 'primary-key' | undefined;
  /** `delete`: of every row. */
  readonly unbounded?: boolean;
  /** `change-type`: some of what was stored no longer fits. */
  readonly narrows?: boolean;
  /** `change-type`: the new type is of another family, or of the same and wider; absent: the old one is not seen. */
  readonly family?: 'same' | 'other';
  /** `change-type`: every row is written anew. */
  readonly rewrites?: boolean;
  /** `rename-table`, `rename-column`: the new name. */
  readonly to?: string | undefined;
}

/**
 * What each step of one direction means, given those before and after it.
 * @param transaction whether they run in one; undefined when that is not known
 */
export function weigh(steps: readonly Step[], transaction?: boolean): MigrationOperation[] {
  const key = (table: string, column = ''): string => `${table.toLowerCase()}.${column.toLowerCase()}`;
  const made = new Set<string>();
  /** Names that a table gets later: SQLite's way to alter one is to make another, drop it and rename. */
  const renamedTo = new Set<string>();
  /** Or to rename it, make another by its name and drop the old one. */
  const madeLater = new Set<string>();
  const putAside = new Set<string>();
  /** A column that is dropped for one that gets its name: what it held was copied before. */
  const columnsRenamedTo = new Set<string>();
  const columnsDropped = new Set<string>();
  const validated = new Set<string>();
  const defaults = new Set<string>();
  for (const { deed, table, column, to, filled } of steps) {
    if (deed === 'rename-table' && to !== undefined) renamedTo.add(key(to));
    if (deed === 'create-table' && table !== undefined) madeLater.add(key(table));
    if (deed === 'rename-table' && to !== undefined) madeLater.add(key(to));
    if (deed === 'rename-column' && table !== undefined && to !== undefined) columnsRenamedTo.add(key(table, to));
    if ((deed === 'set-default' || filled) && table !== undefined && column !== undefined)
      defaults.add(key(table, column));
  }
  for (const { deed, table, to } of steps)
    if (deed === 'rename-table' && table !== undefined && to !== undefined && madeLater.has(key(table)))
      putAside.add(key(to));
  return steps.map((step): MigrationOperation => {
    const { deed, at, table, column } = step;
    const onNewTable = table !== undefined && made.has(key(table));
    const onNewColumn = table !== undefined && column !== undefined && made.has(key(table, column));
    const rebuilt =
      (deed === 'drop-table' && table !== undefined && (renamedTo.has(key(table)) || putAside.has(key(table)))) ||
      (deed === 'rename-table' && step.to !== undefined && putAside.has(key(step.to)));
    const swapped =
      table !== undefined &&
      ((deed === 'drop-column' && column !== undefined && columnsRenamedTo.has(key(table, column))) ||
        (deed === 'rename-column' && step.to !== undefined && columnsDropped.has(key(table, step.to))));
    if (table !== undefined && column !== undefined && deed === 'drop-column') columnsDropped.add(key(table, column));
    if (table !== undefined && deed === 'validate-constraint') validated.add(key(table));
    // Since version 12 PostgreSQL takes a validated CHECK for proof and looks at no row.
    const proven = deed === 'require-value' && table !== undefined && validated.has(key(table));
    if (table !== undefined && deed === 'create-table') made.add(key(table));
    if (table !== undefined && column !== undefined && deed === 'add-column') made.add(key(table, column));
    if (table !== undefined && deed === 'rename-table' && onNewTable && step.to !== undefined) made.add(key(step.to));
    const isNew = onNewTable || onNewColumn;
    const hasDefault = table !== undefined && column !== undefined && defaults.has(key(table, column));
    const locks = onNewTable || proven || deed === 'create-table' ? undefined : locksOf(step, transaction === true);
    return {
      deed,
      at,
      ...(table === undefined ? {} : { table }),
      ...(column === undefined ? {} : { column }),
      destroys: !isNew && !rebuilt && !swapped && destroys(step),
      compatible: onNewTable || rebuilt ? 'yes' : swapped ? 'unknown' : compatible(step, onNewColumn, hasDefault),
      onNewTable: onNewTable || deed === 'create-table',
      ...(locks === undefined ? {} : { locks }),
    };
  });
}

function destroys({ deed, narrows, unbounded }: Step): boolean {
  switch (deed) {
    case 'drop-table':
    case 'drop-column':
    case 'truncate':
      return true;
    case 'delete':
      return unbounded === true;
    case 'change-type':
      return narrows === true;
    default:
      return false;
  }
}

function compatible(step: Step, onNewColumn: boolean, hasDefault: boolean): MigrationOperation['compatible'] {
  switch (step.deed) {
    case 'drop-table':
    case 'rename-table':
      return 'no';
    case 'drop-column':
    case 'rename-column':
      return onNewColumn ? 'yes' : 'no';
    case 'add-column':
      return step.needsValue === true && !hasDefault ? 'no' : 'yes';
    case 'require-value':
      // A column of this file that no program of the release before knows of, let alone fills.
      if (onNewColumn) return hasDefault ? 'yes' : 'no';
      return 'unknown';
    case 'change-type':
      if (onNewColumn) return 'yes';
      return step.narrows === true || step.family === 'other' ? 'no' : step.family === 'same' ? 'yes' : 'unknown';
    case 'add-constraint':
    case 'create-index':
      return step.constraint === undefined && step.deed === 'create-index' ? 'yes' : 'unknown';
    case 'drop-default':
    case 'update':
    case 'delete':
    case 'truncate':
    case 'run-code':
    case 'other':
      return 'unknown';
    default:
      return 'yes';
  }
}

/** What makes writers wait on PostgreSQL for as long as the table is large: its documentation of ALTER TABLE and CREATE INDEX. */
function locksOf(
  { deed, concurrently, unchecked, constraint, rewrites }: Step,
  transaction: boolean,
): string | undefined {
  switch (deed) {
    case 'create-index':
      if (concurrently !== true) return 'builds an index without CONCURRENTLY';
      return transaction ? 'builds an index CONCURRENTLY inside a transaction, which PostgreSQL refuses' : undefined;
    case 'add-constraint':
      if (unchecked === true || concurrently === true) return undefined;
      if (constraint === 'foreign-key') return 'adds a foreign key without NOT VALID';
      if (constraint === 'check') return 'adds a check without NOT VALID';
      return constraint === undefined ? undefined : 'adds a constraint that builds its index';
    case 'require-value':
      return 'looks at every row for SET NOT NULL';
    case 'change-type':
      return rewrites === true ? 'writes every row anew to change a type' : undefined;
    default:
      return undefined;
  }
}
