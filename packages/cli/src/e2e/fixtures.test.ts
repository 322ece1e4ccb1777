import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
/** `UPDATE_EXPECTED=1 npm test -- fixtures` writes what is printed now; read the difference before you commit it. */
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;

beforeAll(buildIfStale);

const names = readdirSync(FIXTURES);

test('there are fixtures', () => {
  expect(names.length).toBeGreaterThan(1);
});

test.each(names)('%s reads as expected', async (name) => {
  const { code, out, err } = await shipworthy(['lint', join(FIXTURES, name, 'repository'), '--preset', 'strict'], {
    COLUMNS: '100',
    // Some questions depend on the day.
    SHIPWORTHY_TODAY: '2026-04-01',
  });
  const printed = `${out}exit ${code}\n`;
  const file = join(FIXTURES, name, 'expected.txt');
  if (UPDATE) writeFileSync(file, printed);
  expect(existsSync(file)).toBe(true);
  expect(printed).toBe(readFileSync(file, 'utf8'));
  expect(err).toBe('');
});
