import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { securityPolicyKind } from './kind.ts';

const parse = await securityPolicyKind.load();
function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  const { paths } = securityPolicyKind;
  if (!paths.test?.(file.baseName)) return undefined;
  return securityPolicyKind.sniff(file) ? parse(file).artifacts[0] : undefined;
}
const POLICY = '# Security\n\nReport a vulnerability to security@acme.org.\n';

describe('where a policy stands', () => {
  test.each([
    ['SECURITY.md', POLICY, true],
    ['security.md', POLICY, true],
    ['.github/SECURITY.md', POLICY, true],
    ['docs/SECURITY.rst', POLICY, true],
    ['SECURITY', POLICY, true],
    ['docs/security.md', '# Security\n\nThe scanner reports three exceptions.\n', false],
    ['docs/security.md', POLICY, true],
    ['packages/a/SECURITY.md', POLICY, false],
    ['docs/security-context.md', POLICY, false],
    ['SECURITY.md', '  \n', false],
    ['public/.well-known/security.txt', 'Contact: mailto:a@acme.org\n', true],
    ['test/security.txt', 'notes\n', false],
    ['SECURITY-INSIGHTS.yml', 'header:\n  schema-version: 1.0.0\n', true],
    ['.github/security-insights.yaml', 'header:\n  schema-version: 2.0.0\n', true],
    ['SECURITY-INSIGHTS.yml', 'a: 1\n', false],
  ])('%s %j', (path, text, policy) => {
    expect(read(path, text) !== undefined).toBe(policy);
  });
});

describe('ways to report', () => {
  test.each([
    ['security@acme.org', ['mail']],
    ['security (at) acme.org', ['mail']],
    ['security at acme dot org', ['mail']],
    ['security[at]acme[dot]org', ['mail']],
    ['Look at the dot on the map.', []],
    ['[us](mailto:security@acme.org)', ['mail', 'mail']],
    ['security@example.com', []],
    ['your-email@acme.org', []],
    ['[a form](https://hackerone.com/acme)', ['form']],
    ['[Tidelift](https://tidelift.com/security)', ['form']],
    ['[report](https://github.com/acme/shop/security/advisories/new)', ['advisory']],
    ['Use private vulnerability reporting of the forge.', ['advisory']],
    ['Report your vulnerability via Github Security Disclosure.', ['advisory']],
    ['Send us a security report.', []],
    ['Use **Report a vulnerability** on the Security tab.', ['advisory']],
    ['See [our policy](https://acme.org/security/).', ['elsewhere']],
    ['Contact one of the maintainers by mail.', ['people']],
    ['Send a direct message to Ada.', ['chat']],
    ['Open an [issue](https://github.com/acme/shop/issues/new).', []],
    ['![security badge](https://acme.org/security.svg)', []],
  ])('%s', (line, forms) => {
    const text = `# Security\n\n${line}\n\n${'We test each push and read what the scanners say. '.repeat(6)}\n`;
    const facts = read('SECURITY.md', text)?.facts;
    expect([...new Set(facts?.channels.map(({ form }) => form))]).toEqual([...new Set(forms)]);
  });
  test('a page that is hardly more than a link hands the question on', () => {
    expect(read('SECURITY.md', '# Security\n\nhttps://acme.org/support\n')?.facts.channels).toMatchObject([
      { form: 'elsewhere', value: 'https://acme.org/support' },
    ]);
  });
});

test.each([
  ['We answer within five working days.', true],
  ['You will receive a response within 24 hours.', true],
  ['The maintainers will diagnose the severity of the issue.', true],
  ['We triage reports as we have availability.', true],
  ['Wir antworten innerhalb von fünf Tagen.', true],
  ['報告には 3営業日以内 に返信します。', true],
  ['Thank you for your help.', false],
  ['Version 3 is supported.', false],
])('a promise: %s', (line, promised) => {
  expect(read('SECURITY.md', `${POLICY}\n${line}\n`)?.facts.response !== undefined).toBe(promised);
});

test.each([
  ['Expires: 2027-01-31T00:00:00Z', '2027-01-31'],
  ['expires: 2027-01-31', '2027-01-31'],
  ['Expires: soon', undefined],
])('%s', (line, day) => {
  const facts = read('.well-known/security.txt', `Contact: https://acme.org/report\n${line}\n`)?.facts;
  expect(facts?.expires).toBe(day);
  expect(facts?.channels).toMatchObject([{ form: 'form' }]);
});

test('insights of both schemas name contacts, a day, and what is kept elsewhere', () => {
  const one = read(
    'SECURITY-INSIGHTS.yml',
    "header:\n  schema-version: 1.0.0\n  expiration-date: '2026-12-31T00:00:00Z'\nsecurity-artifacts:\n  threat-model:\n    threat-model-created: true\n  self-assessment:\n    self-assessment-created: false\nsecurity-contacts:\n  - type: email\n    value: security@acme.org\n",
  )?.facts;
  expect(one).toMatchObject({ expires: '2026-12-31', channels: [{ form: 'mail', value: 'security@acme.org' }] });
  expect(Object.keys(one?.elsewhere ?? {})).toEqual(['threatModel']);
  const two = read(
    '.github/security-insights.yml',
    'header:\n  schema-version: 2.0.0\nproject:\n  vulnerability-reporting:\n    policy: https://acme.org/security\n    contact:\n      email: security@acme.org\nrepository:\n  security:\n    assessments:\n      self:\n        comment: not yet\n',
  )?.facts;
  expect(two?.channels.map(({ form }) => form)).toEqual(['mail', 'elsewhere']);
  expect(two?.elsewhere).toBeUndefined();
});

test.each([
  ['header:\n  schema-version: 2.0.0\n  project-si-source: https://acme.org/security-insights.yml\n', ['elsewhere']],
  [
    'header:\n  schema-version: 2.0.0\nrepository:\n  documentation:\n    security-policy: https://acme.org/security\n',
    ['elsewhere'],
  ],
  ['header:\n  schema-version: 2.0.0\n', []],
])('insights of one repository lead to those of its project: %j', (text, forms) => {
  expect(read('security-insights.yml', text)?.facts.channels.map(({ form }) => form)).toEqual(forms);
});
