import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type RepositorySource, SourceError } from '@shipworthy/model';
import { fetchCommit, fetchCommits, gitRevision, hasCommit } from '@shipworthy/sources';
import { GitFolder } from '@shipworthy/sources/testing';
import { connect } from '../index.ts';
import { type LoopbackGitHub, startGitHub } from '../testing/index.ts';
import { gitHubSource } from './github-source.ts';

/** Real servers and real git, many at once. */
jest.setTimeout(60_000);

const TOKEN = 'ghs_a-token-that-must-not-be-seen';

let github: LoopbackGitHub;
let repository: GitFolder;
let folder: string;
let base: string;
let head: string;
let places = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-transport-'));
  repository = new GitFolder();
  base = repository.commit({ 'a.md': 'base', 'docs/b.md': 'b' }, 'base');
  head = repository.commit({ 'a.md': 'head', 'bytes.bin': Uint8Array.from([0, 255, 1]) }, 'head');
  const served = { owner: 'octo', folder: repository.path };
  github = await startGitHub({
    repositories: [
      { ...served, name: 'demo' },
      { ...served, name: 'secret', private: true },
      { ...served, name: 'old', partialClones: 'off' },
    ],
    tokens: { [TOKEN]: 'fork' },
  });
});
afterAll(async () => {
  await github.close();
  repository.remove();
  rmSync(folder, { recursive: true, force: true });
});

const place = (): string => join(folder, String(places++));
const request = (name: string, rest: { token?: string; timeoutMs?: number } = {}) => ({
  url: `${github.serverUrl}/octo/${name}`,
  commits: [base, head],
  folder: place(),
  ...rest,
});
const faultOf = async (promise: Promise<unknown>): Promise<SourceError> => {
  const error = await promise.catch((caught: unknown) => caught);
  if (error instanceof SourceError) return error;
  throw new Error(`expected a SourceError, got ${String(error)}`);
};
async function contentsOf(source: RepositorySource): Promise<string[]> {
  const contents: string[] = [];
  for await (const { path, content } of source.read((await source.list()).entries.map((entry) => entry.path)))
    contents.push(`${path} ${content instanceof Uint8Array ? Buffer.from(content).toString('hex') : content.reason}`);
  return contents;
}
const gitRequests = (): number => github.requests.filter(({ operation }) => operation === 'git').length;

describe('a repository fetched by git from GitHub', () => {
  test('is the same as asked of the API, and as in a clone', async () => {
    const clone = await fetchCommits(request('demo'));
    const client = connect({ apiUrl: github.url, token: TOKEN, version: '0', secondMs: 0 });
    for (const commit of [base, head]) {
      const [truth, ...others] = [
        await gitRevision(repository.path, commit),
        await clone.source(commit),
        gitHubSource(client, { owner: 'octo', repo: 'demo', commit }),
      ];
      for (const other of others) {
        expect((await other.list()).entries).toEqual((await truth.list()).entries);
        expect(await contentsOf(other)).toEqual(await contentsOf(truth));
      }
    }
  });

  test('asks for what one read lacks at once', async () => {
    const clone = await fetchCommits(request('demo'));
    const source = await clone.source(head);
    const before = gitRequests();
    await contentsOf(source);
    // What the server can, and the one answer.
    expect(gitRequests() - before).toBe(2);
    await contentsOf(source);
    expect(gitRequests() - before).toBe(2);
  });

  test('needs a token where it is private, which is nowhere left', async () => {
    const wanted = request('secret', { token: TOKEN });
    const clone = await fetchCommits(wanted);
    expect(await contentsOf(await clone.source(base))).toHaveLength(2);
    const files = readdirSync(wanted.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1');
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
    }
  });

  test('is given the token where other processes do not see it', async () => {
    const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim();
    const bin = place();
    mkdirSync(bin);
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$@" >> '${bin}/arguments'\nexec '${real}' "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    const path = process.env.PATH;
    process.env.PATH = `${bin}:${path ?? ''}`;
    try {
      await contentsOf(await (await fetchCommits(request('secret', { token: TOKEN }))).source(head));
    } finally {
      process.env.PATH = path;
    }
    const seen = readFileSync(join(bin, 'arguments'), 'utf8');
    expect(seen).toContain('fetch');
    expect(seen).not.toMatch(/not-be-seen|[Bb]asic|x-access/);
    expect(seen).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
  });

  test.each<[string, { token?: string }]>([
    ['no token', {}],
    ['a wrong token', { token: 'ghs_wrong-and-not-to-be-seen' }],
  ])('is refused with %s, which is not repeated', async (_name, rest) => {
    const fault = await faultOf(fetchCommits(request('secret', rest)));
    expect([fault.fault, fault.message]).toEqual(['environment', expect.stringMatching(/right token/)]);
    expect(fault.advice).toMatch(/contents: read/);
    expect(`${fault.message} ${fault.advice} ${String(fault.cause)}`).not.toMatch(/not-to-be-seen|Basic/);
  });

  test('comes whole from a server that does not filter', async () => {
    const clone = await fetchCommits({ ...request('old'), commits: ['refs/heads/main'] });
    const before = gitRequests();
    expect(await contentsOf(await clone.source(clone.commits[0] ?? ''))).toHaveLength(3);
    expect(gitRequests()).toBe(before);
  });

  test('that is not there, and a commit that is not', async () => {
    expect((await faultOf(fetchCommits(request('gone')))).message).toMatch(/right token|no git repository/);
    const fault = await faultOf(fetchCommits({ ...request('demo'), commits: ['1'.repeat(40)] }));
    expect(fault.message).toMatch(/does not have this commit/);
  });
});

