import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { RepositorySource } from '@shipworthy/model';
import { gitRevision } from './git-revision.ts';
import { memorySource } from './memory-source.ts';
import { openSource } from './open-source.ts';
import { listedPaths, readAll } from './testing/answers.ts';
import { TemporaryFolder } from './testing/temporary-folder.ts';
import { workingTree } from './working-tree.ts';

/** Names and bytes that tell sources apart: sort order beyond the basic plane, blanks, line ends, no bytes at all. */
const FILES: Record<string, string | Uint8Array> = {
  'README.md': '# One\r\n\r\ntwo\n',
  'docs/a.md': 'a',
  'docs.md': 'sorts before docs/ by code units',
  'docs-b/c.md': 'c',
  'empty.txt': '',
  '.github/CODEOWNERS': '* @a\n',
  'bytes.bin': Uint8Array.from({ length: 70_000 }, (_, index) => index % 256),
  'with\nnewline "quote" \\slash.md': 'odd name',
  ' leading and trailing ': 'blanks',
  '-dash.md': 'dash',
  '\u{1F6A2}.md': 'an astral name, before U+FF21 by code units and after it by bytes',
  '\uff21.md': 'fullwidth',
  'ünïcode/ä.md': 'composed',
  'deep/a/b/c/d/e/f.txt': 'f',
  constructor: 'a name objects have',
};

const folders: TemporaryFolder[] = [];
const temporary = (): TemporaryFolder => {
  const folder = new TemporaryFolder();
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) folder.remove();
});

async function sources(objectFormat: 'sha1' | 'sha256'): Promise<Record<string, RepositorySource>> {
  const repository = temporary().write(FILES).link('link.md', 'README.md').link('folder-link', 'docs');
  repository.git('init', '-q', `--object-format=${objectFormat}`);
  repository.commitAll();
  const plain = temporary().write(FILES).link('link.md', 'README.md').link('folder-link', 'docs');
  rmSync(join(plain.path, '.git'), { recursive: true, force: true });
  return {
    'working-tree': await workingTree(repository.path),
    revision: await gitRevision(repository.path, 'HEAD'),
    folder: await workingTree(plain.path),
    memory: memorySource(FILES, { symlinks: ['link.md', 'folder-link'] }),
  };
}

describe.each(['sha1', 'sha256'] as const)('one tree from every source (%s)', (objectFormat) => {
  test('lists the same entries in the same order, and reads the same bytes', async () => {
    const expected = [...Object.keys(FILES), 'link.md', 'folder-link'].sort();
    for (const [kind, source] of Object.entries(await sources(objectFormat))) {
      expect(source.kind).toBe(kind);
      const { entries } = await source.list();
      expect({ kind, paths: entries.map(({ path }) => path) }).toEqual({ kind, paths: expected });
      expect({ kind, links: entries.filter(({ type }) => type === 'symlink').map(({ path }) => path) }).toEqual({
        kind,
        links: ['folder-link', 'link.md'],
      });
      const contents = await readAll(source, expected);
      for (const [path, content] of Object.entries(FILES))
        expect({ kind, path, hex: Buffer.from(contents[path] ?? 'missing').toString('hex') }).toEqual({
          kind,
          path,
          hex: Buffer.from(content).toString('hex'),
        });
      expect(contents['link.md']).toBe('not-a-file');
    }
  });

  test('a revision knows the blob ids, which are those of the bytes', async () => {
    const { revision } = await sources(objectFormat);
    const entries = (await revision?.list())?.entries ?? [];
    expect(entries).toHaveLength(Object.keys(FILES).length + 2);
    for (const { path, blob, type } of entries) {
      if (type !== 'file') continue;
      const bytes = Buffer.from(FILES[path] ?? '');
      const id = createHash(objectFormat).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
      expect({ path, blob }).toEqual({ path, blob: id });
    }
  });
});

describe('reading', () => {
  test('answers in the order asked, once for each time asked', async () => {
    for (const source of Object.values(await sources('sha1'))) {
      const asked = ['empty.txt', 'docs/a.md', 'link.md', 'README.md', 'docs/a.md', '../outside', 'nowhere'];
      const answered: string[] = [];
      for await (const { path } of source.read(asked)) answered.push(path);
      expect(answered).toEqual(asked);
    }
  });
  test('never leaves the listing', async () => {
    for (const source of Object.values(await sources('sha1')))
      expect(
        await readAll(source, ['../outside', '/etc/hosts', '.git/config', 'docs', 'folder-link/a.md', '']),
      ).toEqual({
        '../outside': 'absent',
        '/etc/hosts': 'absent',
        '.git/config': 'absent',
        docs: 'absent',
        'folder-link/a.md': 'absent',
        '': 'absent',
      });
  });
  test('may stop early and start again', async () => {
    for (const source of Object.values(await sources('sha1'))) {
      for await (const { path } of source.read(Object.keys(FILES))) if (path === 'docs/a.md') break;
      expect(await readAll(source, ['docs/a.md'])).toEqual({ 'docs/a.md': expect.any(Uint8Array) });
    }
  });
});

describe('a folder below the top of a repository', () => {
  test('is audited alone, with paths relative to it', async () => {
    const repository = temporary().write({ 'a.md': '1', 'sub/b.md': '2', 'sub/deep/c.md': '3' }).commitAll();
    for (const source of [
      await workingTree(join(repository.path, 'sub')),
      await gitRevision(join(repository.path, 'sub'), 'main'),
    ]) {
      expect(await listedPaths(source)).toEqual(['b.md', 'deep/c.md']);
      expect(await readAll(source, ['deep/c.md'])).toEqual({ 'deep/c.md': Buffer.from('3') });
      expect((await source.list()).commit).toMatch(/^[0-9a-f]{40}$/);
    }
  });
  test('that holds nothing git tracks is read as a plain folder', async () => {
    const repository = temporary().write({ 'a.md': '1', '.gitignore': 'out/\n' }).commitAll();
    repository.write({ 'out/b.md': '2' });
    const source = await workingTree(join(repository.path, 'out'));
    expect(source.kind).toBe('folder');
    expect(await listedPaths(source)).toEqual(['b.md']);
  });
});

describe('openSource', () => {
  test('opens the files on disk, and the commit when a revision is given', async () => {
    const repository = temporary().write({ 'a.md': 'old' }).commitAll().write({ 'a.md': 'new' });
    expect(await readAll(await openSource(repository.path), ['a.md'])).toEqual({ 'a.md': Buffer.from('new') });
    expect(await readAll(await openSource(repository.path, { revision: 'main' }), ['a.md'])).toEqual({
      'a.md': Buffer.from('old'),
    });
  });
});
