import type { RelationContext } from '@shipworthy/model';

/**
 * `compute`, run at most once for each context: several relations of one audit stand on the same maps.
 */
export function oncePerContext<T>(compute: (context: RelationContext) => T): (context: RelationContext) => T {
  const known = new WeakMap<RelationContext, { readonly value: T }>();
  return (context) => {
    const found = known.get(context);
    if (found) return found.value;
    const value = compute(context);
    known.set(context, { value });
    return value;
  };
}
