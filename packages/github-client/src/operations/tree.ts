import { call } from '../call.ts';
import type { GitHub, RepositoryName } from '../github.ts';

/** An entry of a tree. */
export interface GitTreeEntry {
  /** Relative to the tree that was asked for. */
  readonly path: string;
  /** `100644`, `100755`, `120000` (a link), `040000` (a folder), `160000` (a submodule). */
  readonly mode: string;
  readonly sha: string;
  /** Bytes; of files and links only. */
  readonly size?: number;
}

/** The entries of a tree as far as GitHub sends them. */
export interface GitTree {
  readonly sha: string;
  readonly entries: readonly GitTreeEntry[];
  /** More than GitHub sends at once (100,000 entries or 7 MB): some entries are missing, and GitHub does not say which. */
  readonly truncated: boolean;
}

/**
 * A tree by its id or that of a commit; `recursive`: with all folders below it. Rejects with `GitHubFault`; an empty repository
 * is a `conflict`.
 */
export function tree(
  github: GitHub,
  repository: RepositoryName,
  sha: string,
  { recursive = false }: { readonly recursive?: boolean } = {},
): Promise<GitTree> {
  return call(github, 'git/get-tree', async ({ rest }) => {
    // Any value of `recursive` means yes, `0` too.
    const depth = recursive ? { recursive: '1' } : {};
    const { data } = await rest.git.getTree({ ...repository, tree_sha: sha, ...depth });
    return {
      sha: data.sha,
      truncated: data.truncated,
      entries: data.tree.map(({ path, mode, sha: id, size }) => ({
        path,
        mode,
        sha: id,
        ...(size === undefined ? {} : { size }),
      })),
    };
  });
}
