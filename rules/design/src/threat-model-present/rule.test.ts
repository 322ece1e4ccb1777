import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const SHOP = {
  'compose.yaml': 'services:\n  shop:\n    build: .\n',
  'package.json':
    '{ "name": "shop", "private": true, "dependencies": { "express": "4.19.2", "passport": "0.7.0", "stripe": "16.2.0" } }\n',
};
const ABSENT =
  'docs/threat-model.md (absent) info There is no threat model, and this is worth attacking: package.json needs stripe, so money moves through it; package.json needs passport, so people trust it with their logins. Write one page, docs/threat-model.md, on what you protect, from whom, and where trust ends; one that is kept elsewhere can be declared under `evidence`.';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a model of Threagile',
      files: {
        ...SHOP,
        'threagile.yaml':
          'title: Shop\ndata_assets:\n  Orders:\n    id: orders\ntechnical_assets:\n  Shop:\n    id: shop\ntrust_boundaries:\n  Cloud:\n    id: cloud\n',
      },
    },
    {
      name: 'a model in Python',
      files: {
        ...SHOP,
        'security/threat_model.py': 'from pytm import TM, Boundary\n\ntm = TM("shop")\nweb = Boundary("Internet")\n',
      },
    },
    {
      name: 'a section of the policy',
      files: {
        ...SHOP,
        'SECURITY.md':
          '# Security\n\n## Threat model\n\nConfiguration is trusted; what comes from the network is not, and is checked at the edge.\n',
      },
    },
    {
      name: 'a model elsewhere, as the insights say',
      files: {
        ...SHOP,
        'SECURITY-INSIGHTS.yml':
          'header:\n  schema-version: 1.0.0\nsecurity-artifacts:\n  threat-model:\n    threat-model-created: true\n',
      },
    },
  ],
  gap: [
    {
      name: 'the configuration says that failure can hurt',
      files: {
        Dockerfile: 'FROM python:3.12\n',
        'main.py': 'print(1)\n',
        '.shipworthy.yaml': 'archetype: service\nrubric: {harm: yes}\n',
      },
      findings: [
        'docs/threat-model.md (absent) warning There is no threat model, and this is worth attacking: .shipworthy.yaml says so. Write one page, docs/threat-model.md, on what you protect, from whom, and where trust ends; one that is kept elsewhere can be declared under `evidence`.',
      ],
    },
    {
      name: 'a skill for assistants is no model',
      files: {
        ...SHOP,
        '.github/skills/threat-model/SKILL.md':
          '# Threat model\n\n## Assets\n\nList what is protected, and from whom, in one table for each of the services of the team.\n\n## Trust boundaries\n\nDraw where trust ends, for each of the services of the team, and name who crosses the line.\n',
      },
      findings: [ABSENT],
    },
    {
      name: 'neither a guide to modelling nor a heading over nothing',
      files: {
        ...SHOP,
        'docs/threat-model.md': '# Threat model\n\nTODO\n',
        'docs/threat-modeling-guide.md':
          '# How to write a threat model\n\n## Assets\n\nBegin with a list of what you protect, and from whom you protect it; ask the people who run the service.\n\n## Trust boundaries\n\nThen draw where trust ends. Whoever crosses the line has to prove who they are, each time.\n',
      },
      findings: [ABSENT],
    },
  ],
  skip: [
    {
      name: 'nothing shows harm',
      files: { 'compose.yaml': 'services:\n  a:\n    build: .\n', 'main.py': 'print(1)\n' },
    },
    {
      name: 'one sign is not enough',
      files: {
        'compose.yaml': 'services:\n  shop:\n    build: .\n',
        'package.json': '{ "name": "shop", "private": true, "dependencies": { "stripe": "16.2.0" } }\n',
      },
    },
    {
      name: 'a library',
      files: {
        'package.json': '{ "name": "slug", "version": "1.0.0", "main": "index.js" }\n',
        'index.js': 'export {};\n',
      },
    },
  ],
});
