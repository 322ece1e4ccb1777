import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Audit, Finding, ReportOptions } from '@shipworthy/model';
import { anchorsOf } from '../page/anchors.ts';
import { audit, finding, fullAudit, outcome, ownersRule, runbookRule } from '../test-data/sample-audit.ts';
import { sarifFaults } from '../test-data/sarif-schema.ts';
import { sarif, sarifLog } from './index.ts';
import { MAX_GZIP_BYTES, MAX_NOTIFICATIONS } from './limits.ts';
import { uriOf } from './locations.ts';
import { messageOf } from './message.ts';
import { resultsOf } from './results.ts';

const FIRST_LINE = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const page = () => '# id\n\nTitle.\n\n## Why\n\nAt night.\n\n## What counts\n\nx\n\n## How to fix\n\nWrite it.\n';
const runOf = (from: Audit, options: ReportOptions = {}) => {
  const [run] = sarifLog(from, options).runs;
  if (!run) throw new Error('no run');
  return run;
};
const absent = (path: string, change: Partial<Finding> = {}): Finding => {
  const { excerpt: _, ...rest } = finding({ location: { path, absent: true }, ...change });
  return rest;
};
const broken = outcome({ outcome: 'error', why: 'cannot read properties of undefined' });
const unseen = (why: string) => outcome({ outcome: 'unknown', why }, { evidence: [{ path: 'a b/c.yaml', line: 3 }] });

describe('every file is valid SARIF 2.1.0', () => {
  test.each<[string, Audit]>([
    ['a bit of everything', fullAudit()],
    ['nothing at all', audit({ rules: [], artifacts: [], files: 0 })],
    ['absent files', audit({ findings: [absent('docs/runbooks/'), absent('a b/ü.md'), absent('')] })],
    ['unknowns and rules that broke', audit({ outcomes: [broken, unseen('a template'), unseen('a template')] })],
    [
      'hostile names',
      audit({
        findings: [
          '\ud800/x',
          'a:b',
          '//c',
          '%zz',
          '../e',
          'a\nb',
          '#f?g',
          'http://h/i',
          ' ',
          '\u202e',
          '[x](1) {0} {{1}}',
        ].map((path, n) => finding({ location: { path, line: 1, column: 1 }, message: path, fingerprint: `${n}` })),
      }),
    ],
    ['a position without an end', audit({ findings: [finding({ location: { path: 'a', line: 2 } })] })],
  ])('%s', (_name, from) => {
    expect(sarifFaults(sarif.render(from, { page, repository: 'https://example.org/a/b' }))).toEqual([]);
    expect(sarifFaults(sarif.render(from, {}))).toEqual([]);
  });

  test('the check can fail', () => {
    const text = sarif.render(fullAudit(), {});
    expect(sarifFaults(text.replace('"utf16CodeUnits"', '"bytes"'))).not.toEqual([]);
    expect(sarifFaults(text.replace('"uri": "deploy/alerts.yaml"', '"uri": "no file"'))).not.toEqual([]);
  });
});

