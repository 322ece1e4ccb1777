import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const RUNBOOK =
  '# DiskFull\n\n## Meaning\n\nThe disk of the database is full.\n\n## Mitigation\n\nDelete old logs: `make clean-logs`.\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a link to a runbook',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nOn call? See [disk](runbooks/DiskFull.md).\n',
        'runbooks/DiskFull.md': RUNBOOK,
      },
    },
    {
      name: 'a page one hop away that has the section',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nRead the [guide](docs/guide.md).\n',
        'docs/guide.md': '# Guide\n\n## Known issues\n\nMails arrive late.\n',
      },
    },
    {
      name: 'a link to the folder of the runbooks',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nSee [docs](docs/).\n', 'docs/runbooks/DiskFull.md': RUNBOOK },
    },
    {
      name: 'kept on another host',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n[Troubleshooting](https://wiki.example.com/x).\n' },
    },
  ],
  gap: [
    {
      name: 'a runbook that the README does not lead to',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n`make up`\n', 'runbooks/DiskFull.md': RUNBOOK },
      findings: [
        'README.md:1:1 info README.md tells the sunny day only and does not lead to runbooks/DiskFull.md. Link to it, so that it is found by whoever has never seen it.',
      ],
    },
    {
      name: 'several runbooks that the README does not lead to',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\n`make up`\n',
        'ops/runbooks/db/DiskFull.md': RUNBOOK,
        'ops/runbooks/QueueFull.md': RUNBOOK,
      },
      findings: [
        'README.md:1:1 info README.md tells the sunny day only and does not lead to any of the 2 runbooks below ops/runbooks. Link to where they begin, so that they are found by whoever has never seen them.',
      ],
    },
    {
      name: 'a service whose manifest names an entry',
      files: {
        ...SERVICE,
        'package.json': '{ "name": "invoices", "main": "index.js", "dependencies": { "koa": "3" } }\n',
        'README.md': '# Invoices\n\nFast.\n',
      },
      findings: [
        "README.md:1:1 info README.md tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
      ],
    },
    {
      name: "the documentation of somebody else's tool",
      files: { ...SERVICE, 'README.md': '# Invoices\n\nSee the [Docker documentation](https://docs.example.com/).\n' },
      findings: [
        "README.md:1:1 info README.md tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
      ],
    },
    {
      name: 'the documentation of one setting of the framework',
      files: {
        ...SERVICE,
        'README.md':
          '# Invoices\n\nThis fills `MAILERS` (a setting, [docs](https://docs.example.com/ref/settings/#MAILERS)).\n',
      },
      findings: [
        "README.md:1:1 info README.md tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
      ],
    },
    {
      name: 'the documentation of the framework, however often',
      files: {
        ...SERVICE,
        'README.md': `# Invoices\n\n${['install', 'routing', 'forms'].map((page) => `- [${page}](https://docs.framework.test/${page}/)`).join('\n')}\n`,
      },
      findings: [
        "README.md:1:1 info README.md tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
      ],
    },
    {
      name: 'nothing but praise',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nFast and reliable.\n' },
      findings: [
        "README.md:1:1 info README.md tells the sunny day only. Add 'What can go wrong' with three lines: symptom, cause, fix; or link to where they stand.",
      ],
    },
  ],
  skip: [
    { name: 'no README', files: { ...SERVICE } },
    { name: 'a script', files: { 'z.sh': 'echo z\n', 'README.md': '# z\n\nJump around.\n' } },
    {
      name: 'a library',
      files: {
        'package.json': '{ "name": "slug", "version": "1.0.0", "main": "index.js" }\n',
        'index.js': 'export default 1;\n',
        'README.md': '# slug\n\nMakes slugs.\n',
      },
    },
  ],
  unknown: [
    {
      name: 'a documentation site by the word here',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nRead more [here](https://docs.example.com/invoices).\n' },
    },
    {
      name: 'a documentation site that the README leads to again and again',
      files: {
        ...SERVICE,
        'README.md': `# Invoices\n\n${['install', 'routing', 'payment'].map((page) => `- [${page}](https://developers.invoices.test/${page}/)`).join('\n')}\n`,
      },
    },
    {
      name: 'the front page of a documentation site, named by its address',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nhttps://docs.invoices.example.com/\n',
        'runbooks/DiskFull.md': RUNBOOK,
      },
    },
    {
      name: 'documentation on another host',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nRead the [documentation](https://invoices.example.com/).\n' },
    },
  ],
});