describe('a base fetched into a shallow checkout', () => {
  const checkout = async (): Promise<string> => {
    const path = place();
    repository.git('clone', '-q', '--depth=1', `file://${repository.path}`, path);
    return path;
  };
  test.each(['demo', 'secret'])('comes from %s', async (name) => {
    const path = await checkout();
    const url = `${github.serverUrl}/octo/${name}`;
    expect(await fetchCommit(path, { url, commit: base, ...(name === 'secret' ? { token: TOKEN } : {}) })).toEqual({
      ok: true,
    });
    expect(await hasCommit(path, base)).toBe(true);
  });
  test('says why it does not come', async () => {
    const path = await checkout();
    const outcome = await fetchCommit(path, { url: `${github.serverUrl}/octo/secret`, commit: base });
    expect(outcome).toMatchObject({ ok: false, why: expect.stringMatching(/right token/) });
    expect(await hasCommit(path, base)).toBe(false);
  });
  test('sends the token although the checkout names another, as actions/checkout leaves it', async () => {
    const path = await checkout();
    const left = Buffer.from('x-access-token:old').toString('base64');
    repository.git('-C', path, 'config', `http.${github.serverUrl}/.extraheader`, `AUTHORIZATION: basic ${left}`);
    const url = `${github.serverUrl}/octo/secret`;
    expect(await fetchCommit(path, { url, commit: base, token: TOKEN })).toEqual({ ok: true });
  });
});

describe('a server that fails', () => {
  test('by hanging, is given up in time', async () => {
    github.faults.add({ answer: 'hang', operation: 'git' });
    const fault = await faultOf(fetchCommits(request('demo', { timeoutMs: 1000 })));
    github.faults.clear();
    expect([fault.fault, fault.message]).toEqual(['environment', expect.stringMatching(/did not answer in time/)]);
  });
  test.each(['bad-gateway', 'reset'] as const)('by %s', async (answer) => {
    github.faults.add({ answer, operation: 'git' });
    const fault = await faultOf(fetchCommits(request('demo')));
    github.faults.clear();
    expect([fault.fault, fault.message]).toEqual(['environment', expect.stringMatching(/cannot be reached/)]);
  });
  test('by not being there', async () => {
    const fault = await faultOf(fetchCommits({ ...request('demo'), url: 'http://127.0.0.1:9/octo/demo' }));
    expect(fault.message).toMatch(/cannot be reached/);
  });
  test('by leading elsewhere with the token', async () => {
    const seen: (string | undefined)[] = [];
    const listen = (server: Server): Promise<number> =>
      new Promise((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(address === null || typeof address === 'string' ? 0 : address.port);
        }),
      );
    const thief = createServer((asked, answer) => {
      seen.push(asked.headers.authorization);
      answer.writeHead(404).end();
    });
    const port = await listen(thief);
    const leading = createServer((asked, answer) =>
      answer.writeHead(302, { location: `http://localhost:${port}${asked.url ?? ''}` }).end(),
    );
    const url = `http://127.0.0.1:${await listen(leading)}/octo/demo`;
    await faultOf(fetchCommits({ ...request('demo', { token: TOKEN }), url }));
    await new Promise((resolve) => thief.close(resolve));
    await new Promise((resolve) => leading.close(resolve));
    expect(seen).toEqual([undefined]);
  });
});
