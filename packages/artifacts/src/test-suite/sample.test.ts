import { describe, expect, test } from '@jest/globals';
import { MAX_TEST_FILES, overFolders, testSampling } from './sample.ts';

const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => name(index));

describe('which paths look like tests', () => {
  const suits = testSampling.suits();
  test.each([
    'src/a.test.ts',
    'test/a.js',
    'test/index.js',
    'tests/test_a.py',
    'pkg/a_test.go',
    'src/test/java/ATest.java',
    'spec/models/user_spec.rb',
    'features/step_definitions/login_steps.rb',
    'tests/Orders.UnitTests/Domain/Buyer.cs',
    'test/a_test.exs',
    'AppUITests/Login.swift',
    't/a.t',
    'load/spike.js',
    'locustfile.py',
    '.maestro/login.yaml',
    'test/helpers/date_helper_test.rb',
  ])('%s', (path) => expect(suits(path)).toBe('test'));

  test.each([
    'src/a.ts',
    'testdata/a_test.go',
    'test/fixtures/a.test.js',
    'tests/__snapshots__/a.test.ts',
    'test/helpers/database.ts',
    'tests/conftest.py',
    'playwright.config.ts',
    'jest.config.js',
    'types/index.test.d.ts',
    'src/main/java/KafkaSpec.java',
    'tests/README.md',
    'deploy/service.yaml',
  ])('not %s', (path) => expect(suits(path)).toBeUndefined());

  test('sources of languages whose tests stand beside the code are another thing', () => {
    expect(suits('src/lib.rs')).toBe('inline');
  });
});

describe('what is read of many', () => {
  test('everything when it is little', () => {
    const paths = many(20, (n) => `a/${n}_test.go`).sort();
    expect(testSampling.pick(paths)).toEqual({ read: paths, left: [] });
  });

  test('layers that paths name first, every folder, and never more than the limit', () => {
    const paths = [
      ...many(2000, (n) => `pkg/p${n % 40}/f${n}_test.go`),
      ...many(500, (n) => `src/s${n}.rs`),
      ...many(400, (n) => `test/e2e/f${n}_test.go`),
      'test/load/spike.js',
      'test/pact/orders_test.go',
    ].sort();
    const { read, left } = testSampling.pick(paths);
    expect(read).toHaveLength(MAX_TEST_FILES);
    expect(read).toEqual(expect.arrayContaining(['test/load/spike.js', 'test/pact/orders_test.go']));
    expect(new Set(read.filter((path) => path.startsWith('pkg/')).map((path) => path.split('/')[1])).size).toBe(40);
    expect(read.filter((path) => path.startsWith('test/e2e/')).length).toBeGreaterThan(20);
    // Sources are read for their tests, but nobody would take those that are left for tests.
    expect(left).toHaveLength(2402 - read.filter((path) => !path.endsWith('.rs')).length);
    expect(testSampling.pick(paths)).toEqual({ read, left });
  });

  test('evenly where a round is cut short', () => {
    expect(
      overFolders(
        many(10, (n) => `d${n}/a`),
        5,
      ),
    ).toEqual(['d0/a', 'd2/a', 'd4/a', 'd6/a', 'd8/a']);
    expect(overFolders(['a/1', 'a/2', 'b/1'], 2)).toEqual(['a/1', 'b/1']);
    expect(overFolders(['a/1', 'a/2'], 0)).toEqual([]);
  });
});
