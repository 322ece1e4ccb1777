import type { Listing, RepositorySource, SourceContent, SourceEntry } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';
import { auditedFolder } from './audited-folder.ts';
import { DiskReader, ReadRoom } from './disk-reader.ts';
import { readBlobs } from './git-blobs.ts';
import { type IndexListing, indexListing, unseenFolders, untrackedPaths } from './git-listing.ts';
import { hasGit } from './git-process.ts';
import { type GitPosition, gitListing, gitPosition } from './git-repository.ts';
import { withoutPointer } from './lfs-pointer.ts';
import { refusal } from './refusal.ts';
import { entryAt, sortedEntries } from './sorted-entries.ts';
import { touchedFiles } from './touched-files.ts';
import { requireEmpty, requireSomeOnDisk } from './unseen-tree.ts';

export interface WorkingTreeOptions {
  /** Also files that git does not track and no ignore rule leaves out. Only means something inside a git work tree. */
  readonly untracked?: boolean;
  /** Name the blobs of files that are on disk as they are in the index, so that two sides can be compared without reading. */
  readonly blobs?: boolean;
}

/**
 * The files on disk below a folder: those git tracks (kind `working-tree`), or, where git tracks nothing there to begin
 * with (no repository, no git, or a folder of a repository that holds no tracked file), all that its .gitignore files
 * do not leave out (kind `folder`). Paths are relative to the folder. What a sparse checkout keeps away from the disk is
 * read as git has it. Throws `SourceError`, also where files are tracked or committed and none of them is there.
 */
export async function workingTree(path: string, options: WorkingTreeOptions = {}): Promise<RepositorySource> {
  const root = auditedFolder(path);
  const tracked = hasGit() ? await trackedListing(root, path, options) : undefined;
  if (tracked) return new DiskSource('working-tree', path, root, tracked.listing, tracked.kept);
  const { folderListing } = await import('./folder-listing.ts');
  return new DiskSource('folder', path, root, folderListing(root));
}

interface Tracked extends Pick<IndexListing, 'kept'> {
  readonly listing: Listing;
}

async function trackedListing(root: string, given: string, options: WorkingTreeOptions): Promise<Tracked | undefined> {
  // Both at once: waiting for two answers takes as long as for one. Where there is no repository, that is the answer.
  const index = gitListing(root, ['ls-files', '-t', '-s', '-z']);
  index.catch(() => {});
  const touching = options.blobs ? touchedFiles(root) : undefined;
  touching?.catch(() => {});
  const position = await gitPosition(root);
  if (!position) return undefined;
  requireWorkTree(position, given);
  const touched = await touching;
  const { entries: listed, kept } = indexListing((await index).stdout, touched !== undefined);
  const tracked = touched ? onDisk(listed, touched) : listed;
  if (tracked.length === 0 && !position.top) return undefined;
  const others = options.untracked ? await gitListing(root, ['ls-files', '-o', '--exclude-standard', '-z']) : undefined;
  const unseen = others ? unseenFolders(others.stderr) : [];
  const { head, shallow } = position;
  const entries = others ? sortedEntries([...tracked, ...untrackedEntries(others.stdout, root)]) : tracked;
  if (entries.length === 0) await requireEmpty(root, given, position);
  else if (kept.size === 0) await requireSomeOnDisk(root, given, entries, position);
  const listing: Listing = {
    entries,
    ...(head === undefined ? {} : { commit: head }),
    history: head === undefined ? 'none' : shallow ? 'shallow' : 'full',
    ...(unseen.length === 0 ? {} : { unseen }),
  };
  return { listing, kept };
}

/** What the index says of a file that was touched since is not known of the file on disk. */
const onDisk = (entries: readonly SourceEntry[], touched: ReadonlySet<string>): SourceEntry[] =>
  entries.map((entry) => (touched.has(entry.path) ? { path: entry.path, type: entry.type } : entry));

function requireWorkTree(position: GitPosition, given: string): void {
  if (position.insideWorkTree) return;
  if (position.bare)
    throw new SourceError(
      `${given} is a bare repository, which has no files on disk`,
      'usage',
      'Give a revision to audit (such as HEAD), or clone it and audit the clone.',
    );
  throw new SourceError(
    `${given} is not part of a work tree (it lies in a .git folder, or its repository keeps its files elsewhere)`,
    'usage',
    'Give the folder that holds the files.',
  );
}

function untrackedEntries(output: Buffer, root: string): SourceEntry[] {
  const disk = new DiskReader(root);
  return untrackedPaths(output).map(({ path, nested }) => ({
    path,
    type: nested ? 'submodule' : disk.isLink(path) ? 'symlink' : 'file',
  }));
}

class DiskSource implements RepositorySource {
  readonly kind: 'working-tree' | 'folder';
  readonly name: string;
  readonly #listing: Listing;
  readonly #disk: DiskReader;
  readonly #root: string;
  readonly #kept: IndexListing['kept'];

  constructor(
    kind: 'working-tree' | 'folder',
    name: string,
    root: string,
    listing: Listing,
    kept: IndexListing['kept'] = new Map(),
  ) {
    this.kind = kind;
    this.name = name;
    this.#listing = listing;
    this.#disk = new DiskReader(root);
    this.#root = root;
    this.#kept = kept;
  }

  async list(): Promise<Listing> {
    return this.#listing;
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    const room = new ReadRoom();
    const away = this.#away(paths, room);
    const blobs = readBlobs(this.#root, [...away.values()]);
    try {
      for (const path of paths) {
        const refused = refusal(entryAt(this.#listing.entries, path)?.type);
        const next = away.has(path) ? await blobs.next() : undefined;
        const content = next?.done === false ? next.value : withoutPointer(this.#disk.read(path, room));
        yield { path, content: refused ?? content };
      }
    } finally {
      await blobs.return();
    }
  }

  /** Those that a sparse checkout keeps away, with their blobs. What lies on disk all the same counts as it lies there. */
  #away(paths: readonly string[], room: ReadRoom): ReadonlyMap<string, string> {
    if (this.#kept.size === 0) return new Map();
    return new Map(
      paths.flatMap((path) => {
        const blob = this.#kept.get(path);
        if (blob === undefined) return [];
        const read = this.#disk.read(path, room);
        return 'reason' in read && read.reason === 'absent' ? [[path, blob] as const] : [];
      }),
    );
  }
}
