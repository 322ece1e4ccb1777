import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RepositorySource, SourceContent } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';

/** A folder of its own under the system's temporary folder, for tests with real files and real git repositories. */
export class TemporaryFolder {
  readonly path: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'shipworthy-sources-'));
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
    return this;
  }

  link(name: string, target: string): this {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    symlinkSync(target, join(this.path, name));
    return this;
  }

  /** Runs git here with a fixed identity and no configuration but the repository's. Throws when it fails. */
  git(...args: string[]): string {
    return this.gitWithInput('', ...args);
  }

  gitWithInput(input: string | Uint8Array, ...args: string[]): string {
    const answer = spawnSync('git', ['-C', this.path, ...args], {
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.path,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.com',
      },
    });
    if (answer.status !== 0) throw new Error(`git ${args.join(' ')}: ${answer.stderr}`);
    return answer.stdout;
  }

  /** A repository with everything that is here committed. */
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

/** Everything a source gives for these paths, by path: the bytes, or the reason there are none. */
export async function readAll(
  source: RepositorySource,
  paths: readonly string[],
): Promise<Record<string, string | Uint8Array>> {
  const contents: SourceContent[] = [];
  // Bytes are good until the next are asked for.
  for await (const { path, content } of source.read(paths))
    contents.push({ path, content: content instanceof Uint8Array ? Buffer.from(content) : content });
  return Object.fromEntries(
    contents.map(({ path, content }) => [path, content instanceof Uint8Array ? content : content.reason]),
  );
}

export async function listedPaths(source: RepositorySource): Promise<string[]> {
  return (await source.list()).entries.map((entry) =>
    entry.type === 'file' ? entry.path : `${entry.path} ${entry.type}`,
  );
}

/** The fault a promise is rejected with; fails when it is not a `SourceError`. */
export async function faultOf(promise: Promise<unknown>): Promise<SourceError> {
  const outcome = await promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (outcome instanceof SourceError) return outcome;
  throw new Error(`expected a SourceError, got ${String(outcome)}`);
}
