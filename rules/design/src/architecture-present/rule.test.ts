import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SERVICE = {
  'compose.yaml': 'services:\n  api:\n    build: .\n    ports: ["8080:8080"]\n',
  Dockerfile: 'FROM python:3.12\nEXPOSE 8080\nCMD ["python", "main.py"]\n',
};
const ABSENT =
  'docs/architecture.md (absent) info No document tells how the parts of this system work together. Whoever is on call cannot see what talks to what. Add docs/architecture.md: the parts, where state lives, what is called outside, as a list or a diagram in text.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a page with a diagram',
      files: { ...SERVICE, 'docs/architecture.md': '# Architecture\n\n```mermaid\ngraph LR\n  api --> db\n```\n' },
    },
    {
      name: 'a Structurizr workspace',
      files: {
        ...SERVICE,
        'docs/workspace.dsl':
          'workspace {\n  model {\n    u = person "User"\n    s = softwareSystem "Invoices"\n    u -> s\n  }\n}\n',
      },
    },
    {
      name: 'a page with such a title',
      files: {
        ...SERVICE,
        'docs/overview.md': `# Architecture of invoices\n\n## Components\n\n${'The api takes invoices and puts them on the queue. '.repeat(10)}\n`,
      },
    },
  ],
  gap: [
    {
      name: 'decisions about architecture are no map',
      files: {
        ...SERVICE,
        'docs/architecture-decisions.md': `# Architecture decisions\n\n${'We use REST. '.repeat(60)}\n`,
      },
      findings: [ABSENT],
    },
    {
      name: 'a heading with nothing below it',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n## Architecture\n\n## Usage\n\nRun it.\n' },
      findings: [ABSENT],
    },
  ],
  skip: [
    {
      name: 'a library',
      files: {
        'package.json': '{ "name": "slug", "version": "1.0.0", "main": "index.js" }\n',
        'index.js': 'export default 1;\n',
      },
    },
  ],
  unknown: [
    {
      name: 'a picture',
      files: {
        ...SERVICE,
        'README.md': '# Invoices\n\n![the parts](img/architecture.png)\n',
        'img/architecture.png': 'x',
      },
    },
    {
      name: 'arrows of characters',
      files: { ...SERVICE, 'README.md': '# Invoices\n\n## Overview\n\n```\napi ------> queue\n```\n' },
    },
  ],
});
