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
      name: 'needed in its paths',
      files: {
        '.shipworthy.yaml': exempting('    paths: [README.md]\n    expires: 2026-12-31\n'),
        'README.md': DEAD,
      },
    },
  ],
  gap: [
    {
      name: 'the gap is elsewhere',
      files: {
        '.shipworthy.yaml': exempting('    paths: [legacy/**]\n    expires: 2026-12-31\n'),
        'README.md': DEAD,
      },
      findings: [
        '.shipworthy.yaml:2:11 info Nothing needs the exemption from docs/references-resolve in legacy/**. It would hide the next gap without anybody deciding so: remove it.',
      ],
    },
  ],
  skip: [
    {
      name: 'its rule was not asked',
      files: {
        '.shipworthy.yaml': `rules: { docs/references-resolve: off }\n${exempting('    expires: 2026-12-31\n')}`,
        'README.md': DEAD,
      },
    },
    {
      name: 'it is past its day',
      files: { '.shipworthy.yaml': exempting('    expires: 2026-01-31\n'), 'README.md': DEAD },
    },
  ],
});
