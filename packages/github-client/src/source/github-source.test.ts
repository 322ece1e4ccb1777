import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MAX_FILE_BYTES, type RepositorySource, SourceError } from '@shipworthy/model';
import { gitRevision } from '@shipworthy/sources';
import { GitFolder } from '@shipworthy/sources/testing';
import { connect, GitHubFault } from '../index.ts';
import { type Fault, type LoopbackGitHub, startGitHub } from '../testing/index.ts';
import { gitHubSource } from './github-source.ts';
import { listTree } from './tree-listing.ts';

/** Real servers and real git, many at once. */
jest.setTimeout(60_000);

/** Names and bytes that tell sources apart, and every form of text that GraphQL cannot give as it is. */
const FILES: Record<string, string | Uint8Array> = {
  'README.md': '# One\r\n\r\ntwo\n',
  'docs/a.md': 'a',
  'docs.md': 'sorts before docs/ by code units',
  'docs-b/c.md': 'c',
  'same.md': 'a',
  'empty.txt': '',
  'bom.md': '\ufeff# With a mark',
  'latin1.md': Buffer.from('Gr\xfc\xdfe', 'latin1'),
  'utf16.md': Buffer.from('\ufeffhello', 'utf16le'),
  'replacement.md': 'a \ufffd that is meant',
  'bytes.bin': Uint8Array.from({ length: 70_000 }, (_, index) => index % 256),
  'long.txt': 'a line\n'.repeat(90_000),
  'limit.bin': new Uint8Array(MAX_FILE_BYTES),
  'over.bin': new Uint8Array(MAX_FILE_BYTES + 1),
  'with\nnewline "quote" \\slash.md': 'odd name',
  ' leading and trailing ': 'blanks',
  '\u{1F6A2}.md': 'an astral name, before U+FF21 by code units and after it by bytes',
  '\uff21.md': 'fullwidth',
  'ünïcode/ä.md': 'composed',
  'deep/a/b/c/d/e/f.txt': 'f',
  constructor: 'a name objects have',
  'pointer.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`,
};

let repository: GitFolder;
let commit: string;
let github: LoopbackGitHub;

beforeAll(async () => {
  repository = new GitFolder().write(FILES).link('link.md', 'README.md').link('folder-link', 'docs');
  repository.git('init', '-q', 'sub');
  repository.git('-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'x');
  commit = repository.commit();
  github = await startGitHub({
    repositories: [{ owner: 'octo', name: 'demo', folder: repository.path }],
    tokens: { token: 'fork' },
  });
});
afterAll(async () => {
  expect(github.answersValidated).toBeGreaterThan(10);
  await github.close();
  repository.remove();
});

const names = { owner: 'octo', repo: 'demo' };
const client = (token: string | undefined = 'token') =>
  connect({ apiUrl: github.url, token, version: '0', secondMs: 0 });
const source = (token?: string): RepositorySource => gitHubSource(client(token), { ...names, commit });
const counted = (operation: string): number => github.requests.filter((each) => each.operation === operation).length;

/** Every content as hex, or why there is none. */
async function contentsOf(from: RepositorySource, paths: readonly string[]): Promise<[string, string][]> {
  const contents: [string, string][] = [];
  for await (const { path, content } of from.read(paths))
    contents.push([path, content instanceof Uint8Array ? Buffer.from(content).toString('hex') : content.reason]);
  return contents;
}

async function withFaults<T>(faults: readonly Fault[], run: () => Promise<T>): Promise<T> {
  for (const fault of faults) github.faults.add(fault);
  try {
    return await run();
  } finally {
    github.faults.clear();
  }
}

describe('a commit on GitHub', () => {
  test.each([
    ['with a token', 'token'],
    ['without', ''],
  ])('lists and reads as git does, byte for byte (%s)', async (_name, token) => {
    const [ours, gits] = [source(token), await gitRevision(repository.path, commit)];
    const [listing, expected] = [await ours.list(), await gits.list()];
    expect(listing).toEqual({ ...expected, history: 'none' });
    expect(listing.entries.filter(({ type }) => type !== 'file').map(({ path }) => path)).toEqual([
      'folder-link',
      'link.md',
      'sub',
    ]);
    const paths = listing.entries.map(({ path }) => path);
    expect(await contentsOf(ours, paths)).toEqual(await contentsOf(gits, paths));
  });

  test('is asked for texts in one query, and for the rest one by one, never for what is too large', async () => {
    const before = [counted('git/get-tree'), counted('graphql'), counted('git/get-blob')];
    const files = Object.keys(FILES);
    await contentsOf(source(), files);
    const after = [counted('git/get-tree'), counted('graphql'), counted('git/get-blob')];
    // bom, latin1, utf16, bytes, long, limit
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 6]);
  });

  test('answers in the order asked, once for each time asked, and never leaves the listing', async () => {
    const asked = [
      'same.md',
      'docs/a.md',
      'link.md',
      'same.md',
      '../outside',
      '.git/config',
      'docs',
      'sub',
      'docs/a.md',
    ];
    expect(await contentsOf(source(), asked)).toEqual([
      ['same.md', '61'],
      ['docs/a.md', '61'],
      ['link.md', 'not-a-file'],
      ['same.md', '61'],
      ['../outside', 'absent'],
      ['.git/config', 'absent'],
      ['docs', 'absent'],
      ['sub', 'not-a-file'],
      ['docs/a.md', '61'],
    ]);
  });

  test('may be read until enough is known, and again', async () => {
    const ours = source();
    for await (const { path } of ours.read(Object.keys(FILES))) if (path === 'docs/a.md') break;
    expect(await contentsOf(ours, ['docs/a.md'])).toEqual([['docs/a.md', '61']]);
  });

  test('of more files than one query takes', async () => {
    const many = new GitFolder();
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`f${index}.txt`, `${index}`]));
    const id = many.commit(files, 'many');
    const hub = await startGitHub({
      repositories: [{ owner: 'octo', name: 'many', folder: many.path }],
      tokens: { token: 'fork' },
    });
    const ours = gitHubSource(connect({ apiUrl: hub.url, token: 'token', version: '0', secondMs: 0 }), {
      owner: 'octo',
      repo: 'many',
      commit: id,
    });
    const contents = await contentsOf(ours, Object.keys(files));
    expect(contents).toEqual(Object.entries(files).map(([path, text]) => [path, Buffer.from(text).toString('hex')]));
    expect(hub.requests.map(({ operation }) => operation)).toEqual(['git/get-tree', 'graphql', 'graphql', 'graphql']);
    await hub.close();
    many.remove();
  });

  test.each(['main', 'abc', '', '0'.repeat(41), `${'0'.repeat(39)}g`])(
    'is named by its whole id, not by %j',
    (given) => {
      expect(() => gitHubSource(client(), { ...names, commit: given })).toThrow(SourceError);
    },
  );
});

