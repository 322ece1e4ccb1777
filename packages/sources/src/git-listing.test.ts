import { describe, expect, test } from '@jest/globals';
import { indexListing, treeEntries, unseenFolders, untrackedPaths } from './git-listing.ts';

const A = 'a'.repeat(40);
const index = (...lines: string[]): Buffer => Buffer.from(lines.map((line) => `${line}\0`).join(''));
const bytes = (...parts: (string | number)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

describe('what git lists', () => {
  test.each<[string, Buffer, unknown]>([
    ['nothing', Buffer.of(), []],
    [
      'files, programs, links, submodules',
      index(`H 100644 ${A} 0\ta`, `H 100755 ${A} 0\tb`, `H 120000 ${A} 0\tc`, `H 160000 ${A} 0\td`),
      [
        { path: 'a', type: 'file' },
        { path: 'b', type: 'file' },
        { path: 'c', type: 'symlink' },
        { path: 'd', type: 'submodule' },
      ],
    ],
    ['tabs and blanks in names', index(`H 100644 ${A} 0\ta\tb c`), [{ path: 'a\tb c', type: 'file' }]],
    [
      'a conflict, as ours has it',
      index(`H 120000 ${A} 1\ta`, `H 100644 ${A} 2\ta`, `H 120000 ${A} 3\ta`),
      [{ path: 'a', type: 'file' }],
    ],
    ['a conflict without ours', index(`H 100644 ${A} 1\ta`, `H 120000 ${A} 3\ta`), [{ path: 'a', type: 'file' }]],
    [
      'names git sorts by bytes',
      index(`H 100644 ${A} 0\t\uff21`, `H 100644 ${A} 0\t\u{1F6A2}`),
      [
        { path: '\u{1F6A2}', type: 'file' },
        { path: '\uff21', type: 'file' },
      ],
    ],
    [
      'two names that are not UTF-8 and look alike',
      bytes(`H 100644 ${A} 0\tx`, 0xe8, 0, `H 100644 ${A} 0\tx`, 0xe9, 0),
      [{ path: 'x\ufffd', type: 'file' }],
    ],
    ['output that was cut off', Buffer.from(`H 100644 ${A} 0\ta\x00H 100644 ${A}`), [{ path: 'a', type: 'file' }]],
  ])('%s', (_name, output, expected) => {
    expect(indexListing(output)).toEqual({ entries: expected, kept: new Map() });
  });

  test('the blobs of the index, where they are asked for', () => {
    const long = 'b'.repeat(64);
    const output = index(`H 100644 ${A} 0\ta`, `M 100644 ${long} 2\tb`, `H 160000 ${A} 0\tc`);
    expect(indexListing(output, true).entries).toEqual([
      { path: 'a', type: 'file', blob: A },
      { path: 'b', type: 'file', blob: long },
      { path: 'c', type: 'submodule' },
    ]);
  });

  test('files that a sparse checkout keeps away, with their blobs', () => {
    const output = index(`S 100644 ${A} 0\ta`, `H 100644 ${A} 0\tb`, `S 120000 ${A} 0\tc`, `S 160000 ${A} 0\td`);
    const { entries, kept } = indexListing(output);
    expect(entries.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
    expect([...kept]).toEqual([['a', A]]);
  });

  test('ids of either length belong to files and links, not to submodules', () => {
    const long = 'b'.repeat(64);
    expect(treeEntries(index(`100644 blob ${A}\ta`, `120000 blob ${long}\tb`, `160000 commit ${A}\tc`))).toEqual([
      { path: 'a', type: 'file', blob: A },
      { path: 'b', type: 'symlink', blob: long },
      { path: 'c', type: 'submodule' },
    ]);
  });

  test('untracked names, and repositories among them', () => {
    expect(untrackedPaths(index('a b', 'c/'))).toEqual([
      { path: 'a b', nested: false },
      { path: 'c', nested: true },
    ]);
  });

  test('folders that could not be opened', () => {
    expect(
      unseenFolders("warning: could not open directory 'data/db/': Permission denied\nwarning: something else\n"),
    ).toEqual([{ path: 'data/db', why: 'permission denied' }]);
  });
});
