import { describe, expect, test } from '@jest/globals';
import { Moves } from './moves.ts';

const files = new Map([
  ['docs/old/a.md', 'guides/new/a.md'],
  ['docs/old/deep/b.md', 'guides/new/deep/b.md'],
  ['deploy/app.yaml', 'k8s/app.yaml'],
  ['top.md', 'docs/top.md'],
]);
const moves = new Moves(files, ['deploy/other.yaml', 'README.md']);

describe('identities of the base as they are in the head', () => {
  test.each([
    ['docs/old/a.md', 'guides/new/a.md'],
    ['docs/old/a.md#restart', 'guides/new/a.md#restart'],
    ['docs/old/a.md/main', 'guides/new/a.md/main'],
    ['docs/old/a.md warning docs/old/deep/b.md', 'guides/new/a.md warning guides/new/deep/b.md'],
    ['docs/old/gone.md', 'guides/new/gone.md'],
    ['docs/old 0012', 'guides/new 0012'],
    ['["docs/old/a.md"]', '["guides/new/a.md"]'],
    ['top.md', 'docs/top.md'],
    ['deploy/app.yaml/Deployment/app', 'k8s/app.yaml/Deployment/app'],
    ['deploy', 'deploy'],
    ['docs/older/a.md', 'docs/older/a.md'],
    ['shop/Down{severity="page"}', 'shop/Down{severity="page"}'],
    ['xtop.md', 'xtop.md'],
  ])('%s', (before, after) => {
    expect(moves.renamed(before)).toBe(after);
  });

  test.each([
    ['ci/My tests.yaml:workflow', 'ci/tests.yaml:workflow'],
    ['read ci/My tests.yaml, twice', 'read ci/tests.yaml, twice'],
    ['app/(shop)/[id]/page.tsx', 'app/(store)/[id]/page.tsx'],
    ['app/(shop)/gone.tsx#a', 'app/(store)/gone.tsx#a'],
    ['["app/(shop)/[id]/page.tsx"]', '["app/(store)/[id]/page.tsx"]'],
    ['xci/My tests.yaml', 'xci/My tests.yaml'],
    ['plain.md', 'docs/plain.md'],
  ])('also where a path holds spaces or brackets: %s', (before, after) => {
    const odd = new Moves(
      new Map([
        ['ci/My tests.yaml', 'ci/tests.yaml'],
        ['app/(shop)/[id]/page.tsx', 'app/(store)/[id]/page.tsx'],
        ['app/(shop)/b.tsx', 'app/(store)/b.tsx'],
        ['plain.md', 'docs/plain.md'],
      ]),
    );
    expect(odd.renamed(before)).toBe(after);
  });

  test('a folder of which files went to several is none', () => {
    const apart = new Moves(
      new Map([
        ['a/x.md', 'b/x.md'],
        ['a/y.md', 'c/y.md'],
      ]),
    );
    expect(apart.renamed('a 0001')).toBe('a 0001');
    expect(apart.renamed('a/y.md')).toBe('c/y.md');
  });

  test('nothing moved', () => {
    expect(new Moves(new Map()).none).toBe(true);
    expect(new Moves(new Map()).renamed('a/b.md')).toBe('a/b.md');
  });
});
