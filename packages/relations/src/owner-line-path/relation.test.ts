import { describe, expect, test } from '@jest/globals';
import type { PatternReach } from '@shipworthy/model';
import { artifact, contextOf } from '../testing/facts.ts';
import { ownershipFacts } from '../testing/ownership.ts';
import { ownerLinePath } from './relation.ts';

/** What each line does in a tree of `paths`. */
function reachOf(
  lines: readonly (readonly string[])[],
  paths: readonly string[],
  flavour: 'codeowners' | 'owners' | 'component-owners' = 'codeowners',
  path = 'CODEOWNERS',
): PatternReach[] {
  const file = artifact('ownership', path, ownershipFacts(flavour, lines, path));
  const ask = ownerLinePath.build(contextOf([file], paths));
  return file.facts.lines.map((line) =>
    ask({
      ...line,
      artifact: file,
      path,
      pathClass: 'authored',
      level: 'parsed',
      subjectId: line.pattern,
      at: () => ({ path }),
    }),
  );
}

describe('what a line of CODEOWNERS does', () => {
  test('counts its files and those that it decides', () => {
    const lines = [['*', '@all'], ['/docs/', '@docs'], ['/docs/a.md']];
    expect(reachOf(lines, ['docs/a.md', 'docs/b.md', 'x'])).toEqual([
      { matches: 4, sample: 'CODEOWNERS', decides: 2 },
      { matches: 2, sample: 'docs/a.md', decides: 1 },
      { matches: 1, sample: 'docs/a.md', decides: 1 },
    ]);
  });

  test.each<[string, string[][], unknown]>([
    [
      'one that takes all',
      [
        ['/a/', '@1'],
        ['*', '@2'],
      ],
      { path: 'CODEOWNERS', span: [7, 11] },
    ],
    [
      'a narrower one that happens to take all',
      [
        ['/a/', '@1'],
        ['*.go', '@2'],
      ],
      { path: 'CODEOWNERS', span: [7, 14] },
    ],
    [
      'one that takes all beside one that takes some',
      [
        ['/a/', '@1'],
        ['*', '@2'],
        ['x.go', '@3'],
      ],
      { path: 'CODEOWNERS', span: [7, 11] },
    ],
    [
      'several together',
      [
        ['/a/', '@1'],
        ['x.go', '@2'],
        ['y.go', '@3'],
      ],
      undefined,
    ],
  ])('names the later line that shadows it: %s', (_, lines, expected) => {
    const [first] = reachOf(lines, ['a/x.go', 'a/y.go']);
    expect(first).toMatchObject({ matches: 2, decides: 0 });
    expect(first?.shadowedBy).toEqual(expected);
  });

  test.each([
    ['/gone/', undefined],
    ['/Docs/', undefined],
    ['/web/dist/', 'it names a folder that builds make and repositories usually leave out'],
    ['/lib/mixin/alerts/', "it names what lies behind 'lib/mixin', a submodule or a link"],
    ['/a/{{ name }}/', 'a template fills the pattern in later'],
    ['x[0-9].go', 'the pattern has a range in brackets'],
  ])('%s matches nothing', (pattern, unknown) => {
    const [reach] = reachOf([[pattern, '@1']], ['docs/a.md', 'lib/mixin']);
    expect(reach).toEqual({ matches: 0, decides: 0, ...(unknown ? { unknown } : {}) });
  });

  test('a submodule and a link are files', () => {
    expect(reachOf([['/lib/mixin', '@1']], ['lib/mixin'])[0]).toMatchObject({ matches: 1, decides: 1 });
  });
});

describe('other ownership files', () => {
  test('OWNERS speaks for its folder', () => {
    expect(reachOf([['**', 'amy']], ['a/b/x', 'ab/x'], 'owners', 'a/OWNERS')).toEqual([
      { matches: 2, sample: 'a/OWNERS', decides: 2 },
    ]);
  });

  test('a component is a path prefix', () => {
    const path = '.github/component_owners.yml';
    const [src, gone] = reachOf(
      [
        ['/src/ad', 'amy'],
        ['/src/gone', 'amy'],
      ],
      ['src/ad/x', 'src/adder'],
      'component-owners',
      path,
    );
    expect([src?.matches, gone?.matches]).toEqual([1, 0]);
  });
});
