import type { MigrationDeed, MigrationOperation } from '@shipworthy/model';

type Recipes = Partial<Readonly<Record<MigrationDeed, string>>>;

/** The way to get there in steps that each release can live with. */
const ACROSS_RELEASES: Recipes = {
  'rename-table': 'Make the new table or a view by the new name, write both, and drop the old one in a later release.',
  'rename-column': 'Add the new column, write both, fill it, read it, and drop the old one in a later release.',
  'add-column':
    'It needs a value and brings none: give it a default in the database, or allow NULL until every writer fills it.',
  'require-value': 'Give it a default in the database, or allow NULL until every writer fills it.',
  'change-type': 'Add a column of the new type, write both, fill it, read it, and drop the old one in a later release.',
};

/** What PostgreSQL's documentation offers instead of a long lock. */
const WITHOUT_LOCKS: Recipes = {
  'create-index': 'Build it with CONCURRENTLY, outside a transaction.',
  'add-constraint': 'Add it NOT VALID, and validate it in a second migration.',
  'require-value': 'Add a CHECK (… IS NOT NULL) NOT VALID, validate it, then set NOT NULL.',
  'change-type': 'Add a column of the new type, fill it in batches, and switch over.',
};

/** One sentence: how to do the step so that the release before goes on working. */
export const releaseRecipe = (deed: MigrationDeed | undefined): string =>
  (deed && ACROSS_RELEASES[deed]) ?? 'Do it in two releases: first what both can live with.';

/** One sentence: how to do the step so that writers go on. */
export function lockRecipe({ deed, locks = '' }: Pick<MigrationOperation, 'deed' | 'locks'>): string {
  // PostgreSQL takes NOT VALID for foreign keys and checks only.
  if (deed === 'add-constraint' && locks.endsWith(' index'))
    return 'Build a unique index with CONCURRENTLY, and add the constraint USING that index.';
  return WITHOUT_LOCKS[deed] ?? 'Do it in steps that each take a short lock.';
}
