import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type GitHub } from '@shipworthy/github-client';
import {
  type HostedRepository,
  type LoopbackGitHub,
  type RepositoryState,
  startGitHub,
  type TokenKind,
} from '@shipworthy/github-client/testing';

/** A git repository with a base and the commit of a pull request. */
export interface OnDisk {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  remove(): void;
}

export function repositoryOnDisk(): OnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'shipworthy-publish-'));
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...who, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const commit = (text: string): string => {
    writeFileSync(join(folder, 'README.md'), text);
    git('add', 'README.md');
    git('commit', '-q', '-m', text);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  const base = commit('one');
  git('checkout', '-q', '-b', 'topic');
  const head = commit('two');
  return { folder, base, head, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whose token makes a request: its name is the token. */
export const TOKENS = {
  'token-of-a-workflow': 'actions',
  'token-of-a-fork': 'fork',
  'token-of-another-app': 'app',
  'token-of-a-person': 'pat',
  'token-of-an-outsider': 'outsider',
} as const satisfies Record<string, TokenKind>;

export interface Scene {
  readonly server: LoopbackGitHub;
  readonly repository: RepositoryState;
  client(token?: keyof typeof TOKENS): GitHub;
  /** Operations that were asked for since it was last called, in their order. */
  asked(): string[];
}

/** A GitHub with pull request 7 from `main` to `topic`, and nothing said there yet. Waiting takes no time. */
export async function scene(disk: OnDisk, hosted: Partial<HostedRepository> = {}): Promise<Scene> {
  const server = await startGitHub({
    repositories: [{ owner: 'octo', name: 'demo', folder: disk.folder, ...hosted }],
    tokens: TOKENS,
  });
  const repository = server.state.repository('octo/demo');
  const head = { repository: 'octo/demo', ref: 'topic', sha: disk.head };
  repository.openPull({ number: 7, base: { ref: 'main', sha: disk.base }, head });
  let seen = 0;
  return {
    server,
    repository,
    client: (token = 'token-of-a-workflow') => connect({ apiUrl: server.url, token, version: '0.1.0', secondMs: 0 }),
    asked: () => {
      const since = server.requests.slice(seen).map(({ operation }) => operation);
      seen = server.requests.length;
      return since;
    },
  };
}
