import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { connect, type GitHub } from '@shipworthy/github-client';
import {
  type HostedRepository,
  type LoopbackGitHub,
  type RepositoryState,
  startGitHub,
  type TokenKind,
} from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';

/** A git repository with a base and the commit of a pull request. */
export interface OnDisk {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  remove(): void;
}

function repositoryOnDisk(): OnDisk {
  const disk = new GitFolder();
  const base = disk.commit({ 'README.md': 'one' }, 'one');
  disk.git('checkout', '-q', '-b', 'topic');
  const head = disk.commit({ 'README.md': 'two' }, 'two');
  return { folder: disk.path, base, head, remove: () => disk.remove() };
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
  readonly disk: OnDisk;
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
    disk,
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

/** A scene of its own for each test of the file that calls this, over one repository on disk; there only while tests run. */
export function sceneOfTests(): Scene {
  let disk: OnDisk;
  let here: Scene;
  beforeAll(() => {
    disk = repositoryOnDisk();
  });
  afterAll(() => disk.remove());
  beforeEach(async () => {
    here = await scene(disk);
  });
  afterEach(() => here.server.close());
  return {
    get disk() {
      return here.disk;
    },
    get server() {
      return here.server;
    },
    get repository() {
      return here.repository;
    },
    client: (token) => here.client(token),
    asked: () => here.asked(),
  };
}
