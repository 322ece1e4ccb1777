import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const exempting = (name: string, rest: string) => ({
  'README.md': '# Shop\n',
  '.shipworthy.yaml': `exemptions:\n  - rule: "${name}"\n    reason: legacy\n    owner: team-a\n${rest}`,
});

testRule(import.meta.url, rule, {
  pass: [
    { name: 'one rule for the whole repository', files: exempting('exemption/narrow', '    expires: 2026-12-31\n') },
    {
      name: 'all rules of an artifact in one folder',
      files: exempting('exemption/*', '    paths: [legacy/**]\n    expires: 2026-12-31\n'),
    },
  ],
  gap: [
    {
      name: 'everything in one folder is a hint',
      files: exempting('*', '    paths: [legacy/**]\n    expires: 2026-12-31\n'),
      findings: [
        '.shipworthy.yaml:2:11 info This exemption accepts every gap of every rule in legacy/**: the next error is accepted before anybody saw it. Name the rules that the reason speaks of.',
      ],
    },
    {
      name: 'every rule of an artifact, wherever, for years',
      files: exempting('exemption/*', '    paths: ["**"]\n    expires: 2029-12-31\n'),
      findings: [
        '.shipworthy.yaml:2:11 info This exemption accepts every gap of exemption/* in the whole repository. Name the rule, or the paths, that the reason speaks of: the next gap is accepted before anybody saw it.',
        '.shipworthy.yaml:2:11 info This exemption from exemption/* holds until 2029-12-31, for more than a year. Whoever wrote the reason may be gone by then: let it end sooner, and extend it when it is looked at.',
      ],
    },
  ],
  skip: [{ name: 'it is past its day', files: exempting('*', '    paths: ["**"]\n    expires: 2026-01-31\n') }],
});