describe('a tree that is too large to be sent at once', () => {
  test('is listed by its parts', async () => {
    github.faults.truncateTreesAt = 9;
    const listing = await source().list();
    github.faults.clear();
    expect(listing).toEqual({ ...(await (await gitRevision(repository.path, commit)).list()), history: 'none' });
  });

  test('is unseen behind the bound, folder by folder', async () => {
    github.faults.truncateTreesAt = 9;
    const { entries, unseen } = await listTree(client(), names, commit, 3);
    github.faults.clear();
    expect(entries.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'deep/a/b/c/d/e/f.txt']));
    expect(unseen).toEqual([
      { path: 'docs', why: expect.stringContaining('3 requests') },
      { path: 'docs-b', why: expect.stringContaining('3 requests') },
      { path: 'ünïcode', why: expect.stringContaining('3 requests') },
    ]);
  });

  test('has unseen parts where GitHub fails on them', async () => {
    github.faults.truncateTreesAt = 9;
    const listing = await withFaults([{ answer: 'not-found', operation: 'git/get-tree', after: 2, times: 1 }], () =>
      source().list(),
    );
    expect(listing.unseen).toEqual([{ path: 'deep', why: 'GitHub does not have its object' }]);
    expect(listing.entries.some(({ path }) => path.startsWith('deep/'))).toBe(false);
    expect(listing.entries.some(({ path }) => path === 'docs/a.md')).toBe(true);
  });
});

describe('when GitHub fails', () => {
  test.each<[Fault['answer'], string]>([
    ['unauthorized', 'unauthorized'],
    ['not-found', 'not-found'],
    ['html', 'not-github'],
    ['bad-gateway', 'unavailable'],
    ['primary-limit', 'rate-limited'],
  ])('%s on the tree ends the audit', async (answer, reason) => {
    const fault = await withFaults([{ answer, operation: 'git/get-tree' }], () =>
      source()
        .list()
        .catch((error: unknown) => error),
    );
    expect(fault).toBeInstanceOf(GitHubFault);
    expect(fault).toMatchObject({ reason });
  });

  test('a listing that failed is asked for again', async () => {
    const ours = source();
    await withFaults([{ answer: 'unauthorized' }], () => expect(ours.list()).rejects.toThrow());
    expect((await ours.list()).entries.length).toBeGreaterThan(20);
  });

  test('to answer a query, files are asked for one by one', async () => {
    const contents = await withFaults([{ answer: 'bad-gateway', operation: 'graphql' }], () =>
      contentsOf(source(), ['docs/a.md', 'README.md']),
    );
    expect(contents.map(([, content]) => content)).toEqual([
      '61',
      Buffer.from(FILES['README.md'] ?? '').toString('hex'),
    ]);
  });

  test('to give one file, that one is unreadable', async () => {
    const contents = await withFaults([{ answer: 'not-found', operation: 'git/get-blob', times: 1 }], () =>
      contentsOf(source(), ['latin1.md', 'docs/a.md', 'bom.md']),
    );
    expect(contents.map(([, content]) => content)).toEqual(['unreadable', '61', expect.stringMatching(/^efbbbf/)]);
  });

  test('to give many, the audit ends', async () => {
    await withFaults([{ answer: 'bad-gateway', operation: 'git/get-blob' }], () =>
      expect(contentsOf(source(), Object.keys(FILES))).rejects.toMatchObject({ reason: 'unavailable' }),
    );
  });

  test('a token that expires on the way ends the audit', async () => {
    await withFaults([{ answer: 'unauthorized', after: 2 }], () =>
      expect(contentsOf(source(), Object.keys(FILES))).rejects.toMatchObject({ reason: 'unauthorized' }),
    );
  });
});
