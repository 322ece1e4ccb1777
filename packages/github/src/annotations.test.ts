import { expect, test } from '@jest/globals';
import type { Finding, Standing } from '@shipworthy/model';
import { annotationsOf } from './annotations.ts';
import { EMPTY_AUDIT } from './publish/testing/results.ts';

const finding = (change: Partial<Finding> = {}): Finding => ({
  rule: {
    id: 'a/b',
    title: 'It is there',
    stages: ['operate'],
    qualities: ['reliability'],
    severity: 'error',
    confidence: 'high',
    preset: 'essential',
  },
  severity: 'error',
  message: 'It is gone.',
  location: { path: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 9 },
  fingerprint: 'f',
  count: 1,
  related: [],
  place: { path: 'a.yaml' },
  ...change,
});
const README = { kind: 'readme', path: 'README.md' } as const;
const annotated = (...findings: Finding[]) => annotationsOf({ ...EMPTY_AUDIT, artifacts: [README], findings });

const HERE = { path: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 9 };
const MORE = 'More: shipworthy explain a/b';

test.each<[string, Partial<Finding>, object]>([
  ['a line', {}, { ...HERE, message: `It is gone. ${MORE}` }],
  [
    'what stands for several, without their number of places',
    { count: 3, related: [{ location: { path: 'b.yaml', line: 1 } }] },
    { ...HERE, message: `×3 It is gone. ${MORE}` },
  ],
  [
    'a number that the message begins with',
    { count: 3, message: '3 are gone.' },
    { ...HERE, message: `3 are gone. ${MORE}` },
  ],
  [
    'what is missing stands at the nearest readme',
    { location: { path: 'docs/b.md', absent: true } },
    { path: 'README.md', missing: true, message: `Expected at docs/b.md. It is gone. ${MORE}` },
  ],
  [
    'or where the question comes from',
    { location: { path: 'docs/b.md', absent: true }, related: [{ location: { path: 'c.yaml', line: 7 } }] },
    { path: 'c.yaml', line: 7, missing: true, message: `Expected at docs/b.md. It is gone. ${MORE}` },
  ],
  [
    'a message that names the place says it once',
    { location: { path: 'docs/b.md', absent: true }, message: 'Write docs/b.md.' },
    { path: 'README.md', missing: true, message: `Write docs/b.md. ${MORE}` },
  ],
])('%s', (_name, change, expected) => {
  expect(annotated(finding(change))).toEqual([{ level: 'error', title: 'a/b', ...expected }]);
});

test('a change does not answer for what was there, nor for hints, and errors come first', () => {
  const of = (severity: Finding['severity'], change: Standing) =>
    finding({ severity, change, message: `${severity} ${change}` });
  const said = annotated(
    of('warning', 'worsened'),
    of('info', 'introduced'),
    of('error', 'existing'),
    of('error', 'introduced'),
  );
  expect(said.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    `error: error introduced ${MORE}`,
    `warning: warning worsened ${MORE}`,
  ]);
});
