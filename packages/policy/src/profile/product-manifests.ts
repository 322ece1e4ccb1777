import { type Artifact, artifactsOf, type Inventory, type Tree } from '@shipworthy/model';
import type { Manifest } from './signs.ts';
import { ASIDE } from './tree-words.ts';

/** The manifests that speak of the product. */
export function productManifests(inventory: Inventory, tree: Tree): Manifest[] {
  const manifests = artifactsOf(inventory, 'dependency-manifest').flatMap((manifest) => {
    const { pathClass, path, facts } = manifest;
    if ((pathClass !== 'authored' && !(pathClass === 'generated' && facts.list)) || ASIDE.test(path)) return [];
    return [facts.entry !== undefined && isNowhere(facts.entry, path, tree) ? withoutEntry(manifest) : manifest];
  });
  const nameOf = (ecosystem: string, name: string): string => `${ecosystem} ${name.toLowerCase()}`;
  const own = new Set(
    manifests.flatMap(({ facts: { ecosystem, name } }) => (name === undefined ? [] : nameOf(ecosystem, name))),
  );
  return manifests.map((manifest) => {
    const { ecosystem, dependencies } = manifest.facts;
    return { ...manifest, ofOthers: dependencies.filter((name) => !own.has(nameOf(ecosystem, name))) };
  });
}

/** `npm init` writes `index.js` whatever there is. What lies in a folder may be built. */
function isNowhere(entry: string, path: string, tree: Tree): boolean {
  const name = entry.replace(/^\.\//, '').replace(/\.[cm]?js$/, '');
  if (name === '' || name.includes('/')) return false;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return !['', '.js', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts', '.json', '.node', '/index.js', '/index.ts'].some(
    (extension) => tree.hasFile(`${folder}${name}${extension}`),
  );
}

const withoutEntry = (manifest: Artifact<'dependency-manifest'>): Artifact<'dependency-manifest'> => ({
  ...manifest,
  facts: { ...manifest.facts, library: false },
});
