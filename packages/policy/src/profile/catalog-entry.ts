import { artifactsOf, type Inventory, type Profile } from '@shipworthy/model';

/** Components that somebody runs; `library` and the like are shipped. */
const RUN: ReadonlySet<string> = new Set(['service', 'website']);

/**
 * The entry of the service catalog by which its owners say that the repository runs in production. Only one at the root is of
 * the repository itself: elsewhere it may be of a part, or of what another repository holds.
 */
export function inCatalog(inventory: Inventory): NonNullable<Profile['stated']> | undefined {
  const entry = artifactsOf(inventory, 'service-catalog').find(
    ({ path, pathClass, facts: { entity, specType, lifecycle } }) =>
      pathClass === 'authored' &&
      !path.includes('/') &&
      entity === 'Component' &&
      RUN.has(specType ?? '') &&
      lifecycle === 'production',
  );
  if (!entry) return undefined;
  return {
    because: `${entry.path} says that it is a ${entry.facts.specType} in production`,
    at: { path: entry.path },
  };
}
