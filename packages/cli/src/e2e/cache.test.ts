import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const kept = (): string[] => readdirSync(cache).sort();
const facts = (): string => join(cache, kept().find((name) => name.endsWith('.facts')) ?? 'none');
/** The facts stay; the report of an earlier run is not there to be told again. */
const forgetReports = (): void => {
  for (const name of kept()) if (name.endsWith('.report')) rmSync(join(cache, name));
};
const FACTS = expect.stringMatching(/^[0-9a-f]{32}\.facts$/);
const REPORT = expect.stringMatching(/^[0-9a-f]{32}-[0-9a-f]{32}\.report$/);

describe('the report of an earlier run', () => {
  const AGAIN = /^the report of an earlier run: nothing has changed$/m;

  test.each([[], ['--format', 'json'], ['--format', 'sarif'], ['--verbose', '--fail-on', 'warning']])(
    'is told again, the exit code with it: %j',
    async (...flags) => {
      const first = await run('lint', ...flags);
      expect(await run('lint', ...flags)).toEqual(first);
      const { out, code, err } = await run('lint', ...flags, '--timing');
      expect({ out, code }).toEqual({ out: first.out, code: first.code });
      expect(err).toMatch(AGAIN);
    },
  );

  test('is told again where a file is written', async () => {
    const output = join(folderOf({}), 'report.txt');
    await run('lint', '--output', output);
    const first = readFileSync(output, 'utf8');
    rmSync(output);
    expect(await timing('--output', output)).toMatch(AGAIN);
    expect(readFileSync(output, 'utf8')).toBe(first);
  });

  test('is not told when anything is another: a file, a configuration, a day, a question', async () => {
    await run('lint');
    writeFileSync(join(repository, 'README.md'), '# Queue\n');
    expect(await timing()).not.toMatch(AGAIN);
    expect(await timing()).toMatch(AGAIN);
    writeFileSync(join(repository, '.shipworthy.yaml'), 'criticality: critical\n');
    expect(await timing()).not.toMatch(AGAIN);
    expect(await timing('--stage', 'operate')).not.toMatch(AGAIN);
    expect(await timing()).toMatch(AGAIN);
    const tomorrow = { SHIPWORTHY_CACHE_DIR: cache, SHIPWORTHY_TODAY: '2026-04-02' };
    expect((await shipworthy(['lint', repository, '--timing'], tomorrow)).err).not.toMatch(AGAIN);
  });

  test('is not told with --no-cache, and faults are found each time', async () => {
    const first = await run('lint');
    expect(await run('lint', '--no-cache')).toEqual(first);
    expect(await timing('--no-cache')).not.toMatch(AGAIN);
    writeFileSync(join(repository, '.shipworthy.yaml'), 'criticalty: critical\n');
    const broken = await run('lint');
    expect(broken.code).toBe(3);
    expect(await run('lint')).toEqual(broken);
  });
});

describe('the cache of facts', () => {
  test.each(['lint', 'inventory', 'profile'])('%s prints the same with it and without', async (command) => {
    const without = await run(command, '--format', 'json', '--no-cache');
    expect(existsSync(cache)).toBe(false);
    expect(await run(command, '--format', 'json')).toEqual(without);
    expect(kept()).toEqual(command === 'lint' ? [REPORT, FACTS] : [FACTS]);
    expect(await run(command, '--format', 'json')).toEqual(without);
  });

  test('the commands share it, and --timing counts', async () => {
    expect(await timing()).toMatch(/^facts of files: 0 from the cache, 2 read$/m);
    expect(await timing('--format', 'json')).toMatch(/^facts of files: 2 from the cache, 0 read$/m);
    await run('inventory');
    await run('profile');
    writeFileSync(join(repository, 'README.md'), '# Queue\n');
    expect(await timing()).toMatch(/^facts of files: 1 from the cache, 1 read$/m);
    expect(await timing('--no-cache')).toMatch(/^facts of files: the cache is off$/m);
  });

  test('a damaged one costs nothing but time', async () => {
    const good = await run('lint');
    forgetReports();
    writeFileSync(facts(), readFileSync(facts()).subarray(0, 100));
    expect(await run('lint')).toEqual(good);
    forgetReports();
    expect(await timing()).toMatch(/^facts of files: 2 from the cache, 0 read$/m);
  });

  test('two runs at once do not disturb each other', async () => {
    const [one, other] = await Promise.all([run('lint'), run('lint')]);
    expect(one).toEqual(other);
    expect(kept()).toEqual([REPORT, FACTS]);
    forgetReports();
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
