import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A git repository of its own under the system's temporary folder, for a loopback GitHub to show. */
export class TemporaryGit {
  readonly path: string;

  constructor(...options: readonly string[]) {
    this.path = mkdtempSync(join(tmpdir(), 'shipworthy-github-'));
    this.git('init', '-q', '-b', 'main', ...options);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
    return this;
  }

  link(name: string, target: string): this {
    symlinkSync(target, join(this.path, name));
    return this;
  }

  /** Commits everything that is here; the id. */
  commit(message = 'all', files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    this.write(files);
    this.git('add', '-A', '-f');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** What git says, trimmed; with a fixed identity and no configuration but the repository's. Throws when it fails. */
  git(...args: string[]): string {
    const person = { NAME: 'A', EMAIL: 'a@example.com' };
    const answer = spawnSync('git', ['-C', this.path, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.path,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        ...Object.fromEntries(
          Object.entries(person).flatMap(([name, value]) => [
            [`GIT_AUTHOR_${name}`, value],
            [`GIT_COMMITTER_${name}`, value],
          ]),
        ),
      },
    });
    if (answer.status !== 0) throw new Error(`git ${args.join(' ')}: ${answer.stderr}`);
    return answer.stdout.trim();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
