import { describe, expect, test } from '@jest/globals';
import { contextOf, REPOSITORY } from '../testing/facts.ts';
import { repositoryTests } from './relation.ts';

const programOf = (paths: readonly string[]) => repositoryTests.build(contextOf([], paths))(REPOSITORY);

describe('the program that a repository holds', () => {
  test('its languages, most files first, with the folder of most of them', () => {
    const { languages } = programOf([
      'web/src/a.ts',
      'web/src/b.tsx',
      'web/src/deep/c.ts',
      'web/lib/legacy.js',
      'api/main.py',
      'README.md',
    ]);
    expect(languages).toEqual([
      {
        name: 'TypeScript',
        testedIn: ['JavaScript'],
        files: 4,
        folder: 'web/src',
        sample: { path: 'web/lib/legacy.js' },
        named: 0,
      },
      { name: 'Python', testedIn: ['Python'], files: 1, folder: 'api', sample: { path: 'api/main.py' }, named: 0 },
    ]);
  });

  test.each([
    ['the deepest with more than half', ['src/a/1.js', 'src/a/2.js', 'src/b/3.js'], 'src/a'],
    ['the one above where none has', ['src/a/1.js', 'src/b/2.js', 'src/c/3.js', 'lib/d/4.js'], 'src'],
    ['the root where none has either', ['one/a.js', 'two/b.js', 'two/c.js', 'six/e.js'], ''],
  ])('the folder named is %s', (_what, paths, folder) => {
    expect(programOf(paths).languages).toMatchObject([{ folder, files: paths.length }]);
  });

  test.each([
    ['tests', 'src/a.test.ts'],
    ['a folder of tests', 'tests/test_a.py'],
    ['tests named like classes', 'src/OrderTests.cs'],
    ['examples', 'examples/a.ts'],
    ['copies', 'vendor/a/b.go'],
    ['tests of copies', 'vendor/a/b_test.go'],
    ['scripts', 'scripts/release.ts'],
    ['configuration', 'vite.config.ts'],
    ['what is generated', 'api/v1_pb2.py'],
  ])('%s are no part of it', (_what, path) => {
    expect(programOf([path, 'README.md']).languages).toEqual([]);
  });

  test('shell is the program where nothing else is', () => {
    expect(programOf(['z.sh', 'lib/a.sh']).languages).toMatchObject([{ name: 'shell', files: 2 }]);
    expect(programOf(['z.sh', 'main.go']).languages).toMatchObject([{ name: 'Go' }]);
  });

  test('files that look like tests are counted, data among them is not', () => {
    expect(programOf(['main.go', 'main_test.go', 'tests/run.pl', 'tests/data.json'])).toMatchObject({
      named: 2,
      sample: { path: 'main_test.go' },
      languages: [{ name: 'Go', named: 1 }],
    });
  });
});
