import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Nobody's settings: signing, hooks and names of the account stay out of tests; the same history has the same ids. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};

/** Files by path; null removes one. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** A folder of its own under the system's temporary folder, for tests with real files and real git repositories. */
export class TemporaryFolder {
  readonly path: string;

  /** @param path an existing folder; without one, a new one */
  constructor(path?: string) {
    this.path = path ?? realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-test-')));
  }

  write(files: FolderFiles): this {
    for (const [name, content] of Object.entries(files)) {
      const file = join(this.path, name);
      if (content === null) rmSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    return this;
  }

  link(name: string, target: string): this {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    symlinkSync(target, join(this.path, name));
    return this;
  }

  /** What git says, trimmed; with a fixed identity and no configuration but the repository's. Throws when it fails. */
  git(...args: string[]): string {
    return this.gitWithInput('', ...args);
  }

  gitWithInput(input: string | Uint8Array, ...args: string[]): string {
    const answer = spawnSync('git', ['-C', this.path, ...args], { input, encoding: 'utf8', env: ENVIRONMENT });
    if (answer.status !== 0) throw new Error(`git ${args.join(' ')}: ${answer.stderr}`);
    return answer.stdout.trim();
  }

  /** A repository with everything that is here committed, also what it ignores. */
  commitAll(): this {
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A', '-f');
    this.git('commit', '-q', '-m', 'all');
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
