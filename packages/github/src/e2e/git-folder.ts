import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyFolder } from './run-step.ts';

/** Nobody's settings: signing, hooks and names of the account stay out of tests. */
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};

export type Files = Readonly<Record<string, string | null>>;

/** A repository on disk that tests write the history of. */
export class GitFolder {
  readonly path: string;

  /** @param path an existing repository; without one, a new one */
  constructor(path?: string) {
    this.path = path ?? emptyFolder();
    if (path === undefined) this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], {
      env: ENVIRONMENT,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  }

  /** Writes files (null removes one), and commits everything on disk; the id of the commit. */
  commit(files: Files = {}, message = 'x'): string {
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.path, name);
      if (text === null) rmSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

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
