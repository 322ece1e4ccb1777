import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const ALONE = {
  Dockerfile: 'FROM python:3.12\n',
  'compose.yaml': 'services:\n  a:\n    build: .\n',
  'main.py': 'print(1)\n',
};
const SERVICE = { ...ALONE, CODEOWNERS: '* @acme/shop\n' };

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'pages by name, style by its tool',
      files: {
        ...SERVICE,
        '.prettierrc': '{}\n',
        'docs/testing.md': '# How we test\n\nEvery fix comes with one.\n',
        'RELEASING.md': '# Releasing\n\n1. Tag.\n',
        'docs/api-guidelines.md': '# Our endpoints\n\nThey change by agreement.\n',
      },
    },
    {
      name: 'one missing is a note',
      files: {
        ...SERVICE,
        'README.md': '# A\n\n## Tests\n\n`make test`\n\n## Code style\n\nblack\n\n## Releases\n\nA tag.\n',
      },
    },
  ],
  gap: [
    {
      name: 'nothing',
      files: { ...SERVICE, 'README.md': '# A\n\nPrints one.\n' },
      findings: [
        'CONTRIBUTING.md (absent) info No page says how interfaces change, how code should look, what is tested or how a release is cut. Without that agreement every review starts the debate anew: write CONTRIBUTING.md with a sentence on each.',
      ],
    },
    {
      name: 'a guide on manners',
      files: {
        ...SERVICE,
        'CONTRIBUTING.md': '# Contributing\n\nBe kind. See [the code](https://www.contributor-covenant.org).\n',
      },
      findings: [
        'CONTRIBUTING.md:1:1 info Neither CONTRIBUTING.md nor another page says how interfaces change, how code should look, what is tested or how a release is cut. Without that agreement every review starts the debate anew: add a sentence on each.',
      ],
    },
  ],
  skip: [
    {
      name: 'contributions are not taken',
      files: {
        ...SERVICE,
        'CONTRIBUTING.md': '# Contributing\n\n**We are no longer accepting external pull requests.**\n',
      },
    },
    { name: 'one person, as far as can be seen', files: { ...ALONE, 'README.md': '# A\n\nPrints one.\n' } },
    { name: 'a script', files: { 'z.sh': 'echo z\n' } },
  ],
  unknown: [
    {
      name: 'the README leads to the guide of the organisation',
      files: {
        ...SERVICE,
        'README.md': '# A\n\nSee [CONTRIBUTING](https://forge.example.com/acme/.github/blob/main/CONTRIBUTING.md).\n',
      },
    },
    {
      name: 'the guide of a larger project',
      files: {
        ...SERVICE,
        'CONTRIBUTING.md':
          '# Contributing\n\nSee the [contributor guide](https://acme.org/community/contributor-guide).\n',
      },
    },
  ],
});
