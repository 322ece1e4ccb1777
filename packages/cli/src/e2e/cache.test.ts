import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { buildIfStale, folderOf, type Ran, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);

const FILES = {
  'README.md': '# Queue\n\nSee [the runbook](docs/runbooks/queue.md) and [nothing](nothing.md).\n',
  'docs/runbooks/queue.md': '# Queue is full\n\n## Symptoms\n\nNothing moves.\n\n## Mitigation\n\nRestart it.\n',
};

let repository: string;
let cache: string;
beforeAll(buildIfStale);
beforeEach(() => {
  repository = folderOf(FILES);
  cache = join(folderOf({}), 'cache');
});

const run = (command: string, ...flags: string[]): Promise<Ran> =>
  shipworthy([command, repository, ...flags], { SHIPWORTHY_CACHE_DIR: cache, SHIPWORTHY_TODAY: '2026-04-01' });
const timing = async (...flags: string[]): Promise<string> => (await run('lint', '--timing', ...flags)).err;

describe('the cache of facts', () => {
  test.each(['lint', 'inventory', 'profile'])('%s prints the same with it and without', async (command) => {
    const without = await run(command, '--format', 'json', '--no-cache');
    expect(existsSync(cache)).toBe(false);
    expect(await run(command, '--format', 'json')).toEqual(without);
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.facts$/)]);
    expect(await run(command, '--format', 'json')).toEqual(without);
  });

  test('the commands share it, and --timing counts', async () => {
    expect(await timing()).toMatch(/^facts of files: 0 from the cache, 2 read$/m);
    expect(await timing()).toMatch(/^facts of files: 2 from the cache, 0 read$/m);
    await run('inventory');
    await run('profile');
    writeFileSync(join(repository, 'README.md'), '# Queue\n');
    expect(await timing()).toMatch(/^facts of files: 1 from the cache, 1 read$/m);
    expect(await timing('--no-cache')).toMatch(/^facts of files: the cache is off$/m);
  });

  test('a damaged one costs nothing but time', async () => {
    const good = await run('lint');
    const file = join(cache, readdirSync(cache)[0] ?? '');
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    expect(await run('lint')).toEqual(good);
    expect(await timing()).toMatch(/^facts of files: 2 from the cache, 0 read$/m);
  });

  test('two runs at once do not disturb each other', async () => {
    const [one, other] = await Promise.all([run('lint'), run('lint')]);
    expect(one).toEqual(other);
    expect(readdirSync(cache)).toHaveLength(1);
    expect(await timing()).toMatch(/^facts of files: 2 from the cache, 0 read$/m);
  });

  test('a place that cannot be written is not needed', async () => {
    const without = await run('lint', '--no-cache');
    cache = join(repository, 'README.md', 'cache');
    expect(await run('lint')).toEqual(without);
    cache = '/dev/null/cache';
    expect(await run('lint')).toEqual(without);
    expect(await timing()).toMatch(/^cache not saved: E[A-Z]+$/m);
  });

  test('none is made in the repository', async () => {
    cache = join(repository, 'cache');
    expect(await timing()).toMatch(/^cache off: .* lies in the repository that is audited$/m);
    expect(existsSync(cache)).toBe(false);
  });
});
