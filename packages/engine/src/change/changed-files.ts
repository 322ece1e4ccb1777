import type { ChangedFile, Listing, PathClass, RepositorySource, SourceEntry } from '@shipworthy/model';
import { sha256 } from '../recalled-facts.ts';
import { Moves } from './moves.ts';
import { movedWithEdits } from './similar.ts';

/** One side of a change, as far as it was listed. */
export interface Side {
  readonly source: RepositorySource;
  readonly listing: Listing;
  readonly classOf: (path: string) => PathClass;
}

export interface Differences {
  /** Sorted by path. */
  readonly files: readonly ChangedFile[];
  readonly moves: Moves;
}

/** The files in which two sides differ. A file that vanished here and appeared there with the same content was moved. */
export async function differences(base: Side, head: Side): Promise<Differences> {
  const before = filesOf(base.listing);
  const after = filesOf(head.listing);
  const modified = new Set<string>();
  const unsure: string[] = [];
  for (const [path, entry] of after) {
    const old = before.get(path);
    if (!old) continue;
    if (old.type !== entry.type) modified.add(path);
    else if (entry.blob === undefined || old.blob === undefined) unsure.push(path);
    else if (entry.blob !== old.blob) modified.add(path);
  }
  for (const path of await unequal(base.source, head.source, unsure)) modified.add(path);
  const removed = [...before.values()].filter(({ path }) => !after.has(path));
  const added = [...after.values()].filter(({ path }) => !before.has(path));
  const same = await movedAsTheyWere(removed, added, base.source, head.source);
  const taken = new Set(same.values());
  const edited = await movedWithEdits(
    { source: base.source, paths: removed.flatMap(({ path }) => (same.has(path) ? [] : path)) },
    { source: head.source, paths: added.flatMap(({ path }) => (taken.has(path) ? [] : path)) },
  );
  const moved = new Map([...same, ...edited]);
  const movedTo = new Map([...moved].map(([from, to]) => [to, from]));
  const files: ChangedFile[] = [
    ...[...modified].map((path) => ({ path, state: 'modified' as const, pathClass: head.classOf(path) })),
    ...added.map(({ path }): ChangedFile => {
      const from = movedTo.get(path);
      const pathClass = head.classOf(path);
      if (from === undefined) return { path, state: 'added', pathClass };
      return { path, state: 'moved', from, ...(edited.has(from) ? { edited: true } : {}), pathClass };
    }),
    ...removed.flatMap(({ path }): ChangedFile[] =>
      moved.has(path) ? [] : [{ path, state: 'removed', pathClass: base.classOf(path) }],
    ),
  ];
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    moves: new Moves(
      moved,
      [...before.keys()].filter((path) => after.has(path)),
    ),
  };
}

const filesOf = ({ entries }: Listing): ReadonlyMap<string, SourceEntry> =>
  new Map(entries.map((entry) => [entry.path, entry]));

/** Those of the paths whose bytes differ; what cannot be read on either side is taken to differ. */
async function unequal(base: RepositorySource, head: RepositorySource, paths: readonly string[]): Promise<string[]> {
  const digests = await digestsOf(base, paths);
  const others = await digestsOf(head, paths);
  return paths.filter((path) => digests.get(path) === undefined || digests.get(path) !== others.get(path));
}

async function digestsOf(source: RepositorySource, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for await (const { path, content, digest } of source.read(paths))
    if (content instanceof Uint8Array) digests.set(path, digest ?? sha256(content));
  return digests;
}

/** By content; where several files share one, those of the same name belong together. */
async function movedAsTheyWere(
  removed: readonly SourceEntry[],
  added: readonly SourceEntry[],
  base: RepositorySource,
  head: RepositorySource,
): Promise<ReadonlyMap<string, string>> {
  const files = (entries: readonly SourceEntry[]) => entries.filter(({ type }) => type === 'file');
  const gone = files(removed);
  const come = files(added);
  if (gone.length === 0 || come.length === 0) return new Map();
  // A blob id says nothing beside a digest: where one is missing, both sides are read.
  const byBlob = [...gone, ...come].every(({ blob }) => blob !== undefined);
  const idsOf = async (entries: readonly SourceEntry[], source: RepositorySource) =>
    byBlob
      ? new Map(entries.map(({ path, blob }) => [path, blob]))
      : digestsOf(
          source,
          entries.map(({ path }) => path),
        );
  const before = await idsOf(gone, base);
  const waiting = new Map<string, string[]>();
  for (const { path } of gone) {
    const id = before.get(path);
    if (id !== undefined) waiting.set(id, [...(waiting.get(id) ?? []), path]);
  }
  const moved = new Map<string, string>();
  const found = new Set<string>();
  const after = await idsOf(come, head);
  for (const takeOnlyNamesakes of [true, false])
    for (const { path } of come) {
      const candidates = waiting.get(after.get(path) ?? '');
      if (!candidates || candidates.length === 0 || found.has(path)) continue;
      const index = candidates.findIndex((old) => !takeOnlyNamesakes || nameOf(old) === nameOf(path));
      const [from] = index < 0 ? [] : candidates.splice(index, 1);
      if (from === undefined) continue;
      moved.set(from, path);
      found.add(path);
    }
  return moved;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
