import { describe, expect, test } from '@jest/globals';
import { kindModules } from '@shipworthy/artifacts';
import type { FileChoices } from '@shipworthy/model';
import { memorySource } from '@shipworthy/sources';
import { collect } from './collect.ts';
import { considerFile } from './consider-file.ts';

const TEST = "import { it, expect } from 'vitest';\nit('a', () => expect(1).toBe(1));\n";
const unread = 'pkg/a/99.test.ts';
const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`pkg/a/${n}.test.ts`, TEST]));
const files = { ...many, 'vendor/x/a.test.ts': TEST, 'e2e/login.spec.ts': TEST, 'README.md': '# A\n' };
const source = memorySource(files);
const testsOf = (found: Awaited<ReturnType<typeof collect>>) =>
  found.inventory.files.filter(({ artifacts }) => artifacts.some(({ kind }) => kind.startsWith('test-')));

describe('kinds of which only some files are read', () => {
  test('some are read, and how many are not is known', async () => {
    const found = await collect(source, kindModules);
    expect(testsOf(found)).toHaveLength(300);
    expect(found.inventory.sampled).toEqual([
      { kinds: expect.arrayContaining(['test-unit', 'test-load']), read: 300, left: 101 },
    ]);
    expect(testsOf(found).map(({ path }) => path)).toContain('e2e/login.spec.ts');
    expect(found.inventory.files.map(({ path }) => path)).toEqual(
      [...found.inventory.files.map(({ path }) => path)].sort(),
    );
  });

  test('nothing is said where all are read', async () => {
    const { inventory } = await collect(memorySource({ 'a.test.ts': TEST }), kindModules);
    expect(inventory.sampled).toBeUndefined();
  });

  test('--why says of a file that it was not read', async () => {
    const found = await collect(source, kindModules);
    const left = Object.keys(many).find((path) => !testsOf(found).some((file) => file.path === path)) ?? unread;
    const verdicts = async (path: string) =>
      new Map((await considerFile(source, path))?.candidates.map(({ kind, verdict }) => [kind, verdict]));
    expect((await verdicts(left)).get('test-unit')).toBe('sample');
    expect((await verdicts('e2e/login.spec.ts')).get('test-e2e')).toBe('found');
    expect((await verdicts('e2e/login.spec.ts')).get('test-load')).toBe('content');
    expect((await verdicts('vendor/x/a.test.ts')).get('test-unit')).toBeUndefined();
  });

  test('the configuration has its say: a file left out, and one that is declared', async () => {
    const choices: FileChoices = {
      ignores: (path) => path.startsWith('pkg/'),
      classOf: (path) => (path === 'checks/orders.ts' ? 'authored' : undefined),
      kindsOf: (path) => (path === 'checks/orders.ts' ? ['test-unit'] : []),
    };
    const found = await collect(memorySource({ ...files, 'checks/orders.ts': TEST }), kindModules, choices);
    expect(testsOf(found).map(({ path, artifacts }) => [path, artifacts.map(({ kind }) => kind)])).toEqual([
      ['checks/orders.ts', ['test-unit']],
      ['e2e/login.spec.ts', ['test-e2e']],
    ]);
  });
});
