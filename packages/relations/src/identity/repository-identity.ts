import type { Artifact, Inventory, RelationContext, Tree } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { forgeUrl, isDefaultRef } from '../shared/forge-url.ts';
import { oncePerContext } from '../shared/once-per-context.ts';
import { folderOf } from '../shared/repository-path.ts';

/** Distinct files that links must name, and that exist here, before links alone tell the repository's name. */
const ENOUGH_WITNESSES = 2;
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
  if (declared.size > 0) {
    const seen = [...declared].filter((name) => witnesses.has(name));
    if (declared.size === 1) {
      const [only] = declared;
      const contradicted = seen.length === 0 && best !== undefined && best[1] > ENOUGH_WITNESSES;
      return contradicted ? undefined : only;
    }
    return seen.length === 1 ? seen[0] : undefined;
  }
  if (!best || best[1] < ENOUGH_WITNESSES) return undefined;
  return second && second[1] * 2 > best[1] ? undefined : best[0];
});

/**
 * What manifests say: those in the root, for nested packages often name the repository they came from, and Go modules
 * whose path ends with the folder they lie in.
 */
function declaredIdentities(inventory: Inventory): Set<string> {
  const names = new Set<string>();
  for (const { path, facts } of artifactsOf(inventory, 'package-manifest')) {
    const folder = folderOf(path);
    const [, modulePath, below = ''] = (facts.ecosystem === 'go' && GO_MODULE.exec(facts.name ?? '')) || [];
    if (modulePath && below.replace(/(?:^|\/)v\d+$/, '') === folder) names.add(modulePath.toLowerCase());
    if (folder === '' && facts.repository) names.add(facts.repository.toLowerCase().replace(/\.git$/, ''));
  }
  return names;
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
      if (link.target.startsWith('http')) yield link.target;
    }
  if ('alerts' in artifact.facts)
    for (const alert of artifact.facts.alerts)
      for (const value of Object.values(alert.annotations)) if (value.startsWith('http')) yield value;
}
