import type { AnyArtifact, Inventory, Kind, PathClass } from '@shipworthy/model';

/** Classes whose artifacts a repository answers for. */
const OWN: ReadonlySet<PathClass> = new Set(['authored', 'generated']);

/**
 * Which artifacts count. Examples are full subjects of a kind only where the repository has no authored, parsed
 * instance of it: a mixin's compiled rules below `examples/` are then its real rules.
 */
export function eligibility(inventory: Inventory): (artifact: AnyArtifact) => boolean {
  const kindsOfOwn = new Set<Kind>();
  for (const file of inventory.files)
    for (const artifact of file.artifacts)
      if (OWN.has(artifact.pathClass) && artifact.level !== 'scraped') kindsOfOwn.add(artifact.kind);
  return (artifact) =>
    OWN.has(artifact.pathClass) || (artifact.pathClass === 'example' && !kindsOfOwn.has(artifact.kind));
}
