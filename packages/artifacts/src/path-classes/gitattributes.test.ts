import { describe, expect, test } from '@jest/globals';
import picomatch from 'picomatch';
import { readGitattributes } from './gitattributes.ts';

const PATHS = [
  ...['vendor', 'vendor/a.go', 'vendor/.b/c.go', 'vendored/a.go', 'vendor.go', 'a/vendor/b.go'],
  ...['docs/cli', 'docs/cli/a.md', 'docs/cli/a/b.md', 'docs/client/a.md', 'a/docs/cli/a.md'],
  ...['zz_generated.deepcopy.go', 'a/zz_generated.x.go', 'a/zz_generated.go', 'a/zz_generated.x.gox'],
  ...['a.pb.go', 'b/a.pb.go', 'b/a.pb.goo', 'x/[a].md', '[a].md', 'a.md', '.hidden/a.pb.go', 'a-b/c_d/e.f'],
];

describe('which files a line of .gitattributes is about', () => {
  test.each([
    ['vendor/**', 'vendor/**'],
    ['/vendor/**', 'vendor/**'],
    ['vendor/', 'vendor/**'],
    ['docs/cli/**', 'docs/cli/**'],
    ['docs/cli/*', 'docs/cli/*'],
    ['./docs/cli/**', './docs/cli/**'],
    ['a-b/c_d/**', 'a-b/c_d/**'],
    ['**/zz_generated.*.go', '**/zz_generated.*.go'],
    ['*.pb.go', '**/*.pb.go'],
    ['x/[a].md', 'x/[a].md'],
    ['/[a].md', '[a].md'],
    ['do?s/cli/**', 'do?s/cli/**'],
  ])('%s is read as the glob %s', (pattern, glob) => {
    const overridesOf = readGitattributes(new Map([['.gitattributes', `${pattern} linguist-vendored\n`]]));
    const matches = picomatch(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true });
    expect(PATHS.filter((path) => overridesOf(path).vendored)).toEqual(PATHS.filter((path) => matches(path)));
  });

  test('a file below a folder speaks of that folder alone, and the last line wins', () => {
    const overridesOf = readGitattributes(
      new Map([
        ['lib/.gitattributes', 'gen/** linguist-generated\ngen/own/** -linguist-generated\n'],
        ['.gitattributes', 'gen/** linguist-vendored\nlib/** linguist-documentation\n'],
      ]),
    );
    expect(overridesOf('gen/a')).toEqual({ vendored: true });
    expect(overridesOf('lib/gen/a')).toEqual({ documentation: true, generated: true });
    expect(overridesOf('lib/gen/own/a')).toEqual({ documentation: true, generated: false });
    expect(overridesOf('other/a')).toEqual({});
  });
});
