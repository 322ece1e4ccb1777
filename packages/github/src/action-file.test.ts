import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readInputs } from './inputs.ts';

const FILE = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8');

/** The names below a key at the top of the file. */
function namesBelow(key: string): readonly string[] {
  const [, block = ''] = new RegExp(`^${key}:\\n((?: .*\\n)+)`, 'm').exec(FILE) ?? [];
  return [...block.matchAll(/^ {2}([\w-]+):/gm)].flatMap(([, name]) => name ?? []);
}

describe('action.yml', () => {
  test('offers the inputs that are read', () => {
    const read = new Set<string>();
    const env = new Proxy<NodeJS.ProcessEnv>(
      {},
      {
        get: (_, name) => {
          read.add(String(name));
          return undefined;
        },
      },
    );
    readInputs(env);
    expect(namesBelow('inputs').map((name) => `INPUT_${name.toUpperCase()}`)).toEqual(
      expect.arrayContaining([...read]),
    );
    expect(read.size).toBe(namesBelow('inputs').length);
  });

  test('tells of the outputs that are set', () => {
    expect(namesBelow('outputs')).toEqual(['result', 'introduced-errors', 'introduced-warnings', 'report', 'sarif']);
  });

  test('starts what the build writes, with a version of Node that runners have', () => {
    expect(FILE).toMatch(/^runs:\n {2}using: node24\n {2}main: action\/index\.js\n/m);
  });
});
