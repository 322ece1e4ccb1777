import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(60_000);
beforeAll(buildIfStale);

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
const REPOSITORIES = [
  ...readdirSync(FIXTURES).map((name) => [name, join(FIXTURES, name, 'repository')] as const),
  ['an empty folder', folderOf({})] as const,
  [
    'hostile names',
    folderOf({
      'docs/@acme team/[x](y).md': '# A\n\n[gone](<no such page.md>)\n[up](../../../etc/passwd)\n',
      'docs/<b>#1.md': '# B\n\n[gone](a%20b.md)\n',
      'docs/a::error file=x::pwned.md': '# C\n\n[gone](<::stop-commands::x.md>)\n',
      CODEOWNERS: '/no/such/ @acme/team\n',
      'alerts.yaml': 'groups: [\n',
    }),
  ] as const,
];

const readJson = (path: string): object => JSON.parse(readFileSync(path, 'utf8'));
const lintSchema = readJson(fileURLToPath(new URL('../../../reporters/schema/lint.schema.json', import.meta.url)));
const sarifSchema = readJson(
  createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
);
const followsLint = new Ajv2020().compile(lintSchema);
// One pattern of the schema is no regular expression in Unicode mode.
const sarif = new Draft04.default({ strict: false, unicodeRegExp: false });
formats.default(sarif);
const followsSarif = sarif.compile(sarifSchema);

describe.each(REPOSITORIES)('%s', (_name, folder) => {
  let json: { readonly findings: readonly { readonly fingerprint: string }[] };
  let log: { readonly runs: readonly { readonly results: readonly Result[] }[] };
  let text: string;
  beforeAll(async () => {
    const report = async (...args: string[]): Promise<string> => {
      const { out, err } = await shipworthy(['lint', folder, '--preset', 'strict', '--format', ...args]);
      expect(err).toBe('');
      return out;
    };
    const reports = [report('json'), report('sarif'), report('markdown', '--limit', '1000000')] as const;
    const [first, second, third] = await Promise.all(reports);
    json = JSON.parse(first);
    log = JSON.parse(second);
    text = third;
  });

  test('JSON and SARIF follow their schemas and hold the same findings', () => {
    expect(followsLint(json) || followsLint.errors).toBe(true);
    expect(followsSarif(log) || followsSarif.errors).toBe(true);
    const results = log.runs.flatMap((run) => run.results);
    expect(results.map(({ partialFingerprints }) => partialFingerprints['shipworthy/v1'])).toEqual(
      json.findings.map(({ fingerprint }) => fingerprint),
    );
    for (const { locations } of results) expect(locations).toHaveLength(1);
  });

  test('annotations are commands of ours, one a line', async () => {
    const { out } = await shipworthy(['lint', folder, '--preset', 'strict', '--format', 'github']);
    const lines = out.split('\n').slice(0, -1);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning|notice) \w+=[^:,\r\n]*(?:,\w+=[^:,\r\n]*)*::[^\r\n]+$/);
    expect(lines.length).toBeLessThanOrEqual(21);
  });

  test('Markdown mentions nobody and names every finding', () => {
    expect(text.match(/^- \*\*(?:error|warning|info)\*\*/gm) ?? []).toHaveLength(json.findings.length);
    const outsideCode = text.replace(/(`+)[^`]+\1/g, '');
    // Below stands what the pages of rules say, in our own words.
    expect(outsideCode.split('### Why, and how to fix', 1)[0]).not.toMatch(/@|<b>/);
  });
});

interface Result {
  readonly locations: readonly object[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
