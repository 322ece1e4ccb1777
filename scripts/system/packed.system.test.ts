import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from './run.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-pack-'));
const home = join(scratch, 'home');
const subject = join(scratch, 'subject');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const shipworthy = (...args: string[]) => run(join(home, 'node_modules/.bin/shipworthy'), args, home);

describe('the packed package, installed in an empty folder', () => {
  beforeAll(() => {
    mkdirSync(home);
    mkdirSync(subject);
    writeFileSync(join(subject, 'README.md'), '# Subject\n\n[a dead link](docs/none.md)\n');
    expect(run('npm', ['pack', '--silent', '--pack-destination', scratch], join(root, 'packages/cli')).status).toBe(0);
    const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(join(home, 'package.json'), '{ "name": "home", "private": true }');
    const install = run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(scratch, tarball)], home);
    expect({ status: install.status, stderr: install.stderr.replace(/npm warn.*\n/gi, '') }).toEqual({
      status: 0,
      stderr: '',
    });
  }, 120_000);

  test('brings no other package along', () => {
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['shipworthy']);
  });
  test('says its version', () => {
    expect(shipworthy('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
  test('lints a repository', () => {
    const { stdout, status } = shipworthy('lint', subject, '--format', 'json');
    const report = JSON.parse(stdout);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'docs/references-resolve', path: 'README.md', line: 3 }),
    );
    expect(status).toBe(0);
  });
  test('reads SQL with the parser of PostgreSQL, whose WebAssembly it brings', () => {
    const series = join(scratch, 'series');
    mkdirSync(join(series, 'db/postgres/migrations'), { recursive: true });
    writeFileSync(join(series, 'db/postgres/migrations/1_a.sql'), 'CREATE TABLE a (b int);\n');
    writeFileSync(
      join(series, 'db/postgres/migrations/2_b.sql'),
      'CREATE TABLE c (b int,\n  UNIQUE (b) WHERE true);\n',
    );
    const { stdout, stderr } = shipworthy('lint', series, '--format', 'json');
    const found = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'artifact/readable');
    expect(found).toMatchObject([{ path: 'db/postgres/migrations/2_b.sql', line: 2, column: 14 }]);
    expect(stderr).toBe('');
  });
  test('explains every rule it has', () => {
    const { rules } = JSON.parse(shipworthy('rules', '--format', 'json').stdout);
    expect(rules.length).toBeGreaterThan(10);
    for (const { id } of rules) expect(shipworthy('explain', id)).toMatchObject({ status: 0, stderr: '' });
  }, 60_000);
});
