import { chmodSync, closeSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_FILE_BYTES } from '@shipworthy/model';
import { gitRevision } from './git-revision.ts';
import { faultOf, listedPaths, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = new TemporaryFolder();
});
afterEach(() => folder.remove());

describe('a revision', () => {
  test('is what was committed, whatever is on disk or staged now', async () => {
    folder.write({ 'a.md': 'one', 'b.md': 'two' }).commitAll();
    folder.write({ 'a.md': 'changed', 'c.md': 'new' }).git('add', '-A');
    folder.git('rm', '-q', '-f', 'b.md');
    for (const revision of ['HEAD', 'main', folder.git('rev-parse', 'HEAD'), 'HEAD~0']) {
      const source = await gitRevision(folder.path, revision);
      expect(await listedPaths(source)).toEqual(['a.md', 'b.md']);
      expect(await readAll(source, ['a.md', 'b.md'])).toEqual({
        'a.md': Buffer.from('one'),
        'b.md': Buffer.from('two'),
      });
    }
  });

  test('of a tag stands for the commit behind it', async () => {
    folder.write({ 'a.md': 'one' }).commitAll().git('tag', '-a', 'v1', '-m', 'v1');
    expect((await (await gitRevision(folder.path, 'v1')).list()).commit).toBe(folder.git('rev-parse', 'HEAD'));
  });

  test('can be read from a bare repository', async () => {
    folder.write({ 'w/a.md': 'one' });
    folder.git('init', '-q', '-b', 'main', 'w');
    folder.git('-C', 'w', 'add', '-A');
    folder.git('-C', 'w', 'commit', '-q', '-m', 'x');
    folder.git('clone', '-q', '--bare', 'w', 'bare');
    const source = await gitRevision(join(folder.path, 'bare'), 'main');
    expect(await readAll(source, ['a.md'])).toEqual({ 'a.md': Buffer.from('one') });
  });

  test('lists submodules and links and reads neither', async () => {
    folder.write({ 'a.md': 'one' }).link('link', 'a.md');
    folder.git('init', '-q', 'sub');
    folder.git('-C', 'sub', 'commit', '-q', '--allow-empty', '-m', 'x');
    folder.commitAll();
    const source = await gitRevision(folder.path, 'HEAD');
    expect(await listedPaths(source)).toEqual(['a.md', 'link symlink', 'sub submodule']);
    expect((await source.list()).entries.find(({ path }) => path === 'sub')).toEqual({
      path: 'sub',
      type: 'submodule',
    });
    expect(await readAll(source, ['link', 'sub'])).toEqual({ link: 'not-a-file', sub: 'not-a-file' });
  });

  test('gives no content over the limit, and goes on behind it', async () => {
    const big = new Uint8Array(MAX_FILE_BYTES + 1);
    folder.write({ 'a.md': 'one', 'big.bin': big, 'limit.bin': big.subarray(1), 'z.md': 'last' }).commitAll();
    const contents = await readAll(await gitRevision(folder.path, 'HEAD'), ['a.md', 'big.bin', 'limit.bin', 'z.md']);
    expect([contents['big.bin'], contents['limit.bin']?.length]).toEqual(['too-large', MAX_FILE_BYTES]);
    expect(contents['z.md']).toEqual(Buffer.from('last'));
  });

  test('says which objects are lost or damaged, and reads the others', async () => {
    folder.write({ 'a.md': 'one', 'b.md': 'damaged', 'c.md': 'lost', 'd.md': 'four' }).commitAll();
    const source = await gitRevision(folder.path, 'HEAD');
    rmSync(objectOf('c.md'));
    rmSync(objectOf('b.md'), { force: true });
    writeFileSync(objectOf('b.md'), 'not zlib');
    expect(await readAll(source, ['a.md', 'b.md', 'c.md', 'd.md'])).toEqual({
      'a.md': Buffer.from('one'),
      'b.md': 'unreadable',
      'c.md': 'unreadable',
      'd.md': Buffer.from('four'),
    });
  });

  test('survives objects whose size can be read and whose content cannot', async () => {
    const noise = (seed: number): string =>
      Array.from({ length: 4000 }, (_, index) => ((index * 7919 * seed) % 9973).toString(36)).join('');
    folder.write({ 'a.md': noise(1), 'b.md': noise(2), 'c.md': noise(3) }).commitAll();
    folder.git('repack', '-q', '-a', '-d', '--window=0');
    const source = await gitRevision(folder.path, 'HEAD');
    breakPackedContent('b.md');
    expect(await readAll(source, ['a.md', 'b.md', 'c.md'])).toEqual({
      'a.md': Buffer.from(noise(1)),
      'b.md': 'unreadable',
      'c.md': Buffer.from(noise(3)),
    });
  });

  test('reads as usual when many and large files come through one process', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`f${index}.txt`, `${index}\n`.repeat((index * 37) % 2000)]),
    );
    folder.write(files).commitAll();
    const contents = await readAll(await gitRevision(folder.path, 'HEAD'), Object.keys(files));
    for (const [path, text] of Object.entries(files)) expect(Buffer.from(contents[path] ?? '').toString()).toBe(text);
  });
});