describe('results', () => {
  test('a place is a region with an exclusive end and its line', () => {
    expect(runOf(audit({ findings: [finding()] })).results).toMatchObject([
      {
        ruleId: 'alert/runbook-resolves',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'deploy/alerts.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 18, endLine: 12, endColumn: 31 },
              contextRegion: { startLine: 12, snippet: { text: '    runbook_url: docs/queue.md' } },
            },
          },
        ],
        partialFingerprints: { primaryLocationLineHash: 'f1:1', 'shipworthy/v1': 'f1' },
      },
    ]);
  });

  test.each([
    ['the nearest readme', 'docs/runbooks/queue.md', 'docs/README.md'],
    ['the readme of the root', 'charts/', 'README.md'],
    ['the readme of the root, for the root itself', '', 'README.md'],
  ])('what is missing is shown on %s', (_name, path, shown) => {
    const artifacts = ['README.md', 'docs/README.md', 'other/README.md'].map((at) => ({
      kind: 'readme' as const,
      path: at,
    }));
    const [result] = runOf(audit({ artifacts, findings: [absent(path)] })).results;
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: shown, uriBaseId: '%SRCROOT%' },
      region: FIRST_LINE,
    });
    expect(result?.relatedLocations?.[0]).toMatchObject({
      message: { text: `expected at ${path}` },
      physicalLocation: { artifactLocation: { uri: uriOf(path) } },
    });
  });

  test('without a readme it is shown where it is expected', () => {
    const [result] = runOf(audit({ artifacts: [], findings: [absent('docs/my page.md')] })).results;
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'docs/my%20page.md', uriBaseId: '%SRCROOT%' },
      region: FIRST_LINE,
    });
  });

  test.each<[string, Partial<Audit>, string]>([
    ['its configuration', { config: { files: ['.shipworthy.yaml'], questions: [] } }, '.shipworthy.yaml'],
    ['any of its artifacts', {}, 'deploy/alerts.yaml'],
    ['nothing but itself', { artifacts: [] }, '.'],
  ])('without a readme the whole repository is shown on %s', (_name, change, shown) => {
    const [result] = runOf(audit({ ...change, findings: [absent('')] })).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(shown);
  });

  test.each<[string, Partial<Finding>, object]>([
    ['a file as a whole', { location: { path: 'a' }, excerpt: '' }, FIRST_LINE],
    [
      'a line as a whole ends with it',
      { location: { path: 'a', line: 7 }, excerpt: 'key: 1' },
      { startLine: 7, startColumn: 1, endLine: 7, endColumn: 7 },
    ],
    [
      'a beginning behind the end of what is known of the line',
      { location: { path: 'a', line: 7, column: 500 }, excerpt: 'key' },
      { startLine: 7, startColumn: 500, endLine: 7, endColumn: 500 },
    ],
    [
      'several lines',
      { location: { path: 'a', line: 7, endLine: 9 }, excerpt: 'key' },
      { startLine: 7, startColumn: 1, endLine: 9, endColumn: 1 },
    ],
  ])('%s has all four numbers', (_name, change, region) => {
    const [result] = runOf(audit({ findings: [finding(change)] })).results;
    expect(result?.locations[0]?.physicalLocation.region).toEqual(region);
  });

  test('findings of one fingerprint stay apart', () => {
    const hashes = runOf(audit({ findings: [finding(), finding(), finding({ fingerprint: 'g' })] })).results.map(
      (result) => result.partialFingerprints.primaryLocationLineHash,
    );
    expect(hashes).toEqual(['f1:1', 'f1:2', 'g:1']);
  });

  test('joined findings say how many they are and where', () => {
    const [, joined] = runOf(fullAudit()).results;
    expect(joined).toMatchObject({ level: 'warning', occurrenceCount: 48 });
    expect(joined?.relatedLocations?.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4]);
  });

  test('at most a hundred locations', () => {
    const related = Array.from({ length: 300 }, (_, n) => ({ location: { path: `${n}` } }));
    expect(runOf(audit({ findings: [finding({ related })] })).results[0]?.relatedLocations).toHaveLength(100);
  });

  const many = ['warning', 'info', 'error', 'warning'] as const;
  const findings = many.map((severity, n) => finding({ severity, fingerprint: `${n}` }));
  const kept = (limits: { results: number; bytes: number }) => {
    const { results, left } = resultsOf(findings, new Map([[runbookRule.id, 0]]), anchorsOf(audit()), limits);
    return [results.map((result) => result.partialFingerprints['shipworthy/v1']).join(), left];
  };
  const size = 2 * Buffer.byteLength(JSON.stringify(runOf(audit({ findings: [finding()] })).results[0]));
  test.each<[string, { results: number; bytes: number }, string, number]>([
    ['enough', { results: 4, bytes: 1e6 }, '0,1,2,3', 0],
    ['three', { results: 3, bytes: 1e6 }, '0,2,3', 1],
    ['one', { results: 1, bytes: 1e6 }, '2', 3],
    ['two by size', { results: 4, bytes: size + 10 }, '0,2', 2],
    ['none', { results: 4, bytes: 3 }, '', 4],
  ])('room for %s: the least severe are left out, the order stays', (_name, limits, expected, left) => {
    expect(kept(limits)).toEqual([expected, left]);
  });
});

