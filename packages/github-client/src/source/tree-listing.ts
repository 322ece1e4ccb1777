import type { SourceEntry } from '@shipworthy/model';
import { sortedEntries } from '@shipworthy/sources';
import type { GitHub, RepositoryName } from '../github.ts';
import { type GitTreeEntry, tree } from '../operations/tree.ts';
import { fewAtOnce } from './few-at-once.ts';
import { Losses } from './losses.ts';

/** Requests for the parts of one tree that is too large to be sent at once. GitHub gives 5,000 in an hour. */
const MAX_TREE_REQUESTS = 500;
const AT_ONCE = 4;
const FOLDER = '040000';
const LINK = '120000';
const SUBMODULE = '160000';

/** The files of a commit as GitHub tells them. */
export interface TreeListing {
  readonly entries: readonly SourceEntry[];
  /** Bytes by blob id. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly unseen: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Lists the tree of a commit (or tree) by its id. Where GitHub cuts a listing, the folder is listed by its parts; what cannot
 * be listed then is `unseen`. Rejects with `GitHubFault`.
 */
export async function listTree(
  github: GitHub,
  repository: RepositoryName,
  id: string,
  maxRequests = MAX_TREE_REQUESTS,
): Promise<TreeListing> {
  const entries: SourceEntry[] = [];
  const sizes = new Map<string, number>();
  const unseen: { path: string; why: string }[] = [];
  const losses = new Losses();
  const folders = [{ path: '', sha: id }];
  let requests = 0;

  const take = (folder: string, entry: GitTreeEntry): void => {
    const path = folder === '' ? entry.path : `${folder}/${entry.path}`;
    if (entry.mode === FOLDER) return;
    if (entry.mode === SUBMODULE) entries.push({ path, type: 'submodule' });
    else entries.push({ path, type: entry.mode === LINK ? 'symlink' : 'file', blob: entry.sha });
    if (entry.size !== undefined) sizes.set(entry.sha, entry.size);
  };
  /** The answer; undefined when this folder alone cannot be listed, which is then noted. */
  const ask = async (path: string, sha: string, recursive: boolean) => {
    if (requests++ >= maxRequests) {
      unseen.push({ path, why: `it lies behind the first ${maxRequests} requests for parts of a tree` });
      return undefined;
    }
    try {
      return await tree(github, repository, sha, { recursive });
    } catch (error) {
      // Without the top there is nothing to audit.
      if (path === '') throw error;
      unseen.push({ path, why: losses.whyOf(error) });
      return undefined;
    }
  };
  await fewAtOnce(folders, AT_ONCE, async ({ path, sha }) => {
    const whole = await ask(path, sha, true);
    if (!whole) return;
    if (!whole.truncated) {
      for (const entry of whole.entries) take(path, entry);
      return;
    }
    const level = await ask(path, sha, false);
    if (!level) return;
    if (level.truncated) unseen.push({ path, why: 'GitHub lists only a part of it' });
    for (const entry of level.entries) {
      take(path, entry);
      if (entry.mode === FOLDER)
        folders.push({ path: path === '' ? entry.path : `${path}/${entry.path}`, sha: entry.sha });
    }
  });
  unseen.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { entries: sortedEntries(entries), sizes, unseen };
}
