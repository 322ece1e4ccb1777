import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SHOP = {
  'compose.yaml': 'services:\n  shop:\n    build: .\n',
  'package.json':
    '{ "name": "shop", "private": true, "dependencies": { "express": "4.19.2", "passport": "0.7.0", "stripe": "16.2.0" } }\n',
};
const ANSWERED = { ...SHOP, '.shipworthy.yaml': 'archetype: service\nrubric: {harm: yes}\n' };
const ABSENT =
  'docs/security/review.md (absent) info No security review is on record, and failure here can hurt (.shipworthy.yaml says so). A review that nobody can find is one that nobody did: note date, reviewer, what was looked at and what followed in docs/security/review.md, or point to it under `evidence`.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a section on an audit',
      files: {
        ...SHOP,
        'SECURITY.md':
          '# Security\n\n## Security audits\n\nA third party looked at the login in 2025; its report is in audits/.\n',
      },
    },
    {
      name: 'a page on a review',
      files: {
        ...SHOP,
        'docs/security/review-2026-03.md':
          '# Security review, March 2026\n\nAda looked at the callbacks of the payment provider; two follow-ups are done.\n',
      },
    },
    {
      name: 'an assessment elsewhere, as the insights say',
      files: {
        ...SHOP,
        'SECURITY-INSIGHTS.yml':
          'header:\n  schema-version: 2.0.0\nrepository:\n  security:\n    assessments:\n      self:\n        evidence: https://acme.org/assessment\n',
      },
    },
  ],
  gap: [
    {
      name: 'a policy on reports is no review, nor is a promise',
      files: {
        ...ANSWERED,
        'SECURITY.md': '# Security\n\nWrite to security@acme.org.\n\n## Security review\n\nTBD\n',
      },
      findings: [ABSENT],
    },
    {
      name: 'nor is a decision about reviews, or an entry of the changelog',
      files: {
        ...ANSWERED,
        'docs/adr/0001-review.md':
          '# Security review\n\nWe decided to have one each year, by somebody else than the authors.\n',
        'CHANGELOG.md':
          '# Changelog\n\n## Security audit\n\nFixed what was found by the audit of last year, in all places.\n',
      },
      findings: [ABSENT],
    },
  ],
  skip: [
    { name: 'no model to review', files: SHOP },
    {
      name: 'nothing shows harm',
      files: { 'compose.yaml': 'services:\n  a:\n    build: .\n', 'main.py': 'print(1)\n' },
    },
    {
      name: 'one sign is not enough',
      files: {
        'compose.yaml': 'services:\n  shop:\n    build: .\n',
        'package.json': '{ "name": "shop", "private": true, "dependencies": { "stripe": "16.2.0" } }\n',
      },
    },
  ],
});
