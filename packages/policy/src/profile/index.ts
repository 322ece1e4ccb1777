import { artifactsOf, type Component, type Inventory, type Profile, type Tree } from '@shipworthy/model';
import { archetypesOf } from './archetypes.ts';
import { attachedReleases } from './attached-releases.ts';
import { inCatalog } from './catalog-entry.ts';
import { componentFolders } from './components.ts';
import { installTarget } from './native.ts';
import { partOf, rootOf, workspaceOf } from './parts.ts';
import { productManifests } from './product-manifests.ts';
import { retirementOf } from './retirement.ts';
import { rubricOf } from './rubric.ts';
import { signsOf } from './signs.ts';

/** Kinds of artifacts that some repositories hold for others to take. */
const KEPT = ['runbook', 'alert-rules', 'dashboard'] as const;

/**
 * What the repository is, judged from its tree and its manifests alone; each archetype and answer says what it is
 * taken from. The configuration's answers are laid over it afterwards.
 */
export function profileOf(inventory: Inventory, tree: Tree): Profile {
  const manifests = productManifests(inventory, tree);
  const folders = componentFolders(tree, manifests);
  const more = [attachedReleases(inventory), installTarget(inventory)].flatMap((sign) => sign ?? []);
  const { whole, nearest } = signsOf(
    tree,
    manifests,
    folders.map(({ folder }) => folder),
    more,
  );
  const kept = {
    operational: KEPT.reduce((sum, kind) => sum + artifactsOf(inventory, kind).length, 0),
  };
  const judged = archetypesOf(whole, kept);
  const NOTHING_KEPT = { operational: 0 };
  const workspace = workspaceOf(manifests, tree.hasFile('pnpm-workspace.yaml'));
  const components = folders.map(({ name, folder }): Component => {
    const signs = nearest.get(folder);
    if (folders.length === 1 || !signs) return { name, folder, ...judged };
    const found = archetypesOf(signs, NOTHING_KEPT);
    return { name, folder, ...(folder === '' ? rootOf(found, judged) : partOf(signs, found, workspace)) };
  });
  const retired = retirementOf(inventory);
  const stated = inCatalog(inventory);
  return {
    ...judged,
    components,
    rubric: rubricOf(inventory, tree, whole),
    criticality: retired ? 'experimental' : 'standard',
    ...(stated ? { stated } : {}),
    ...(retired ? { retired } : {}),
  };
}
