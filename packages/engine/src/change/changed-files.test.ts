import { describe, expect, test } from '@jest/globals';
import { memorySource } from '@shipworthy/sources';
import { differences } from './changed-files.ts';

type Files = Readonly<Record<string, string>>;

async function compared(before: Files, after: Files): Promise<string[]> {
  const side = async (files: Files) => {
    const source = memorySource(files);
    return { source, listing: await source.list(), classOf: () => 'authored' as const };
  };
  const { files } = await differences(await side(before), await side(after));
  return files.map(({ path, state, from, edited }) =>
    [state, from, path, edited && 'edited'].filter(Boolean).join(' '),
  );
}

const LINES = 'one\ntwo\nthree\nfour\nfive\n';

describe('files in which two sides differ', () => {
  test.each<[string, Files, Files, string[]]>([
    ['nothing', { 'a.md': 'a' }, { 'a.md': 'a' }, []],
    [
      'added, modified and removed, by path',
      { 'b.md': 'b', 'c.md': 'c' },
      { 'a.md': 'x', 'b.md': 'y' },
      ['added a.md', 'modified b.md', 'removed c.md'],
    ],
    ['moved as it was', { 'a.md': 'a' }, { 'docs/a.md': 'a' }, ['moved a.md docs/a.md']],
    [
      'of two equal ones each keeps its name',
      { 'x/a.md': 'same', 'x/b.md': 'same' },
      { 'y/b.md': 'same', 'y/a.md': 'same' },
      ['moved x/a.md y/a.md', 'moved x/b.md y/b.md'],
    ],
    ['copied', { 'a.md': 'a' }, { 'a.md': 'a', 'b.md': 'a' }, ['added b.md']],
    [
      'moved and edited',
      { 'a.md': LINES },
      { 'docs/b.md': LINES.replace('two', 'zwei') },
      ['moved a.md docs/b.md edited'],
    ],
    [
      'too little left',
      { 'a.md': LINES },
      { 'b.md': 'six\nseven\neight\none\n' },
      ['removed a.md', 'added b.md'].reverse(),
    ],
    ['too short to tell', { 'a.md': 'one\n\ntwo\n' }, { 'b.md': 'one\ntwo\nthree\n' }, ['removed a.md', 'added b.md']],
    [
      'the likest of several',
      { 'a.md': LINES },
      { 'b.md': LINES.replace('two', 'x').replace('one', 'y'), 'c.md': LINES.replace('two', 'x') },
      ['added b.md', 'moved a.md c.md edited'],
    ],
  ])('%s', async (_name, before, after, expected) => {
    expect((await compared(before, after)).sort()).toEqual([...expected].sort());
  });
});
