import type { Artifact, Inventory, RelationContext, Tree } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { forgeUrl, isDefaultRef } from '../addresses/forge-url.ts';
import { folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/** Distinct files that links must name, and that exist here, before links alone tell the repository's name. */
const ENOUGH_WITNESSES = 2;
/** Nested packages that must name the same repository. */
const ENOUGH_PACKAGES = 3;
/** Distinct files that outweigh a manifest which no link agrees with. */
const OUTWEIGHS_MANIFEST = 6;
/** Files that nearly every repository has: that they exist here says nothing. */
const COMMON_FILES = /^(?:readme|license|licence|contributing|changelog|code_of_conduct|security|notice)(?:\.\w+)?$/i;
const GO_MODULE = /^git(?:hub|lab)\.com\/([^/]+\/[^/]+)(?:\/(.*))?$/;
const WORKFLOW_URL =
  /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+\/[^/?#]+)\/(?:actions\/)?workflows\/([^/?#]+\.ya?ml)\b/i;

/**
 * The repository's own `owner/name`, lower case, as its tree tells it: the root manifest, the Go module path, and links
 * to files that exist here. Never from git's remotes, so that a fork and a fresh clone give the same answer.
 * `undefined` when the tree does not say, or contradicts itself.
 */
export const repositoryIdentity: (context: RelationContext) => string | undefined = oncePerContext((context) => {
  const declared = declaredIdentities(context.inventory);
  const witnesses = countWitnesses(context.inventory, context.tree);
  const ranked = [...witnesses].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  const dominant = best && !(second && second[1] * 2 > best[1]) ? best : undefined;
  if (declared.size === 0) return dominant && dominant[1] >= ENOUGH_WITNESSES ? dominant[0] : undefined;
  const seen = [...declared].filter((name) => witnesses.has(name));
  if (seen.length === 1) return seen[0];
  if (seen.length > 1) return undefined;
  // A manifest may still tell the name before a move, or that of the template the repository was made from.
  if (best && best[1] > ENOUGH_WITNESSES)
    return dominant && dominant[1] >= OUTWEIGHS_MANIFEST ? dominant[0] : undefined;
  const [only] = declared;
  return declared.size === 1 ? only : undefined;
});

/**
 * What manifests say: those in the root, Go modules whose path ends with the folder they lie in, and, failing these,
 * nested packages if there are several and all agree; a single one often names the repository it came from.
 */
function declaredIdentities(inventory: Inventory): Set<string> {
  const names = new Set<string>();
  const nested: string[] = [];
  for (const { path, facts } of artifactsOf(inventory, 'dependency-manifest')) {
    const folder = folderOf(path);
    const [, modulePath, below = ''] = (facts.ecosystem === 'go' && GO_MODULE.exec(facts.name ?? '')) || [];
    if (modulePath && below.replace(/(?:^|\/)v\d+$/, '') === folder) names.add(modulePath.toLowerCase());
    const repository = facts.repository?.toLowerCase().replace(/\.git$/, '');
    if (repository && folder === '') names.add(repository);
    else if (repository) nested.push(repository);
  }
  const agreed = new Set(nested);
  return names.size === 0 && nested.length >= ENOUGH_PACKAGES && agreed.size === 1 ? agreed : names;
}

/** How many distinct paths of this tree are linked as files of each repository. */
function countWitnesses(inventory: Inventory, tree: Tree): Map<string, number> {
  const paths = new Map<string, Set<string>>();
  const note = (repository: string, path: string) => {
    const known = paths.get(repository);
    if (known) known.add(path);
    else paths.set(repository, new Set([path]));
  };
  for (const url of urls(inventory)) {
    const file = forgeUrl(url);
    if (file) {
      const telling = file.path !== '' && !COMMON_FILES.test(file.path);
      if (telling && isDefaultRef(file.ref) && (tree.hasFile(file.path) || tree.hasFolder(file.path)))
        note(file.repository, file.path);
      continue;
    }
    const [, repository, workflow] = WORKFLOW_URL.exec(url) ?? [];
    const path = `.github/workflows/${workflow}`;
    if (repository && tree.hasFile(path)) note(repository.toLowerCase(), path);
  }
  return new Map([...paths].map(([repository, found]) => [repository, found.size]));
}

function* urls(inventory: Inventory): Generator<string> {
  for (const file of inventory.files) for (const artifact of file.artifacts) yield* urlsOf(artifact);
}

function* urlsOf(artifact: Artifact): Generator<string> {
  if ('links' in artifact.facts)
    for (const link of artifact.facts.links) {
      if ('target' in link && link.target.startsWith('http')) yield link.target;
    }
  if ('alerts' in artifact.facts)
    for (const alert of artifact.facts.alerts)
      for (const value of Object.values(alert.annotations)) if (value.startsWith('http')) yield value;
}
