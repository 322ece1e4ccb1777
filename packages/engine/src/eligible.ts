import { type AnyArtifact, type Inventory, type Kind, OWN_CLASSES, type PathClass } from '@shipworthy/model';

/** Classes whose artifacts a repository answers for. */
const OWN: ReadonlySet<PathClass> = new Set(['authored', 'generated']);

/**
 * Which artifacts count. Examples are full subjects of a kind only where the repository has no authored, parsed
 * instance of it: a mixin's compiled rules below `examples/` are then its real rules.
 */
export function eligibility(inventory: Inventory): (artifact: AnyArtifact) => boolean {
  const own = ({ kind, pathClass }: AnyArtifact): boolean =>
    OWN.has(pathClass) || (OWN_CLASSES[kind]?.includes(pathClass) ?? false);
  const kindsOfOwn = new Set<Kind>();
  for (const file of inventory.files)
    for (const artifact of file.artifacts)
      if (own(artifact) && artifact.level !== 'scraped') kindsOfOwn.add(artifact.kind);
  return (artifact) => own(artifact) || (artifact.pathClass === 'example' && !kindsOfOwn.has(artifact.kind));
}
