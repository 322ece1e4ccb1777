import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { HOSTILE_REPOSITORIES } from './hostile-files.ts';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

/**
 * How long one repository may take, in milliseconds. No measure of speed: a few seconds are usual, and work that grows
 * with the square of a text takes far longer.
 */
const PATIENCE = 60_000;
jest.setTimeout(2 * PATIENCE);

const folders: string[] = [];
beforeAll(buildIfStale);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test.each(Object.entries(HOSTILE_REPOSITORIES))('nothing hangs on %s', async (_, files) => {
  const folder = folderOf(files);
  folders.push(folder);
  const { code, out, err } = await shipworthy(['lint', folder, '--preset', 'strict'], {}, PATIENCE);
  expect([0, 1]).toContain(code);
  expect(err).toBe('');
  expect(out).not.toContain('please report');
});
