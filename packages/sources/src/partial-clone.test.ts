import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitRevision } from './git-revision.ts';
import { fetchCommits } from './partial-clone.ts';
import { faultOf, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
let commits: string[];
const FILES = {
  'a.md': 'one',
  'docs/b.md': Buffer.from('Gr\xfc\xdfe\r\n', 'latin1'),
  'c/d/e.bin': new Uint8Array(70_000),
};

beforeEach(() => {
  folder = new TemporaryFolder();
  for (const [name, content] of Object.entries(FILES)) folder.write({ [`server/${name}`]: content });
  folder.write({ 'server/only-later.md': 'later' }).link('server/link', 'a.md');
  folder.git('init', '-q', '-b', 'main', 'server');
  server('add', 'a.md', 'docs', 'c', 'link');
  server('commit', '-q', '-m', 'one');
  server('add', '-A');
  server('commit', '-q', '-m', 'two');
  server('config', 'uploadpack.allowFilter', 'true');
  server('config', 'uploadpack.allowAnySHA1InWant', 'true');
  commits = [server('rev-parse', 'HEAD~1'), server('rev-parse', 'HEAD')];
});
afterEach(() => folder.remove());

const server = (...args: string[]): string => folder.git('-C', 'server', ...args);
const request = (wanted: readonly string[] = commits) => ({
  url: `file://${folder.path}/server`,
  commits: wanted,
  folder: join(folder.path, 'clone'),
});
/** Objects in the clone by type. */
const objects = (type: string): number =>
  folder
    .git('-C', 'clone', 'cat-file', '--batch-all-objects', '--batch-check=%(objecttype)')
    .split('\n')
    .filter((each) => each === type).length;
const packs = (): number =>
  readdirSync(join(folder.path, 'clone/.git/objects/pack')).filter((name) => name.endsWith('.pack')).length;

describe('commits of a server', () => {
  test('are fetched without history and contents, several at once', async () => {
    const clone = await fetchCommits(request());
    expect(clone.commits).toEqual(commits);
    expect([objects('commit'), objects('blob')]).toEqual([2, 0]);
    expect(readdirSync(clone.folder)).toEqual(['.git']);
    expect(existsSync(join(clone.folder, '.git/hooks'))).toBe(false);
  });

  test.each([0, 1])('list and read what git does at the server (commit %d)', async (index) => {
    const commit = commits[index] ?? '';
    const clone = await fetchCommits(request());
    const [source, truth] = [await clone.source(commit), await gitRevision(join(folder.path, 'server'), commit)];
    const [listing, expected] = [await source.list(), await truth.list()];
    expect(listing).toEqual({ ...expected, history: 'shallow' });
    const paths = listing.entries.map(({ path }) => path);
    expect(await readAll(source, paths)).toEqual(await readAll(truth, paths));
  });

  test('fetch what one read lacks at once, and nothing twice', async () => {
    const source = await (await fetchCommits(request())).source(commits[1] ?? '');
    const before = packs();
    await readAll(source, ['a.md', 'docs/b.md', 'c/d/e.bin', 'link', 'nowhere']);
    expect([objects('blob'), packs() - before]).toEqual([3, 1]);
    server('config', 'uploadpack.allowFilter', 'false');
    folder.git('-C', 'server', 'update-ref', '-d', 'refs/heads/main');
    expect(await readAll(source, ['a.md'])).toEqual({ 'a.md': Buffer.from('one') });
    expect(packs() - before).toBe(1);
  });

  test('may be named by references', async () => {
    const clone = await fetchCommits(request(['refs/heads/main']));
    expect(clone.commits).toEqual([commits[1]]);
  });

  test('come with their contents from a server that cannot leave them out', async () => {
    server('config', 'uploadpack.allowFilter', 'false');
    const clone = await fetchCommits(request());
    expect(objects('blob')).toBeGreaterThan(2);
    expect(await readAll(await clone.source(commits[0] ?? ''), ['a.md'])).toEqual({ 'a.md': Buffer.from('one') });
  });

  test('lack what the server has lost, and nothing else', async () => {
    const source = await (await fetchCommits(request())).source(commits[1] ?? '');
    const id = server('rev-parse', 'HEAD:docs/b.md');
    rmSync(join(folder.path, 'server/.git/objects', id.slice(0, 2), id.slice(2)));
    expect(await readAll(source, ['a.md', 'docs/b.md', 'c/d/e.bin'])).toEqual({
      'a.md': Buffer.from('one'),
      'docs/b.md': 'unreadable',
      'c/d/e.bin': Buffer.alloc(70_000),
    });
  });

  test('of a repository with longer ids', async () => {
    folder.write({ 'long/a.md': 'one' });
    folder.git('init', '-q', '--object-format=sha256', 'long');
    folder.git('-C', 'long', 'config', 'uploadpack.allowFilter', 'true');
    folder.git('-C', 'long', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    folder.git('-C', 'long', 'add', '-A');
    folder.git('-C', 'long', 'commit', '-q', '-m', 'x');
    const id = folder.git('-C', 'long', 'rev-parse', 'HEAD');
    const clone = await fetchCommits({ ...request([id]), url: `file://${folder.path}/long` });
    expect(await readAll(await clone.source(id), ['a.md'])).toEqual({ 'a.md': Buffer.from('one') });
  });
});

describe('what cannot be fetched is said with advice', () => {
  test.each<[string, () => Parameters<typeof fetchCommits>[0], string, RegExp]>([
    ['a commit that is not there', () => request(['0'.repeat(40)]), 'repository', /does not have this commit/],
    ['a reference that is not there', () => request(['refs/heads/nope']), 'repository', /does not have this commit/],
    ['no repository', () => ({ ...request(), url: `file://${folder.path}/none` }), 'repository', /no git repository/],
    ['a short id', () => request(['abc123']), 'usage', /no commit/],
    ['an option', () => request(['--upload-pack=x']), 'usage', /no commit/],
    ['a pattern', () => request(['refs/heads/*']), 'usage', /no commit/],
    ['another transport', () => ({ ...request(), url: 'ext::sh -c date' }), 'usage', /address/],
    ['a path', () => ({ ...request(), url: '../server' }), 'usage', /address/],
    ['a password in the address', () => ({ ...request(), url: 'https://u:secret@example.com/a' }), 'usage', /address/],
    ['a place that is taken', () => ({ ...request(), folder: join(folder.path, 'server') }), 'usage', /not empty/],
    ['a token of two lines', () => ({ ...request(), token: 'a\nb: c' }), 'usage', /token/],
  ])('%s', async (_name, wanted, fault, message) => {
    const error = await faultOf(fetchCommits(wanted()));
    expect([error.fault, error.message]).toEqual([fault, expect.stringMatching(message)]);
    expect(error.message).not.toContain('secret');
  });
});
