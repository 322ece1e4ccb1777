import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const BILLING = { 'src/billing/invoice.py': 'x = 1\n', 'src/billing/tax.py': 'x = 2\n' };
const FLOW = { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: make\n' };
const open = (areas: string, path: string, file = 'CODEOWNERS') =>
  `${file}:1:1 warning No line of ${file} gives ${areas} an owner, so a change there can be merged without anybody who knows it being asked. Add a line for ${path}, or begin the file with \`* @your-team\`.`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'each part by itself',
      files: { ...SERVICE, ...BILLING, CODEOWNERS: '/src/billing/ @acme/pay\n/CODEOWNERS @acme/pay\n' },
    },
    {
      name: 'one file of many is a leftover',
      files: {
        ...SERVICE,
        'src/auth/a.py': 'x = 1\n',
        ...Object.fromEntries(['b', 'c', 'd', 'e', 'f'].map((name) => [`src/login/${name}.py`, 'x = 1\n'])),
        CODEOWNERS: '/src/login/ @acme/shop\nCODEOWNERS @acme/shop\n',
      },
    },
    {
      name: 'a part is left open on purpose',
      files: { ...SERVICE, ...BILLING, ...FLOW, CODEOWNERS: '* @acme/shop\n/.github/workflows/\n' },
    },
    {
      name: 'what the configuration calls sensitive',
      files: {
        ...SERVICE,
        'src/ledger/a.py': 'x = 1\n',
        CODEOWNERS: '* @acme/shop\n',
        '.shipworthy.yaml': 'areas:\n  billing: src/ledger/**\n',
      },
    },
  ],
  gap: [
    {
      name: 'pipelines and the file itself',
      files: { ...SERVICE, ...FLOW, '.github/CODEOWNERS': '/src/ @acme/shop\n' },
      findings: [open('pipelines and CODEOWNERS itself', '.github/workflows/ci.yml', '.github/CODEOWNERS')],
    },
    {
      name: 'a part of a part',
      files: { ...SERVICE, ...BILLING, CODEOWNERS: 'invoice.py @acme/pay\nCODEOWNERS @acme/pay\n' },
      findings: [open('payments (1 of 2 files)', 'src/billing/tax.py')],
    },
    {
      name: 'many parts are counted',
      files: {
        ...SERVICE,
        ...BILLING,
        ...FLOW,
        'src/auth/login.py': 'x = 1\n',
        'src/auth/roles.py': 'x = 1\n',
        CODEOWNERS: '/docs/ @acme/writers\n',
      },
      findings: [open('payments, sign-in and permissions, pipelines and 1 more area', 'src/billing/invoice.py')],
    },
    {
      name: 'what the configuration calls sensitive comes first',
      files: {
        ...SERVICE,
        ...BILLING,
        'src/ledger/a.py': 'x = 1\n',
        CODEOWNERS: 'CODEOWNERS @acme/pay\nbilling/ @acme/pay\n',
        '.shipworthy.yaml': 'areas:\n  ledger: src/ledger/**\n',
      },
      findings: [open('ledger', 'src/ledger/a.py')],
    },
  ],
  skip: [
    { name: 'a script', files: { 'z.sh': 'echo z\n', CODEOWNERS: '/docs/ @a\n' } },
    { name: 'no file of code owners', files: { ...SERVICE, ...BILLING } },
    { name: 'one that no forge reads', files: { ...SERVICE, ...BILLING, 'src/CODEOWNERS': '/docs/ @a\n' } },
    { name: 'one whose owners nobody can ask', files: { ...SERVICE, ...BILLING, CODEOWNERS: '- amy\n- ben\n' } },
    { name: 'one without owners', files: { ...SERVICE, ...BILLING, CODEOWNERS: '# nobody yet\n' } },
  ],
  unknown: [
    {
      name: 'all of it is left open on purpose',
      files: { ...SERVICE, CODEOWNERS: '*\n/docs/ @a\n', 'docs/a.md': '# A\n' },
    },
  ],
});
