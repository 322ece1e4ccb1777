import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderOf } from './run-built.ts';

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

/** A repository on disk that tests write the history of. */
export class GitFolder {
  readonly path: string;

  /** @param path an existing repository; without one, a new one */
  constructor(path?: string) {
    this.path = path ?? folderOf({});
    if (path === undefined) this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], { env: ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Writes files; null removes one. */
  write(files: Readonly<Record<string, string | null>>): this {
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.path, name);
      if (text === null) rmSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    return this;
  }

  /** Commits everything on disk; the id of the commit. */
  commit(files: Readonly<Record<string, string | null>> = {}, message = 'x'): string {
    this.write(files).git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD').trim();
  }
}
