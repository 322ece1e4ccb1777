import { classifyPaths, type KindModule } from '@shipworthy/artifacts';
import type {
  FileChoices,
  Inventory,
  Listing,
  PathClass,
  RepositorySource,
  SourceEntry,
  Tree,
} from '@shipworthy/model';
import { buildTree } from '@shipworthy/relations';
import { type Candidate, chosenFor } from './candidate.ts';
import { allowedIn, classIndex } from './path-index.ts';
import { textsNamed } from './read-texts.ts';
import { samplePaths } from './sample-paths.ts';

/** What the paths of a tree and the configuration say, before any candidate is read. */
export interface TreeShape {
  readonly listing: Listing;
  readonly classOf: (path: string) => PathClass;
  /** In the order of the listing. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly left: NonNullable<Inventory['sampled']>;
  readonly tree: Tree;
}

/** Files whose text takes part in it: `.gitattributes` in classifying paths, `.gitignore` in missing them. */
const TAKING_PART = /(?:^|\/)\.git(?:attributes|ignore)$/;

/** @param like the other side of a change, whose shape is this one's where both list the same paths */
export async function shapeOf(
  source: RepositorySource,
  kinds: readonly KindModule[],
  choices?: FileChoices,
  like?: TreeShape,
): Promise<TreeShape> {
  const listing = await source.list();
  if (like && haveEqualPaths(listing.entries, like.listing.entries)) return { ...like, listing };
  const textsOf = await textsNamed(['.gitattributes', '.gitignore'], source, listing.entries);
  const classByPath = classifyPaths(listing.entries, textsOf('.gitattributes'));
  const sampled = samplePaths(listing.entries, kinds, classByPath, choices);
  const kindsByName = classIndex(kinds);
  const kindsOf = (path: string, pathClass: PathClass) =>
    withSampled(kindsByName(path, pathClass), allowedIn(sampled.kindsOf(path), pathClass));
  const candidates = new Map<string, Candidate>();
  for (const { type, path } of listing.entries) {
    if (type !== 'file' || choices?.ignores(path)) continue;
    const chosenClass = choices?.classOf(path);
    if (choices && chosenClass !== undefined) {
      const chosen = chosenFor(path, kindsOf(path, chosenClass), kinds, choices);
      if (chosen && chosen.kinds.length > 0) candidates.set(path, chosen);
      continue;
    }
    const pathClass = classByPath(path);
    const possible = kindsOf(path, pathClass);
    if (possible.length > 0) candidates.set(path, { pathClass, kinds: possible });
  }
  return {
    listing,
    classOf: (path) => choices?.classOf(path) ?? classByPath(path),
    candidates,
    left: sampled.left,
    tree: buildTree(
      listing.entries.map((entry) => entry.path),
      textsOf('.gitignore'),
    ),
  };
}

/** Most files are read for no sampled kind: the list of the index is then handed on as it is. */
export const withSampled = (named: readonly KindModule[], sampled: readonly KindModule[]): readonly KindModule[] =>
  sampled.length === 0 ? named : [...named, ...sampled];

function haveEqualPaths(entries: readonly SourceEntry[], others: readonly SourceEntry[]): boolean {
  return (
    entries.length === others.length &&
    entries.every((entry, index) => {
      const other = others[index];
      if (other?.path !== entry.path || other.type !== entry.type) return false;
      return !TAKING_PART.test(entry.path) || (entry.blob !== undefined && entry.blob === other.blob);
    })
  );
}
