import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { FileFacts } from '@shipworthy/model';
import { DiskCache } from './disk-cache.ts';
import { decodeFactsFile, encodeFactsFile, KEY_LENGTH } from './facts-file.ts';
import { keptFile, linkElsewhere, placeForEachTest } from './test-data/cache-place.ts';

const place = placeForEachTest();

const BUILD = 'b1';
const open = (build = BUILD, of = place.repository): DiskCache =>
  new DiskCache({ folder: place.folder, repository: of, build });
const key = (name: string): string => name.padEnd(KEY_LENGTH, '_');
const factsOf = (path: string, what = 'broken'): FileFacts => ({
  path,
  pathClass: 'authored',
  artifacts: [],
  problems: [{ kind: 'runbook', what, effect: 'broken' }],
});
const bytesOf = (pieces: Iterable<Uint8Array>): Buffer =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)));
const file = (): string => keptFile(place);

function keepOnce(): void {
  const cache = open();
  cache.keep(key('a'), factsOf('a.md'));
  cache.keep(key('nothing'), null);
  cache.save();
}

describe('between runs', () => {
  test('what was kept is recalled, and counted', () => {
    keepOnce();
    const cache = open();
    expect([
      cache.recall(key('a'), 'a.md'),
      cache.recall(key('nothing'), 'b.md'),
      cache.recall(key('c'), 'c.md'),
    ]).toEqual([factsOf('a.md'), null, undefined]);
    cache.keep(key('c'), null);
    expect(cache.report()).toEqual({ known: 2, read: 1, troubles: [] });
  });

  test('facts are kept as they were, whatever happens to them later', () => {
    const cache = open();
    const problems = [...factsOf('a.md').problems];
    cache.keep(key('a'), { ...factsOf('a.md'), problems });
    problems.pop();
    cache.save();
    expect(open().recall(key('a'), 'a.md')).toEqual(factsOf('a.md'));
  });

  test('another build knows nothing, and neither does another repository', () => {
    keepOnce();
    expect(open('b2').recall(key('a'), 'a.md')).toBeUndefined();
    expect(open(BUILD, place.root).recall(key('a'), 'a.md')).toBeUndefined();
  });

  test('nothing is written without news', () => {
    keepOnce();
    const before = statSync(file());
    const cache = open();
    cache.recall(key('a'), 'a.md');
    cache.save();
    expect(statSync(file()).ino).toBe(before.ino);
  });

  test('what one run does not use is kept for a while, not for ever', () => {
    keepOnce();
    const isKeptAfter = (saves: number): boolean => {
      for (let save = 0; save < saves; save++) {
        const cache = open();
        cache.keep(key('new'), factsOf('new.md', `${save}`));
        cache.save();
      }
      return open().recall(key('a'), 'a.md') !== undefined;
    };
    expect(isKeptAfter(10)).toBe(true);
    expect(isKeptAfter(10)).toBe(false);
  });

  test('what a run does not ask for is carried on unread', () => {
    keepOnce();
    const unreadable = Buffer.from('{ this would not parse');
    const lines = new Map([[key('unasked'), { save: 1, json: unreadable }]]);
    writeFileSync(file(), bytesOf(encodeFactsFile({ saves: 1, lines }, BUILD)));
    const cache = open();
    cache.keep(key('new'), factsOf('new.md'));
    cache.save();
    const saved = decodeFactsFile(readFileSync(file()), BUILD)?.lines;
    expect([...(saved?.keys() ?? [])]).toEqual([key('new'), key('unasked')]);
    expect(Buffer.from(saved?.get(key('unasked'))?.json ?? []).equals(unreadable)).toBe(true);
  });

  test('of two runs at once the last to finish is kept whole', () => {
    const [one, two] = [open(), open()];
    one.keep(key('one'), factsOf('1.md'));
    two.keep(key('two'), factsOf('2.md'));
    one.save();
    two.save();
    expect(open().recall(key('two'), '2.md')).toEqual(factsOf('2.md'));
    expect(readdirSync(place.folder)).toHaveLength(1);
  });
});

