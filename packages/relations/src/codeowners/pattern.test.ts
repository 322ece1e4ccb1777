import { describe, expect, test } from '@jest/globals';
import ignore from 'ignore';
import { indexPaths } from './path-index.ts';
import { compilePattern, type PatternDialect } from './pattern.ts';

function matched(pattern: string, paths: readonly string[], dialect: PatternDialect = 'github'): string[] | undefined {
  const tokens = compilePattern(pattern, dialect);
  const index = indexPaths(paths);
  return tokens && index.matches(tokens).map((at) => index.paths[at] ?? '');
}

const TREE = [
  'README.md',
  'apps/a/logs/x.txt',
  'apps/logs',
  'build/logs/deep/y.ts',
  'docs/a b.md',
  'docs/deep/c.md',
  'docs/x.ts',
];

describe('patterns as GitHub reads them', () => {
  test.each<[string, string[]]>([
    ['*', TREE],
    ['**', TREE],
    ['*.ts', ['build/logs/deep/y.ts', 'docs/x.ts']],
    ['/*', ['README.md']],
    ['/*.md', ['README.md']],
    ['docs/*', ['docs/a b.md', 'docs/x.ts']],
    ['/docs/*', ['docs/a b.md', 'docs/x.ts']],
    ['docs/', ['docs/a b.md', 'docs/deep/c.md', 'docs/x.ts']],
    ['docs', ['docs/a b.md', 'docs/deep/c.md', 'docs/x.ts']],
    ['/docs/**', ['docs/a b.md', 'docs/deep/c.md', 'docs/x.ts']],
    ['docs/a\\ b.md', ['docs/a b.md']],
    ['logs', ['apps/a/logs/x.txt', 'apps/logs', 'build/logs/deep/y.ts']],
    ['logs/', ['apps/a/logs/x.txt', 'build/logs/deep/y.ts']],
    ['**/logs', ['apps/a/logs/x.txt', 'apps/logs', 'build/logs/deep/y.ts']],
    ['/apps/**/logs', ['apps/a/logs/x.txt', 'apps/logs']],
    ['apps/logs', ['apps/logs']],
    ['deep/c.md', []],
    ['/readme.md', []],
    ['?EADME.md', ['README.md']],
    ['d*s/*.ts', ['docs/x.ts']],
    ['/', []],
    ['a//b', []],
    ['READ', []],
  ])('%s', (pattern, expected) => {
    expect(matched(pattern, TREE)).toEqual(expected);
  });

  test('a range in brackets is not told', () => {
    expect(compilePattern('[ab].md', 'github')).toBeUndefined();
  });
});

describe('patterns as GitLab reads them', () => {
  test.each<[string, string[]]>([
    ['*', TREE],
    ['deep/c.md', ['docs/deep/c.md']],
    ['/docs', []],
    ['/docs/', ['docs/a b.md', 'docs/deep/c.md', 'docs/x.ts']],
    ['docs/*', ['docs/a b.md', 'docs/x.ts']],
    ['c.md', ['docs/deep/c.md']],
  ])('%s', (pattern, expected) => {
    expect(matched(pattern, TREE, 'gitlab')).toEqual(expected);
  });
});

describe('against an implementation of gitignore', () => {
  /** A small linear congruential generator: the table is the same on every run. */
  function random(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }
  const NAMES = ['a', 'b', 'ab', 'a.ts', 'b.md', 'c-d', '.x', 'aXb'];
  const PARTS = [...NAMES, '*', '**', '*.ts', 'a*', '*b', '?', 'a*b', '*X*', '.*', '**b'];

  test.each([1, 2, 3, 4])('seed %i', (seed) => {
    const below = random(seed);
    const draw = (from: readonly string[], most: number) =>
      Array.from({ length: 1 + below(most) }, () => from[below(from.length)] ?? '').join('/');
    const paths = [...new Set(Array.from({ length: 400 }, () => draw(NAMES, 5)))].filter(
      // What is a file cannot be a folder as well.
      (path, _, all) => !all.some((other) => other.startsWith(`${path}/`)),
    );
    let compared = 0;
    for (let round = 0; round < 1_500; round++) {
      const pattern = `${below(2) ? '/' : ''}${draw(PARTS, 4)}${below(3) ? '' : '/'}`;
      // Here CODEOWNERS differs on purpose: `docs/*` does not reach below `docs`, and `docs/**/`, which gitignore takes
      // for folders below `docs` only, is read generously as all of `docs`.
      if (/\/\*$|(?:^|\/)\*\*\/$/.test(pattern)) continue;
      const oracle = ignore({ ignorecase: false }).add(pattern);
      const expected = paths.filter((path) => oracle.ignores(path)).sort();
      expect([pattern, matched(pattern, paths)]).toEqual([pattern, expected]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(1_000);
  });
});
