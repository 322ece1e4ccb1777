import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RepositorySource } from '@shipworthy/model';
import { gitRevision, memorySource, openSource } from '@shipworthy/sources';
import { collectAll } from './index.ts';

const FIXTURE = fileURLToPath(new URL('../../../fixtures/repositories/payments-unready/repository', import.meta.url));
let scratch = '';
let tracked = '';
let plain = '';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: tracked,
    stdio: 'pipe',
  });

beforeAll(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-facts-')));
  tracked = join(scratch, 'tracked');
  plain = join(scratch, 'plain');
  for (const folder of [tracked, plain]) cpSync(FIXTURE, folder, { recursive: true });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'x');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const inMemory = (): RepositorySource =>
  memorySource(
    Object.fromEntries(
      readdirSync(plain, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(plain, path).split(sep).join('/'), readFileSync(path)]),
    ),
  );

test('working tree, folder without git, revision and memory give the same facts, byte for byte', async () => {
  const sources = [await openSource(tracked), await openSource(plain), await gitRevision(tracked, 'HEAD'), inMemory()];
  expect(sources.map((source) => source.kind)).toEqual(['working-tree', 'folder', 'revision', 'memory']);
  const facts = await Promise.all(
    sources.map(async (source) => {
      const { inventory, tree } = await collectAll(source);
      return JSON.stringify([inventory.files, tree.paths]);
    }),
  );
  expect(facts[0]?.length).toBeGreaterThan(5000);
  expect(new Set(facts).size).toBe(1);
});
