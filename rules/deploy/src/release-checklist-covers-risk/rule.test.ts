import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n', 'fly.toml': 'app = "shop"\n' };
const STEPS = '# Releasing\n\n1. Bump the version.\n2. Tag the commit.\n3. Publish the package.\n';
const LIBRARY = { 'package.json': '{ "name": "slug", "version": "1.0.0", "main": "index.js" }\n', 'index.js': '' };
const MIGRATIONS = { 'db/migrate/20240101120000_a.rb': 'x\n', 'db/migrate/20240201120000_b.rb': 'x\n' };
const COVERED = '4. Watch the dashboard; if errors rise, roll back.\n';
const boxes = (count: number) => Array.from({ length: count }, (_, i) => `- [ ] publish part ${i}`).join('\n');

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a library that can be yanked', files: { ...LIBRARY, 'RELEASING.md': `${STEPS}4. Broken? Yank it.\n` } },
    {
      name: 'a rollback plan beside it is the way back',
      files: {
        ...LIBRARY,
        'RELEASE.md': STEPS,
        'docs/rollback.md': '# Rollback\n\n1. Run `npm deprecate slug@1.0.0`.\n',
      },
    },
    {
      name: 'in another language',
      files: { ...LIBRARY, 'RELEASING.md': `${STEPS}4. ロールバック: revert the tag.\n` },
    },
  ],
  gap: [
    {
      name: 'tests of the whole cover sign-in, not migrations',
      files: {
        ...SERVICE,
        ...MIGRATIONS,
        'app/auth/a.py': 'x\n',
        'app/auth/b.py': 'x\n',
        'docs/releasing.md': `${STEPS}${COVERED}5. Run the e2e test suite on stage.\n`,
      },
      findings: [
        'docs/releasing.md:1:1 warning The steps of a release say nothing about migrations (2 files as in db/migrate). What is not written there is made up in the worst minute: add a line to docs/releasing.md.',
      ],
    },
    {
      name: 'migrations and billing that the steps do not name, and not those in tests',
      files: {
        ...SERVICE,
        ...MIGRATIONS,
        'app/billing/a.py': 'x\n',
        'app/billing/b.py': 'x\n',
        'tests/auth/a.py': 'x\n',
        'tests/auth/b.py': 'x\n',
        'docs/releasing.md': `${STEPS}${COVERED}`,
      },
      findings: [
        'docs/releasing.md:1:1 warning The steps of a release say nothing about migrations (2 files as in db/migrate) and billing (2 files as in app/billing). What is not written there is made up in the worst minute: add a line for each to docs/releasing.md.',
      ],
    },
    {
      name: 'a library is only hinted at a way back',
      files: { ...LIBRARY, ...MIGRATIONS, 'RELEASING.md': STEPS },
      findings: [
        'RELEASING.md:1:1 info The steps of a release say nothing about a way back. What is not written there is made up in the worst minute: add a line to RELEASING.md.',
      ],
    },
    {
      name: 'a list that is ticked without reading',
      files: {
        ...LIBRARY,
        '.github/ISSUE_TEMPLATE/release.md': `# Release\n\n${boxes(26)}\n- [ ] tag; revert if broken\n`,
      },
      findings: [
        '.github/ISSUE_TEMPLATE/release.md:1:1 info 27 boxes to tick for one release: a list that long is ticked without reading. Keep what a person must judge, and let the pipeline check the rest.',
      ],
    },
  ],
  skip: [
    {
      name: 'pages of one procedure are judged together',
      files: { ...LIBRARY, 'RELEASING.md': `${STEPS}4. Yank it.\n`, 'docs/releasing.md': STEPS },
    },
  ],
});