test('a file that is cut is one that GitHub takes, whatever the names', () => {
  const random = (of: string): string => createHash('sha512').update(of).digest('base64');
  const findings = Array.from({ length: 16_000 }, (_, n) => {
    const [message, excerpt, path] = [random(`m${n}`), random(`e${n}`), random(`p${n}`)];
    const location = { path: path.replaceAll('/', '-'), line: 1 };
    return finding({ fingerprint: `${n}`, message: message.repeat(2), excerpt: excerpt.repeat(4), location });
  });
  const text = sarif.render(audit({ findings }), {});
  expect(text).toMatch(/\d+ further findings left out/);
  expect(gzipSync(text).length).toBeLessThan(MAX_GZIP_BYTES);
});

describe('the run', () => {
  test.each<[string, { category?: string }, string]>([
    ['the tool and the preset', {}, 'shipworthy/recommended/'],
    ['what is asked for', { category: 'shipworthy/services/billing' }, 'shipworthy/services/billing/'],
  ])('its category is %s', (_name, options, id) => {
    const [run] = sarifLog(audit(), options).runs;
    expect(run?.automationDetails.id).toBe(id);
  });

  test('what could not be seen is one notification for each reason', () => {
    const [invocation] = runOf(audit({ outcomes: [unseen('x'), unseen('x'), unseen('y')] })).invocations;
    expect(invocation?.executionSuccessful).toBe(true);
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      {
        level: 'note',
        message: { text: 'alert/runbook-resolves: x (2 times)' },
        associatedRule: { index: 0 },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/c.yaml' }, region: { startLine: 3 } } }],
      },
      { message: { text: 'alert/runbook-resolves: y' } },
    ]);
  });

  test('a rule that broke makes the run unsuccessful and is said first', () => {
    const [invocation] = runOf(audit({ outcomes: [unseen('x'), broken] })).invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications[0]).toMatchObject({ level: 'error', descriptor: { id: 'broken' } });
  });

  test('what is left out is said', () => {
    const outcomes = Array.from({ length: MAX_NOTIFICATIONS + 7 }, (_, n) => unseen(`reason ${n}`));
    const [invocation] = runOf(audit({ outcomes })).invocations;
    expect(invocation?.toolExecutionNotifications.at(-1)).toMatchObject({
      level: 'warning',
      message: { text: expect.stringMatching(/^7 further notifications left out.*--format json/) },
    });
  });

  test('the commit only together with its repository', () => {
    expect(runOf(fullAudit())).not.toHaveProperty('versionControlProvenance');
    expect(runOf(audit(), { repository: 'https://example.org/a/b' })).not.toHaveProperty('versionControlProvenance');
    expect(runOf(fullAudit(), { repository: 'https://example.org/a/b' })).toMatchObject({
      versionControlProvenance: [{ repositoryUri: 'https://example.org/a/b', revisionId: fullAudit().commit }],
    });
  });

  test('rules carry why and how, and where to read on', () => {
    const [first, second] = runOf(audit(), { page: (id) => (id === ownersRule.id ? page() : undefined) }).tool.driver
      .rules;
    expect(first?.help.text).toBe(
      "Every alert's runbook link leads somewhere. More: shipworthy explain alert/runbook-resolves",
    );
    expect(second?.help.markdown).toBe(
      '## Why\n\nAt night.\n\n## How to fix\n\nWrite it.\n\nMore: `shipworthy explain ownership/covers`',
    );
    expect(second?.properties.tags).toEqual(['stage:improve', 'stage:operate', 'quality:maintainability']);
  });

  test('a page without end is cut at a line', () => {
    const long = `## Why\n\n${'one line\n'.repeat(5000)}`;
    const { help } = runOf(audit({ rules: [runbookRule] }), { page: () => long }).tool.driver.rules[0] ?? {};
    expect(help?.markdown).toMatch(/one line\n\n\(cut\)\n\nMore/);
    expect(help?.markdown.length).toBeLessThan(8_200);
  });
});

describe('messageOf', () => {
  test.each([
    ['as it is: [words], {{ $labels.x }}, a (b)', 'as it is: [words], {{ $labels.x }}, a (b)'],
    ['[a link](https://example.org)', '\\[a link\\](https://example.org)'],
    ['{0} and {12}', '{{0}} and {{12}}'],
    ['\u001b[2J\u202e', '\\x1b[2J\\u202e'],
  ])('%s', (text, expected) => {
    expect(messageOf(text)).toEqual({ text: expected });
  });
});
