import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = { Dockerfile: 'FROM python:3.12\n', 'main.py': 'print(1)\n' };
const manifest = (fields: object) => `${JSON.stringify({ name: 'slug', version: '1.0.0', ...fields })}\n`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a library shows its use',
      files: {
        'package.json': manifest({ main: 'index.js' }),
        'index.js': 'export default 1;\n',
        'readme.md': "# slug\n\nMakes slugs.\n\n```js\nimport slug from 'slug';\nslug('a b');\n```\n",
      },
    },
    {
      name: 'commands in a fence without a language',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n## Local\n\n```\n$ make up\n```\n' },
    },
    {
      name: 'numbered steps below a heading that promises it',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\n## Getting started\n\n1. Open the project in the editor.\n2. Press F5.\n',
      },
    },
    {
      name: 'in another language',
      files: { ...SERVICE, 'README.md': '# Fakturaer\n\n## Komme i gang\n\nStart med `docker compose up`.\n' },
    },
    {
      name: 'a page of the folder it leads to',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nLa documentation se trouve dans [docs](./docs/).\n',
        'docs/DEVELOPPEMENT.md': '# Installer\n\n```sh\nmake up\n```\n',
      },
    },
    {
      name: 'a page beside the list of contents of the folder it leads to',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nLa documentation se trouve dans [./docs](./docs/).\n',
        'docs/README.md': '# Sommaire\n\n- [Installer](DEVELOPPEMENT.md)\n',
        'docs/DEVELOPPEMENT.md': '# Installer\n\n```sh\nmake up\n```\n',
      },
    },
    {
      name: 'a page one hop away',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nSee the [developer guide](docs/develop.md).\n',
        'docs/develop.md': '# Developing\n\n```sh\nmake up\n```\n',
      },
    },
    {
      name: 'a manual page',
      files: {
        'z.sh': 'echo z\n',
        README:
          'Z(1)                  User Commands                  Z(1)\n\nNAME\n       z - jump around\n\nSYNOPSIS\n       z [-chlrtx] [regex1 regex2 ... regexn]\n\nDESCRIPTION\n       Tracks your most used directories.\n',
      },
    },
    {
      name: 'a command in the table of the opening',
      files: {
        ...SERVICE,
        'README.md':
          '# Invoices\n\nWhat | Where\n:-: | :-:\nImage | `docker run example.com/invoices`\n\n## Licence\n\nMIT\n',
      },
    },
    {
      name: 'the README that the forge shows',
      files: { ...SERVICE, '.github/README.md': '# Invoices\n\n```sh\nmake up\n```\n' },
    },
  ],
  gap: [
    {
      name: 'no README at all',
      files: { ...SERVICE },
      findings: [
        'README.md (absent) warning There is no README, or an empty one, so whoever inherits this begins by reading code. Add one with the two commands you typed to start it today.',
      ],
    },
    {
      name: 'only data in a fence, and a page that does not help either',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\n```json\n{ "a": 1 }\n```\n\nSee the [guide](docs/guide.md).\n',
        'docs/guide.md': '# Guide\n\nThink before you type.\n\n```json\n{ "b": 2 }\n```\n',
      },
      findings: [
        'README.md:1:1 warning README.md never shows how to start this: no command, and no link to a page that has one. Whoever inherits it begins by reading code. Add a fenced block with the commands you typed today.',
      ],
    },
    {
      name: 'a site that is not for documentation, and a command further down that nothing promises',
      files: {
        ...SERVICE,
        'README.md':
          '# Invoices\n\nSee [here](https://invoices.example.com/).\n\n## Badges\n\nMade by `make badges`.\n',
      },
      findings: [
        'README.md:1:1 warning README.md never shows how to start this: no command, and no link to a page that has one. Whoever inherits it begins by reading code. Add a fenced block with the commands you typed today.',
      ],
    },
    {
      name: 'the README of a part does not speak for the whole',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nGreat.\n', 'web/README.md': '# Web\n\n```sh\nnpm start\n```\n' },
      findings: [
        'README.md:1:1 warning README.md never shows how to start this: no command, and no link to a page that has one. Whoever inherits it begins by reading code. Add a fenced block with the commands you typed today.',
      ],
    },
  ],
  skip: [
    { name: 'documentation', files: { 'README.md': '# Handbook\n\nHow we work.\n', 'a.md': '# A\n', 'b.md': '# B\n' } },
  ],
  unknown: [
    {
      name: 'a page of examples of what is written to use it',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nA step of pipelines ([docs.md](docs.md)).\n',
        'docs.md':
          '# Invoices\n\n```yaml\nsend:\n  image: acme/invoices\n```\n\n```yaml\ndraft:\n  image: acme/invoices\n```\n',
      },
    },
    {
      name: 'instructions on another host',
      files: { ...SERVICE, 'README.md': '# Invoices\n\nSee the [documentation](https://docs.example.com/invoices).\n' },
    },
    {
      name: 'a documentation site by its host',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nDocumentation: [github.io](https://acme.github.io/invoices/).\n',
      },
    },
    {
      name: 'a documentation site by the word here',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\nDocumentation is available [here](https://docs.example.com/invoices).\n',
      },
    },
    {
      name: 'pages of the project by their address, in another format',
      files: {
        ...SERVICE,
        'README.rst': 'Invoices\n========\n\nClick `here <https://acme.github.io/invoices/>`_ for the full text.\n',
      },
    },
  ],
});
