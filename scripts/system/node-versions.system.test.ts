import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { run } from './run.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const fixture = join(root, 'fixtures/repositories/payments-unready');

/** The lines of Node that are supported besides the one that runs these tests. */
const VERSIONS = ['22.23.3', '24.21.0'];

describe.each(VERSIONS)('on Node %s', (version) => {
  test('the built command reads a repository as expected', () => {
    const args = ['--yes', `node@${version}`, join(root, 'packages/cli/dist/shipworthy.js')];
    const { stdout, status } = run('npx', [...args, 'lint', join(fixture, 'repository'), '--preset', 'strict'], root);
    expect(`${stdout}exit ${status}\n`).toBe(readFileSync(join(fixture, 'expected.txt'), 'utf8'));
  }, 180_000);
});