function objectOf(path: string): string {
  const id = folder.git('rev-parse', `HEAD:${path}`);
  return join(folder.path, '.git/objects', id.slice(0, 2), id.slice(2));
}

/** Overwrites the middle of one object in the only pack; its header, which holds the size, stays. */
function breakPackedContent(path: string): void {
  const packs = join(folder.path, '.git/objects/pack');
  const index = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? '';
  const id = folder.git('rev-parse', `HEAD:${path}`);
  const line =
    folder
      .git('verify-pack', '-v', join(packs, index))
      .split('\n')
      .find((text) => text.startsWith(id)) ?? '';
  const [, , , packed, offset] = line.split(/\s+/).map(Number);
  const file = join(packs, index.replace(/idx$/, 'pack'));
  chmodSync(file, 0o644);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, (offset ?? 0) + Math.floor((packed ?? 0) / 2));
  closeSync(handle);
}

describe('what cannot be audited is said with advice', () => {
  test.each(['nope', 'main:a.md', 'HEAD:', '..', 'HEAD..main', '0'.repeat(40), '-h', '--all', '', 'a\nb', '^HEAD'])(
    'revision %j',
    async (revision) => {
      folder.write({ 'a.md': 'one' }).commitAll();
      const error = await faultOf(gitRevision(folder.path, revision));
      expect([error.fault, error.message]).toEqual(['usage', expect.stringContaining(JSON.stringify(revision))]);
    },
  );
  test('HEAD before the first commit', async () => {
    folder.git('init', '-q');
    expect((await faultOf(gitRevision(folder.path, 'HEAD'))).fault).toBe('usage');
  });
  test('a commit that a shallow clone lacks', async () => {
    folder.write({ 'a.md': 'one' }).commitAll();
    const first = folder.git('rev-parse', 'HEAD');
    folder.git('commit', '-q', '--allow-empty', '-m', 'two');
    folder.git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'shallow');
    expect((await faultOf(gitRevision(join(folder.path, 'shallow'), first))).advice).toMatch(/shallow.*fetch/);
  });
  test('a folder without a repository', async () => {
    expect(await faultOf(gitRevision(folder.path, 'HEAD'))).toMatchObject({ fault: 'usage' });
  });
  test('no git on the machine', async () => {
    folder.write({ 'a.md': 'one' }).commitAll();
    const path = process.env.PATH;
    process.env.PATH = '/nonexistent';
    try {
      expect(await faultOf(gitRevision(folder.path, 'HEAD'))).toMatchObject({ fault: 'environment' });
    } finally {
      process.env.PATH = path;
    }
  });
});
