import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const CI = '.github/workflows/ci.yml';
const ci = (command: string, on = 'pull_request') =>
  `on: ${on}\njobs:\n  ci:\n    runs-on: ubuntu-latest\n    steps:\n      - ${command}\n`;
const TOOL = { 'pyproject.toml': '[project]\nname = "cart"\n[project.scripts]\ncart = "cart:main"\n' };
const DEPENDABOT = {
  '.github/dependabot.yml':
    'version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule: { interval: weekly }\n',
};

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'one program for both',
      files: { ...TOOL, [CI]: ci('run: trivy fs .', '{ schedule: [{ cron: "0 3 * * *" }] }') },
    },
    { name: 'updates are proposed', files: { ...TOOL, ...DEPENDABOT, [CI]: ci('uses: gitleaks/gitleaks-action@v2') } },
  ],
  gap: [
    {
      name: 'analysis of the own code is another thing',
      files: { ...TOOL, [CI]: ci('uses: github/codeql-action/analyze@v3') },
      findings: [
        '.github/workflows/ci.yml:3:3 info No pipeline here looks for known holes in dependencies, and none looks for secrets that were committed. Both are found by others within hours: add a scanner of each kind to a job, or record where it is done in `evidence:`.',
      ],
    },
    {
      name: 'no secrets',
      files: { ...TOOL, ...DEPENDABOT, [CI]: ci('run: pytest') },
      findings: [
        '.github/workflows/ci.yml:3:3 info No pipeline here looks for secrets that were committed. The forge may do so, but nothing in this tree shows it: add a scanner to a job, or record where it is done in `evidence:`.',
      ],
    },
    {
      name: 'only secrets',
      files: { ...TOOL, [CI]: ci('run: npx secretlint "**/*"') },
      findings: [
        '.github/workflows/ci.yml:3:3 info No pipeline here looks for known holes in dependencies, and nothing proposes updates. The hole that everybody reads about tomorrow may be in the product: add a scanner to a job, or record where it is done in `evidence:`.',
      ],
    },
  ],
  skip: [{ name: 'no pipeline', files: TOOL }],
  unknown: [
    { name: 'an action that may scan', files: { ...TOOL, [CI]: ci('uses: acme/security-scan@v1') } },
    {
      name: 'a workflow that speaks of a bot for updates',
      files: { ...TOOL, [CI]: ci("if: github.actor != 'dependabot[bot]'\n        run: pytest") },
    },
    { name: 'a policy of a service', files: { ...TOOL, '.snyk': 'version: v1.25.0\n', [CI]: ci('run: pytest') } },
    { name: 'a system that is only detected', files: { ...TOOL, Jenkinsfile: 'pipeline { }\n' } },
  ],
});
