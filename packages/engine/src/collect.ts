import type { KindModule } from '@shipworthy/artifacts';
import type { FactsCache, FileChoices, FileFacts, Inventory, Listing, RepositorySource, Tree } from '@shipworthy/model';
import type { Candidate } from './candidate.ts';
import { type Parsers, unreadFacts } from './read-facts.ts';
import { factsKey, recalledFacts } from './recalled-facts.ts';
import { shapeOf, type TreeShape } from './tree-shape.ts';

export interface Collected {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly shape: TreeShape;
}

/** What facts were read before. */
export interface Known {
  /** Facts of earlier runs, by the bytes of files. */
  readonly cache?: FactsCache | undefined;
  /** Facts of this run, by the blob ids of a source that names them: those of the other side of a change. */
  readonly blobs?: FactsCache | undefined;
  /** The shape of the other side of a change. */
  readonly like?: TreeShape | undefined;
}

/** Reads the candidates of a source and turns each into facts, one file in memory at a time; what a cache knows is not parsed. */
export async function collect(
  source: RepositorySource,
  kinds: readonly KindModule[],
  choices?: FileChoices,
  known: Known = {},
): Promise<Collected> {
  const shape = await shapeOf(source, kinds, choices, known.like);
  const { listing, candidates, left } = shape;
  const found = await factsOf(candidates, source, known, known.blobs ? blobsOf(listing) : NO_BLOBS);
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
      ...(left.length === 0 ? {} : { sampled: left }),
      history: listing.history,
      ...(listing.commit === undefined ? {} : { commit: listing.commit }),
    },
    tree: shape.tree,
    shape,
  };
}

const NO_BLOBS: ReadonlyMap<string, string> = new Map();

const blobsOf = ({ entries }: Listing): ReadonlyMap<string, string> =>
  new Map(entries.flatMap(({ path, blob }) => (blob === undefined ? [] : [[path, blob] as const])));

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
  problems: [{ kind: 'document', what: `the folder cannot be listed: ${why}`, effect: 'unseen', couldBe: 'any' }],
});
