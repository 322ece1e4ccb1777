import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n', 'requirements.txt': 'flask\n' };
/** Several people change several programs. */
const TEAM = {
  ...SERVICE,
  'orders/Dockerfile': 'FROM python:3.12\n',
  'orders/requirements.txt': 'flask\n',
  'orders/main.py': 'print(1)\n',
  'mails/Dockerfile': 'FROM python:3.12\n',
  'mails/requirements.txt': 'flask\n',
  'mails/main.py': 'print(1)\n',
  'CONTRIBUTING.md': '# Contributing\n\nSend changes.\n',
  '.github/pull_request_template.md': 'What changed?\n',
};
const NOBODY =
  ".github/CODEOWNERS (absent) warning No CODEOWNERS, OWNERS, catalogue entry or page of maintainers names an owner of this repository, so the first incident begins with 'who knows this?'. Add .github/CODEOWNERS with the line `* @your-team`.";
const manifest = (fields: object) => `${JSON.stringify({ name: 'invoices', private: true, ...fields })}\n`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'OWNERS names people', files: { ...SERVICE, OWNERS: 'approvers:\n  - alice\nreviewers:\n  - bob\n' } },
    {
      name: 'the catalog names a team',
      files: {
        ...SERVICE,
        'catalog-info.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: invoices\nspec:\n  type: service\n  lifecycle: production\n  owner: group:default/payments\n',
      },
    },
    {
      name: 'the package names its author',
      files: { ...SERVICE, 'package.json': manifest({ author: 'Ada <ada@acme.org>' }) },
    },
    { name: 'a plain list of authors', files: { ...SERVICE, AUTHORS: 'Ada (https://github.com/ada)\nAcme Ltd\n' } },
    { name: 'OWNERS names maintainers', files: { ...SERVICE, OWNERS: 'maintainers:\n- ada\n' } },
    {
      name: 'a page of people',
      files: { ...SERVICE, 'OWNERS.md': '# Owners\n\n| name | area |\n|---|---|\n| Ada | mails |\n' },
    },
    {
      name: 'a section of the README',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\n## 👋 Maintainers\n\n| name |\n|---|\n| [Ada](https://a.org) |\n',
      },
    },
    {
      name: 'a question of the README',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n### Who maintains it?\n\nA [team](https://a.org/team).\n' },
    },
  ],
  gap: [
    {
      name: 'one person, as far as can be seen',
      files: SERVICE,
      findings: [NOBODY.replace('warning', 'info')],
    },
    {
      name: 'several people and one program',
      files: {
        ...SERVICE,
        'CONTRIBUTING.md': '# Contributing\n\nSend changes.\n',
        '.github/pull_request_template.md': 'What changed?\n',
      },
      findings: [NOBODY.replace('warning', 'info')],
    },
    {
      name: 'one person, as they say themselves',
      files: { ...TEAM, 'CONTRIBUTING.md': '# Contributing\n\nI’m open to suggestions and merge what is small.\n' },
      findings: [NOBODY.replace('warning', 'info')],
    },
    {
      name: 'a text for assistants names nobody',
      files: { ...TEAM, 'AGENTS.md': '# Agents\n\nOwner: @acme/payments\n' },
      findings: [NOBODY],
    },
    {
      name: 'a README that speaks of teams and owners, and names none',
      files: {
        ...TEAM,
        'README.md': '# Invoices\n\n## Team\n\nOnboarding.\n\n## Authors guide\n\nWrite.\n\n## Maintainers\n\nTBD\n',
      },
      findings: [NOBODY],
    },
    {
      name: 'a name that a generator left',
      files: { ...TEAM, 'package.json': manifest({ author: 'Your Name <you@example.com>' }) },
      findings: [NOBODY],
    },
    {
      name: 'an author deep in a repository of many packages',
      files: {
        ...TEAM,
        'package.json': manifest({}),
        'packages/a/package.json': manifest({ author: 'Ada <ada@acme.org>' }),
      },
      findings: [NOBODY],
    },
    {
      name: 'a file without a single owner',
      files: { ...TEAM, CODEOWNERS: '/src/\n/docs/\n' },
      findings: [
        "CODEOWNERS:1:1 warning CODEOWNERS names no owner, so the first incident begins with 'who knows this?'. Give its lines a team or a person.",
      ],
    },
    {
      name: 'a library is asked less',
      files: {
        'package.json': '{ "name": "slug", "version": "1.0.0", "main": "index.js" }\n',
        'index.js': 'export default 1;\n',
        'CONTRIBUTING.md': '# Contributing\n\nSend changes.\n',
        '.github/pull_request_template.md': 'What changed?\n',
      },
      findings: [NOBODY.replace('warning', 'info')],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
    {
      name: 'a library of one person',
      files: { 'package.json': '{ "name": "slug", "main": "i.js" }\n', 'i.js': '1;\n' },
    },
  ],
  unknown: [
    {
      name: 'a governance page that may name them',
      files: { ...SERVICE, 'GOVERNANCE.md': '# Governance\n\nMaintainers vote.\n' },
    },
  ],
});
