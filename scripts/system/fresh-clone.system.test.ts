import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { run } from './run.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-clone-'));
const clone = join(scratch, 'clone');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Installing into an empty folder may take a while on a slow line. */
const MINUTES = 60_000;

describe('a fresh clone, with nothing but the commands of the readme', () => {
  test(
    'npm start installs, builds and lints the repository itself',
    () => {
      expect(run('git', ['clone', '--quiet', root, clone], scratch).status).toBe(0);
      const first = run('npm', ['start', '--silent'], clone);
      expect(first.stderr).not.toMatch(/npm error/);
      expect({
        status: first.status,
        verdict: /All clear|No gaps seen|\d+ (?:error|warning|info)/.test(first.stdout),
      }).toEqual({
        status: 0,
        verdict: true,
      });
    },
    10 * MINUTES,
  );

  test(
    'the second npm start neither installs nor builds',
    () => {
      const second = run('npm', ['start', '--silent', '--', 'lint', '.', '--format', 'json'], clone);
      expect(second.stderr).toBe('');
      expect(JSON.parse(second.stdout)).toMatchObject({ schema: 1, tool: { name: 'shipworthy' } });
    },
    MINUTES,
  );

  test('nothing that was made is left to be committed', () => {
    expect(run('git', ['status', '--porcelain'], clone).stdout).toBe('');
  });
});