describe('whatever is wrong is as if nothing were known', () => {
  test.each<[string, () => void]>([
    ['cut off', () => writeFileSync(file(), readFileSync(file()).subarray(0, -1))],
    ['empty', () => writeFileSync(file(), '')],
    ['damaged', () => writeFileSync(file(), readFileSync(file(), 'latin1').replace('authored', 'vendored'), 'latin1')],
    ['for others to write', () => chmodSync(file(), 0o622)],
    ['a link', () => linkElsewhere(place)],
    [
      'a folder',
      () => {
        const path = file();
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])('the file is %s', (_name, spoil) => {
    keepOnce();
    spoil();
    const cache = open();
    expect(cache.recall(key('a'), 'a.md')).toBeUndefined();
    expect(cache.report().troubles).toEqual([expect.stringMatching(/^not used: \w/)]);
    cache.keep(key('a'), factsOf('a.md'));
    expect(() => cache.save()).not.toThrow();
  });

  test.each([
    ['no JSON', '{'],
    ['facts of another file', JSON.stringify(factsOf('b.md'))],
    ['a list', '[]'],
    ['null', 'null'],
    ['facts without problems', JSON.stringify({ path: 'a.md', pathClass: 'authored', artifacts: [] })],
    [
      'an artifact of another file',
      JSON.stringify({ ...factsOf('a.md'), artifacts: [{ kind: 'runbook', path: 'b.md' }] }),
    ],
    ['no artifact', JSON.stringify({ ...factsOf('a.md'), artifacts: [null] })],
    ['strange comments', JSON.stringify({ ...factsOf('a.md'), suppressions: 1 })],
  ])('a line that somebody made up: %s', (_name, json) => {
    keepOnce();
    const lines = new Map([
      [key('a'), { save: 1, json: Buffer.from(json) }],
      [key('good'), { save: 1, json: Buffer.from(JSON.stringify(factsOf('good.md'))) }],
    ]);
    writeFileSync(file(), bytesOf(encodeFactsFile({ saves: 1, lines }, BUILD)));
    const cache = open();
    expect(cache.recall(key('good'), 'good.md')).toEqual(factsOf('good.md'));
    expect(cache.recall(key('a'), 'a.md')).toBeUndefined();
    expect(cache.report()).toMatchObject({ known: 1 });
  });

  test('a place that cannot be', () => {
    writeFileSync(place.folder, 'a file');
    const cache = open();
    expect(cache.recall(key('a'), 'a.md')).toBeUndefined();
    cache.keep(key('a'), factsOf('a.md'));
    cache.save();
    expect(cache.report().troubles).toEqual([
      expect.stringMatching(/^not used: ENOTDIR/),
      expect.stringMatching(/^not saved: E\w+/),
    ]);
  });
});

describe('never in what is audited', () => {
  test.each([
    ['the audited folder', 'repository/cache', 'repository'],
    ['a folder of the repository around it', 'repository/cache', 'repository/packages/one'],
    ['behind a link', 'link', 'repository'],
  ])('%s', (_name, of, audited) => {
    mkdirSync(join(place.repository, '.git'));
    mkdirSync(join(place.repository, 'packages/one'), { recursive: true });
    mkdirSync(join(place.repository, 'cache'));
    symlinkSync(join(place.repository, 'cache'), join(place.root, 'link'));
    const cache = new DiskCache({ folder: join(place.root, of), repository: join(place.root, audited), build: BUILD });
    cache.keep(key('a'), factsOf('a.md'));
    cache.save();
    expect(readdirSync(join(place.repository, 'cache'))).toEqual([]);
    expect(cache.report().troubles).toEqual([expect.stringMatching(/^off: .* lies in the repository/)]);
  });

  test('switched off', () => {
    const cache = new DiskCache({ folder: undefined, repository: place.repository, build: BUILD });
    cache.keep(key('a'), factsOf('a.md'));
    cache.save();
    expect([cache.recall(key('a'), 'a.md'), cache.report().troubles]).toEqual([undefined, []]);
  });
});
