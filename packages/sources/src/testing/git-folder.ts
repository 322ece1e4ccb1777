import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Nobody's settings: signing, hooks and names of the account stay out of tests; the same history has the same ids. */
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

/** Files by path; null removes one. */
export type FolderFiles = Readonly<Record<string, string | null>>;

/** A repository on disk that tests write the history of. */
export class GitFolder {
  readonly path: string;

  /** @param path an existing repository; without one, a new one */
  constructor(path?: string) {
    this.path = path ?? realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-git-')));
    if (path === undefined) this.git('init', '-q', '-b', 'main');
  }

  /** What git says, trimmed. Throws when it fails. */
  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.path, ...args], {
      env: ENVIRONMENT,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  }

  write(files: FolderFiles): this {
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

  /** Writes files and commits everything on disk; the id of the commit. */
  commit(files: FolderFiles = {}, message = 'x'): string {
    this.write(files).git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
