import { describe, expect, test } from '@jest/globals';
import { MAX_FILE_BYTES } from '@shipworthy/model';
import { memorySource } from './memory-source.ts';
import { listedPaths, readAll } from './testing/answers.ts';

describe('a repository in memory', () => {
  test('lists what it was given, sorted, and what it was told of itself', async () => {
    const source = memorySource(
      { 'b.md': '', 'a/c.md': '' },
      { name: 'example', commit: 'abc', history: 'full', symlinks: ['link'], submodules: ['sub'] },
    );
    expect([source.name, source.kind]).toEqual(['example', 'memory']);
    expect(await listedPaths(source)).toEqual(['a/c.md', 'b.md', 'link symlink', 'sub submodule']);
    expect(await source.list()).toMatchObject({ commit: 'abc', history: 'full' });
  });
  test('texts are UTF-8, bytes are bytes, links are not read', async () => {
    const source = memorySource(
      { 'a.md': 'ä', b: Uint8Array.of(0xff), big: new Uint8Array(MAX_FILE_BYTES + 1) },
      { symlinks: ['l'] },
    );
    expect(await readAll(source, ['a.md', 'b', 'big', 'l', 'toString'])).toEqual({
      'a.md': Buffer.from([0xc3, 0xa4]),
      b: Uint8Array.of(0xff),
      big: 'too-large',
      l: 'not-a-file',
      toString: 'absent',
    });
  });
  test.each(['', '/a', 'a/', './a', 'a//b', '../a', 'a/../b', 'a\0b'])('%j is not a path of a repository', (path) => {
    expect(() => memorySource({ [path]: '' })).toThrow('not a path inside a repository');
  });
});
