import { classifyPaths, decodeText, type KindModule } from '@shipworthy/artifacts';
import type {
  FactsCache,
  FileChoices,
  FileFacts,
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
import { type Parsers, unreadFacts } from './read-facts.ts';
import { factsKey, recalledFacts } from './recalled-facts.ts';
import { samplePaths } from './sample-paths.ts';

export interface Collected {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly listing: Listing;
  readonly classOf: (path: string) => PathClass;
}

/** What facts were read before. */
export interface Known {
  /** Facts of earlier runs, by the bytes of files. */
  readonly cache?: FactsCache | undefined;
  /** Facts of this run, by the blob ids of a source that names them: those of the other side of a change. */
  readonly blobs?: FactsCache | undefined;
}

/** Reads the candidates of a source and turns each into facts, one file in memory at a time; what a cache knows is not parsed. */
export async function collect(
  source: RepositorySource,
  kinds: readonly KindModule[],
  choices?: FileChoices,
  known: Known = {},
): Promise<Collected> {
  const listing = await source.list();
  const classOf = classifyPaths(listing.entries, await textsNamed('.gitattributes', source, listing.entries));
  const sampled = samplePaths(listing.entries, kinds, classOf, choices);
  const kindsByName = classIndex(kinds);
  const kindsOf = (path: string, pathClass: PathClass) =>
    withSampled(kindsByName(path, pathClass), allowedIn(sampled.kindsOf(path), pathClass));
  const candidates = new Map<string, Candidate>();
  const blobs = new Map<string, string>();
  for (const { type, path, blob } of listing.entries) {
    if (type !== 'file' || choices?.ignores(path)) continue;
    if (blob !== undefined && known.blobs) blobs.set(path, blob);
    const chosenClass = choices?.classOf(path);
    if (choices && chosenClass !== undefined) {
      const chosen = chosenFor(path, kindsOf(path, chosenClass), kinds, choices);
      if (chosen && chosen.kinds.length > 0) candidates.set(path, chosen);
      continue;
    }
    const pathClass = classOf(path);
    const possible = kindsOf(path, pathClass);
    if (possible.length > 0) candidates.set(path, { pathClass, kinds: possible });
  }
  const found = await factsOf(candidates, source, known, blobs);
  const files = [...candidates.keys()].flatMap((path) => {
    const facts = found.get(path);
    return facts && (facts.artifacts.length > 0 || facts.problems.length > 0) ? facts : [];
  });
  for (const folder of listing.unseen ?? []) files.push(unseenFolder(folder.path, folder.why));
  const links = listing.entries.flatMap(({ type, path }) => (type === 'symlink' && !path.includes('/') ? path : []));
  return {
    inventory: {
      files,
      ...(links.length === 0 ? {} : { links }),
      ...(sampled.left.length === 0 ? {} : { sampled: sampled.left }),
      history: listing.history,
      ...(listing.commit === undefined ? {} : { commit: listing.commit }),
    },
    tree: buildTree(
      listing.entries.map((entry) => entry.path),
      await textsNamed('.gitignore', source, listing.entries),
    ),
    listing,
    classOf: (path) => choices?.classOf(path) ?? classOf(path),
  };
}

/** Most files are read for no sampled kind: the list of the index is then handed on as it is. */
export const withSampled = (named: readonly KindModule[], sampled: readonly KindModule[]): readonly KindModule[] =>
  sampled.length === 0 ? named : [...named, ...sampled];

/** The facts of candidates by path. Only those are read whose facts are not known of the bytes they were seen to have. */
async function factsOf(
  candidates: ReadonlyMap<string, Candidate>,
  source: RepositorySource,
  { cache, blobs }: Known,
  blobOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, FileFacts | null>> {
  const found = new Map<string, FileFacts | null>();
  const blobKeys = new Map<string, string>();
  for (const [path, candidate] of candidates) {
    const blob = blobOf.get(path);
    if (blob !== undefined) blobKeys.set(path, factsKey(path, blob, candidate));
    const digest = cache && source.digestOf?.(path);
    const ofBlob = blob === undefined ? undefined : blobs?.recall(blobKeys.get(path) ?? '', path);
    const known =
      ofBlob === undefined && digest !== undefined ? cache?.recall(factsKey(path, digest, candidate), path) : ofBlob;
    if (known !== undefined) found.set(path, known);
  }
  const parsers: Parsers = new Map();
  for await (const { path, content, digest } of source.read(
    [...candidates.keys()].filter((path) => !found.has(path)),
  )) {
    const candidate = candidates.get(path);
    if (!candidate) continue;
    const facts =
      content instanceof Uint8Array
        ? await recalledFacts(path, { bytes: content, digest }, candidate, parsers, cache)
        : unreadFacts(path, candidate.pathClass, candidate.kinds, content, candidate.chosen);
    found.set(path, facts ?? null);
  }
  for (const [path, key] of blobKeys) blobs?.keep(key, found.get(path) ?? null);
  return found;
}

/** A folder that could not be opened may hold anything; that is said aloud like an unreadable file. */
const unseenFolder = (path: string, why: string): FileFacts => ({
  path,
  pathClass: 'authored',
  artifacts: [],
  problems: [{ kind: 'document', what: `the folder cannot be listed: ${why}`, effect: 'unseen' }],
});

/** The files of a base name, at any depth: `.gitattributes` takes part in classifying paths, `.gitignore` in missing them. */
export async function textsNamed(
  baseName: string,
  source: RepositorySource,
  entries: readonly SourceEntry[],
): Promise<Map<string, string>> {
  const paths = entries
    .filter(
      ({ type, path }) =>
        type === 'file' && path.endsWith(baseName) && /(?:^|\/)$/.test(path.slice(0, -baseName.length)),
    )
    .map((entry) => entry.path);
  return readTexts(source, paths);
}

/** The decoded texts of files; those that cannot be read are left out. */
export async function readTexts(source: RepositorySource, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const { path, content } of source.read(paths)) {
    if (!(content instanceof Uint8Array)) continue;
    const decoded = decodeText(content);
    if (decoded.encoding !== 'binary') texts.set(path, decoded.text);
  }
  return texts;
}
