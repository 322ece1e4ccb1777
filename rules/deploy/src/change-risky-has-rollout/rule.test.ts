import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** A service whose code of payment changes. */
const SERVICE = {
  'package.json':
    '{ "name": "shop", "private": true, "dependencies": { "express": "4.19.2" }, "scripts": { "start": "node src/server.js" } }\n',
  'src/server.js': "import express from 'express';\nexpress().listen(8080);\n",
  Dockerfile: 'FROM node:22\nCOPY . .\nEXPOSE 8080\nCMD ["node", "src/server.js"]\n',
};
const HEAD = {
  ...SERVICE,
  'src/billing/charge.js': 'export const a = 2;\n',
  'src/billing/refund.js': 'export const b = 1;\n',
};
const BASE = { 'src/billing/charge.js': 'export const a = 1;\n' };
const message = (areas: string) =>
  `Nothing says that ${areas} changes for some before it changes for all. What is wrong with it then hits everybody in the same minute: put it behind a flag or a canary, or write why all at once is right (\`Rollout: all at once, because …\`).`;
const ROLLBACK = 'Rollback: revert it.\n';

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'words about a flag',
      files: HEAD,
      base: BASE,
      body: `${ROLLBACK}It stays behind a feature flag for now.\n`,
    },
    { name: 'a trailer', files: HEAD, base: BASE, commits: ['Charge\n\nRollout: 1 % for a day'] },
    { name: 'a section', files: HEAD, base: BASE, body: '### Rollout\n\nSweden first, then the others.\n' },
  ],
  gap: [
    {
      name: 'an area of which the configuration demands it is asked although nothing was said',
      files: { ...HEAD, '.shipworthy.yaml': 'areas: {billing: {paths: src/billing/**, brings: [rollout]}}\n' },
      base: BASE,
      findings: [`src/billing/charge.js:1:1 info ${message('billing (src/billing/charge.js)')}`],
    },
    {
      name: 'a section that is left empty',
      files: HEAD,
      base: BASE,
      body: `${ROLLBACK}\n## Rollout\n\n<!-- who first? -->\nTBD\n`,
      findings: [`src/billing/charge.js:1:1 info ${message('billing (src/billing/charge.js)')}`],
    },
  ],
  skip: [
    {
      name: 'nothing was said at all of an area that the configuration names',
      files: { ...HEAD, '.shipworthy.yaml': 'areas: {billing: src/billing/**}\n' },
      base: BASE,
    },
    { name: 'nothing was said at all', files: HEAD, base: BASE, commits: ['Charge'] },
    {
      name: 'a migration',
      files: { ...SERVICE, 'db/migrations/V2__a.sql': 'ALTER TABLE a ADD COLUMN b int;\n' },
      base: { 'db/migrations/V2__a.sql': null },
      body: ROLLBACK,
    },
    { name: 'the way back', files: HEAD, base: BASE, commits: ['revert: charge'] },
    {
      name: 'a library',
      files: {
        'package.json': '{ "name": "money", "version": "1.0.0", "main": "index.js", "license": "MIT" }\n',
        'index.js': 'module.exports = 1;\n',
        'src/billing/charge.js': 'export const a = 2;\n',
        'src/billing/refund.js': 'export const b = 1;\n',
      },
      base: BASE,
      body: ROLLBACK,
    },
  ],
  unknown: [
    {
      name: 'the program knows flags',
      files: {
        ...HEAD,
        'package.json':
          '{ "name": "shop", "private": true, "dependencies": { "express": "4.19.2", "unleash-client": "6.0.0" } }\n',
      },
      base: BASE,
      body: ROLLBACK,
    },
  ],
});
