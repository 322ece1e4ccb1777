import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const alert = (...labels: readonly string[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    '  - alert: ShopDown',
    '    expr: up == 0',
    ...(labels.length > 0 ? ['    labels:', ...labels.map((label) => `      ${label}`)] : []),
    '',
  ].join('\n');

/** Makes the repository something that runs, so that its alerts page its own people. */
const service = { Dockerfile: 'FROM scratch\n', 'main.go': 'package main\n' };

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a team label', files: { ...service, 'a.rules.yaml': alert('team: shop') } },
    { name: 'a label named after teams', files: { ...service, 'a.rules.yaml': alert('team_name: shop') } },
    {
      name: 'a label of the service, which a catalogue knows',
      files: { ...service, 'a.rules.yaml': alert('service: shop') },
    },
    { name: 'an owner of the rule file', files: { ...service, 'a.rules.yaml': `# pint file/owner shop\n${alert()}` } },
    { name: 'a folder of a team', files: { ...service, 'team-shop/a.rules.yaml': alert() } },
    {
      name: 'one team owns everything',
      files: { ...service, 'a.rules.yaml': alert('severity: page'), '.github/CODEOWNERS': '* @acme/shop\n' },
    },
    {
      name: 'a page of the people who keep the repository',
      files: { ...service, 'charts/shop/a.rules.yaml': alert(), 'OWNERS.md': '# Owners\n\n- Ada\n' },
    },
  ],
  gap: [
    {
      name: 'nobody',
      files: { ...service, 'a.rules.yaml': alert() },
      findings: [
        'a.rules.yaml:4:12 info ShopDown names no team and its file has no owner, so it pages whoever happens to be on call. Add a team label, or a line for the file in CODEOWNERS.',
      ],
    },
    {
      name: 'an empty label is nobody, and one file is one finding',
      files: { ...service, 'a.rules.yaml': `${alert("team: ''")}  - alert: CartDown\n    expr: up == 0\n` },
      findings: [
        'a.rules.yaml:4:12 info 2 alerts of this file name no team and the file has no owner, so they page whoever happens to be on call. Add a team label, or a line for the file in CODEOWNERS. ×2',
      ],
    },
    {
      name: 'a generated file: its generator leaves the team out',
      files: { ...service, 'a.rules.yaml': `# DO NOT EDIT: generated\n${alert()}` },
      findings: [
        'a.rules.yaml:5:12 info ShopDown names no team and its file has no owner, so it pages whoever happens to be on call. Add a team label, or a line for the file in CODEOWNERS.',
      ],
    },
    {
      name: 'a habit of the whole repository is one finding',
      files: {
        ...service,
        ...Object.fromEntries([...'abcdefghij'].map((name) => [`${name}.rules.yaml`, alert()])),
      },
      findings: [
        'a.rules.yaml:4:12 info 10 alerts of this repository name no team and their files have no owner, so they page whoever happens to be on call. Add team labels, or lines for the rule files in CODEOWNERS. ×10',
      ],
    },
  ],
  skip: [
    { name: 'an example', files: { ...service, 'examples/a.rules.yaml': alert() } },
    {
      name: 'a library for others',
      files: {
        'package.json': '{"name": "shop", "main": "index.js"}',
        'index.js': 'module.exports = {};',
        'a.rules.yaml': alert('severity: page'),
      },
    },
    { name: 'a collection for others', files: { 'a.rules.yaml': alert('severity: critical') } },
    { name: "a dead man's switch", files: { ...service, 'a.rules.yaml': alert().replace('ShopDown', 'Watchdog') } },
  ],
  unknown: [
    {
      name: 'left without owner on purpose',
      files: { ...service, 'a.rules.yaml': alert(), '.github/CODEOWNERS': '* @acme/shop\n*.yaml\n' },
    },
    {
      name: 'a chart fills in the labels',
      files: { ...service, 'charts/shop/templates/a.yaml': alert('{{- toYaml .Values.labels | nindent 6 }}') },
    },
  ],
});
