import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isOfChanges } from '@shipworthy/engine';
import { GitFolder } from '@shipworthy/sources/testing';
import { allRules } from '../catalogue.ts';
import { buildIfStale, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

/** `<rule>/{gap,pass}/{base,head}`: two small trees, with `expected.txt`, `body.md` and `commits.txt` beside them. */
const FIXTURES = fileURLToPath(new URL('../../../../fixtures/changes/', import.meta.url));
const folderOf = (rule: string): string => rule.replaceAll('/', '-');

const ofChanges = allRules.filter(isOfChanges).map(({ id }) => id);

test('every rule on changes has a pair in both directions', () => {
  expect(readdirSync(FIXTURES).sort()).toEqual(ofChanges.map(folderOf).sort());
  for (const rule of ofChanges)
    for (const direction of ['gap', 'pass'])
      for (const side of ['base', 'head'])
        expect([rule, direction, side, existsSync(join(FIXTURES, folderOf(rule), direction, side))]).toEqual([
          rule,
          direction,
          side,
          true,
        ]);
});

interface Shown {
  readonly severity: string;
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  readonly change: string;
}

/** What the rule finds in a pair: `rule severity path:line message`. */
async function findingsOf(rule: string, direction: string): Promise<string[]> {
  const pair = join(FIXTURES, folderOf(rule), direction);
  const folder = new GitFolder();
  cpSync(join(pair, 'base'), folder.path, { recursive: true });
  const base = folder.commit();
  for (const name of readdirSync(folder.path)) if (name !== '.git') folder.write({ [name]: null });
  cpSync(join(pair, 'head'), folder.path, { recursive: true });
  const message = join(pair, 'commits.txt');
  folder.commit({}, existsSync(message) ? readFileSync(message, 'utf8') : 'Change something');
  const body = join(pair, 'body.md');
  const { code, out, err } = await shipworthy(
    ['lint', folder.path, '--base', base, '--rule', rule, '--format', 'json', '--fail-on', 'never'].concat(
      existsSync(body) ? ['--body-file', body] : [],
    ),
    { SHIPWORTHY_TODAY: '2026-04-01' },
  );
  expect([code, err]).toEqual([0, '']);
  const { findings }: { findings: Shown[] } = JSON.parse(out);
  expect(findings.filter(({ change }) => change !== 'introduced')).toEqual([]);
  return findings.map(
    ({ severity, path, line, message: said }) =>
      `${rule} ${severity} ${line === undefined ? path : `${path}:${line}`} ${said}`,
  );
}

describe.each(ofChanges)('%s', (rule) => {
  test('finds what is expected', async () => {
    const found = await findingsOf(rule, 'gap');
    const expected = readFileSync(join(FIXTURES, folderOf(rule), 'gap', 'expected.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(0);
  });
  test('finds nothing in its counterpart', async () => {
    expect(await findingsOf(rule, 'pass')).toEqual([]);
  });
});
