import { GitFolder } from '@shipworthy/sources/testing';

/** A repository that GitHub would host: it has tried merges, and is checked out by jobs. */
export class OriginFolder extends GitFolder {
  /** What GitHub tries of a pull request: a merge that no branch holds; its id. */
  tryMerge(base: string, head: string): string {
    this.git('checkout', '-q', '--detach', base);
    this.git('merge', '-q', '--no-ff', '-m', `Merge ${head} into ${base}`, head);
    const merge = this.git('rev-parse', 'HEAD');
    this.git('update-ref', 'refs/pull/7/merge', merge);
    return merge;
  }

  /** A clone as actions/checkout makes it. @param depth 0 for all of the history */
  checkout(revision: string, depth: number): GitFolder {
    const clone = new GitFolder();
    clone.git('remote', 'add', 'origin', `file://${this.path}`);
    const cut = depth === 0 ? [] : [`--depth=${depth}`];
    const branches = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
    this.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    clone.git('fetch', '-q', '--no-tags', ...cut, 'origin', ...branches, revision);
    clone.git('checkout', '-q', '--detach', 'FETCH_HEAD');
    if (clone.git('rev-parse', 'HEAD') !== revision) clone.git('checkout', '-q', '--detach', revision);
    return clone;
  }
}
