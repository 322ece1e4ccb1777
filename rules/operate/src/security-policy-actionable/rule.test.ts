import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { 'compose.yaml': 'services:\n  a:\n    build: .\n', 'main.py': 'print(1)\n' };
const ABSENT =
  'SECURITY.md (absent) info Nothing here says how to report a vulnerability, so whoever finds one will do it in public. Add SECURITY.md with one private contact and when you will answer; a policy in the `.github` repository of your organisation counts, and can be declared under `evidence`.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a lone link hands the question on',
      files: { 'SECURITY.md': '# Security\n\nhttps://acme.org/security\n' },
    },
    {
      name: 'another party takes reports, in a file in lower case',
      files: { '.github/security.md': '# Policy\n\nUse the [Tidelift contact](https://tidelift.com/security).\n' },
    },
    {
      name: 'as we have time is an answer',
      files: {
        'SECURITY.md':
          '# Security\n\nUse a [private advisory](https://github.com/acme/shop/security/advisories/new). We triage reports as we have availability.\n',
      },
    },
    {
      name: 'a part of the README',
      files: { ...SERVICE, 'README.md': '# Shop\n\n## Security\n\nTell [us](mailto:security@acme.org).\n' },
    },
    {
      name: 'insights that name a contact, and whose day is ahead',
      files: {
        'SECURITY-INSIGHTS.yml':
          "header:\n  schema-version: 1.0.0\n  expiration-date: '2027-01-31T00:00:00Z'\nsecurity-contacts:\n  - type: email\n    value: security@acme.org\n",
      },
    },
    {
      name: 'insights without a contact beside a policy',
      files: {
        'SECURITY.md': '# Security\n\nWrite to security@acme.org; we reply within 3 days.\n',
        '.github/security-insights.yml': 'header:\n  schema-version: 2.0.0\n',
      },
    },
    {
      name: 'auf Deutsch',
      files: {
        'SECURITY.md': '# Sicherheit\n\nMeldungen an sicherheit@acme.de, wir antworten innerhalb von fünf Tagen.\n',
      },
    },
  ],
  gap: [
    { name: 'nothing at all', files: SERVICE, findings: [ABSENT] },
    {
      name: 'a page of accepted findings is no policy',
      files: { ...SERVICE, 'docs/security.md': '# Security\n\nThe scanner reports three exceptions that we accept.\n' },
      findings: [
        'docs/security.md:1:1 info docs/security.md stands where a forge shows the security policy, and does not say how to report a vulnerability, nor does any other page. Whoever finds one will do it in public: add one private contact and when you will answer.',
      ],
    },
    {
      name: 'a public issue is no private way',
      files: {
        'SECURITY.md':
          '# Security\n\nFound something? Open an [issue](https://github.com/acme/shop/issues/new).\n\nWe care about security and test on every push, and we look at what the scanners say each week, for all of our images.\n',
      },
      findings: [
        'SECURITY.md:1:1 warning SECURITY.md names no private way to report: no address, no private advisory, no form. Whoever finds a hole will open a public issue: add one.',
      ],
    },
    {
      name: 'an address of an example',
      files: { 'SECURITY.md': '# Security\n\nWrite to security@example.com. We answer within two days.\n' },
      findings: [
        'SECURITY.md:1:1 warning SECURITY.md names no private way to report: no address, no private advisory, no form. Whoever finds a hole will open a public issue: add one.',
      ],
    },
    {
      name: 'an address without a promise',
      files: { 'SECURITY.md': '# Security\n\nPlease email tech-security@acme.org.\n' },
      findings: [
        'SECURITY.md:3:14 info SECURITY.md says where to report and not when to expect an answer. Reporters who hear nothing publish: add one sentence, such as "we answer within five working days".',
      ],
    },
    {
      name: 'a security.txt without an end',
      files: { 'public/.well-known/security.txt': 'Contact: mailto:security@acme.org\n' },
      findings: [
        'public/.well-known/security.txt:1:1 info public/.well-known/security.txt has no `Expires` line, which RFC 9116 requires: nobody can tell whether its contacts are still read. Add a date less than a year ahead.',
      ],
    },
  ],
  skip: [{ name: 'a script', files: { 'z.sh': 'echo z\n' } }],
});
