import { testRule } from '@shipworthy/rule-tester';
import references from '../docs-references-resolve/rule.ts';
import rule from './rule.ts';

const exempting = (rest: string) =>
  `exemptions:\n  - rule: docs/references-resolve\n    reason: legacy\n    owner: team-a\n${rest}`;
const DEAD = '# Shop\n\n[a](a.md)\n';

testRule(import.meta.url, rule, {
  beside: [references],
  pass: [
    {
      name: 'the last day',
      files: { '.shipworthy.yaml': exempting('    expires: 2026-06-15\n'), 'README.md': DEAD },
    },
  ],
  gap: [
    {
      name: 'the day after, and two gaps',
      files: { '.shipworthy.yaml': exempting('    expires: 2026-06-14\n'), 'README.md': `${DEAD}\n[b](b/c.md)\n` },
      findings: [
        '.shipworthy.yaml:2:11 warning The exemption from docs/references-resolve ended on 2026-06-14, so 2 gaps are open again. team-a promised to look: mend what is behind it (legacy), or extend the date with a new reason.',
      ],
    },
    {
      name: 'nothing needs it',
      files: {
        '.shipworthy.json':
          '{ "exemptions": [{ "rule": "docs/*", "reason": "legacy", "owner": "a", "expires": "2026-06-14" }] }',
        'README.md': '# Shop\n',
      },
      findings: [
        '.shipworthy.json:1:28 warning The exemption from docs/* ended on 2026-06-14, and nothing needs it any more. Remove it.',
      ],
    },
  ],
});
