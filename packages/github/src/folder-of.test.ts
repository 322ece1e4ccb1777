import { describe, expect, test } from '@jest/globals';
import { memorySource } from '@shipworthy/sources';
import { expectFolder, folderOf } from './folder-of.ts';

const whole = memorySource({ 'README.md': 'all', 'a/README.md': 'a', 'a/b/c.md': 'c', 'ab/x.md': 'x' });

describe('one folder of a source', () => {
  test('lists and reads as if it were the repository', async () => {
    const folder = folderOf(whole, 'a');
    const paths = (await folder.list()).entries.map(({ path }) => path);
    expect(paths).toEqual(['README.md', 'b/c.md']);
    const read: string[] = [];
    for await (const { path, content } of folder.read(['b/c.md', 'README.md', 'no.md']))
      read.push(`${path} ${content instanceof Uint8Array ? Buffer.from(content).toString() : content.reason}`);
    expect(read).toEqual(['b/c.md c', 'README.md a', 'no.md absent']);
  });

  test('is the source itself without a folder', () => {
    expect(folderOf(whole, '')).toBe(whole);
  });

  test.each([
    ['a/b', 'a', [{ path: 'b', why: 'w' }]],
    ['a', 'a/b', [{ path: '', why: 'w' }]],
    ['ab', 'a', undefined],
  ])('what cannot be seen at %s is told of %s', async (path, folder, unseen) => {
    const dark = { ...whole, list: async () => ({ ...(await whole.list()), unseen: [{ path, why: 'w' }] }) };
    expect((await folderOf(dark, folder).list()).unseen).toEqual(unseen);
  });

  test('has to be there on one of the sides', async () => {
    const [there, gone] = [folderOf(whole, 'a'), folderOf(whole, 'zz')];
    await expect(expectFolder('a', [gone, there])).resolves.toBeUndefined();
    await expect(expectFolder('zz', [gone, gone])).rejects.toThrow('has no folder "zz"');
  });
});
