import type { Artifact, MigrationTool } from '@shipworthy/model';

type Migration = Artifact<'migration'>;

/** Tools that refuse to run where two files of a folder claim one version, as their documentation or source has it. */
const REFUSES: ReadonlySet<MigrationTool> = new Set([
  'rails',
  'alembic',
  'flyway',
  'golang-migrate',
  'goose',
  'dbmate',
  'tern',
  'supabase',
  'ecto',
  'diesel',
]);
/** Tools that tell the order by parents alone. */
export const BY_PARENTS: ReadonlySet<MigrationTool> = new Set(['alembic', 'django']);

/** What two files must not have in common; undefined where the tool does not mind. */
export function claimOf({ path, facts }: Migration): string | undefined {
  const { tool, series, version, variant, holds } = facts;
  if (!REFUSES.has(tool) || version === undefined) return undefined;
  // Of a folder for one step the path says which; its name is not compared.
  const direction = tool === 'flyway' || tool === 'golang-migrate' || tool === 'diesel' ? holds : '';
  const file = tool === 'diesel' ? path.slice(path.lastIndexOf('/')) : '';
  return [tool, series, version, variant ?? '', direction, file].join('\n');
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** The version that comes last; undefined where one file of the series shows none. */
export function lastVersion(migrations: readonly Migration[]): string | undefined {
  let last: string | undefined;
  for (const { facts } of migrations) {
    // Views and functions that Flyway makes again each time have no place in the order.
    if (facts.tool === 'flyway' && facts.version === undefined) continue;
    if (facts.version === undefined) return undefined;
    if (last === undefined || compare(facts.version, last) > 0) last = facts.version;
  }
  return last;
}
