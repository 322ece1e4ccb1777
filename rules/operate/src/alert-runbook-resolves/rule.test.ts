import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

/** A rule file with one alert whose runbook annotation is `value`. */
const linking = (...values: readonly string[]) =>
  [
    'groups:',
    '- name: shop',
    '  rules:',
    ...values.flatMap((value, index) => [
      `  - alert: Shop${'ABC'[index]}`,
      '    expr: up == 0',
      '    annotations:',
      `      runbook_url: ${value}`,
    ]),
    '',
  ].join('\n');

const page = `
  # Shop

  ## Shop is down

  1. Run \`kubectl rollout restart deploy/shop\`.
`;
const own = 'https://github.com/acme/shop/blob/main';
/** Pages by which the repository tells its own name. */
const named = {
  'README.md': `# Shop\n\nSee [the shop](${own}/docs/shop.md) and [the cart](${own}/docs/cart.md).\n`,
  'docs/cart.md': '# Cart\n',
};

testRule(import.meta.url, rule, {
  pass: [
    { name: 'a path from the root', files: { 'a.rules.yaml': linking('docs/shop.md'), 'docs/shop.md': page } },
    {
      name: 'a path from the file itself',
      files: { 'alerts/a.rules.yaml': linking('../docs/shop.md'), 'docs/shop.md': page },
    },
    {
      name: 'an address of the repository itself, the anchor in another case',
      files: {
        'a.rules.yaml': linking(`${own}/docs/shop.md#Shop-is-down`),
        'docs/shop.md': page,
        ...named,
      },
    },
    {
      name: 'an anchor that is no heading',
      files: {
        'a.rules.yaml': linking('docs/shop.md#shop-down'),
        'docs/shop.md': '# Shop\n\n<a id="shop-down"></a>\n\nRestart it.\n',
      },
    },
  ],
  gap: [
    {
      name: 'one file is missing',
      files: { 'a.rules.yaml': linking('docs/shop.md'), 'docs/other.md': page },
      findings: [
        'a.rules.yaml:7:20 error ShopA sends people to docs/shop.md, which does not exist. Whoever is woken finds a dead link: add the page or correct the link.',
      ],
    },
    {
      name: 'links into one folder that is not there are one finding',
      files: { 'a.rules.yaml': linking('runbooks/a.md', 'runbooks/b.md', 'runbooks/c.md') },
      findings: [
        'a.rules.yaml:7:20 error 3 alerts send people to pages that do not exist, runbooks/a.md among them. Whoever is woken finds a dead link: add the pages or correct the links. ×3',
      ],
    },
    {
      name: 'one heading is missing',
      files: { 'a.rules.yaml': linking(`${own}/docs/shop.md#disk-full`), 'docs/shop.md': page, ...named },
      findings: [
        `a.rules.yaml:7:20 error ShopA links to ${own}/docs/shop.md#disk-full: docs/shop.md is there, the heading is not. At 2 a.m. the page opens at its top: add the heading or correct the link.`,
      ],
    },
    {
      name: 'all headings are missing from one page',
      files: {
        'a.rules.yaml': linking('docs/shop.md#name-one', 'docs/shop.md#name-two'),
        'docs/shop.md': page,
      },
      findings: [
        'a.rules.yaml:7:20 error 2 alerts link to headings that docs/shop.md does not have, docs/shop.md#name-one among them. At 2 a.m. the page opens at its top: add the headings or correct the links. ×2',
      ],
    },
    {
      name: 'a promise is an absence and no contradiction',
      files: { 'a.rules.yaml': linking('TODO') },
      findings: [
        "a.rules.yaml:7:20 warning ShopA has 'TODO' where the link to its runbook belongs. Whoever is woken gets a promise instead of a page: link the runbook.",
      ],
    },
    {
      name: 'promises of one file are one finding',
      files: { 'a.rules.yaml': linking('TBD', 'TBD') },
      findings: [
        "a.rules.yaml:7:20 warning 2 alerts of this file have 'TBD' where the link to the runbook belongs. Whoever is woken gets a promise instead of a page: link the runbooks. ×2",
      ],
    },
    {
      name: 'promises of many files are one habit',
      files: Object.fromEntries([...'abcdefghij'].map((file) => [`${file}.rules.yaml`, linking('TBD')])),
      findings: [
        "a.rules.yaml:7:20 warning 10 alerts of this repository have 'TBD' where the link to the runbook belongs, ShopA among them. Whoever is woken gets a promise instead of a page: link the runbooks, those of the alerts that page first. ×10",
      ],
    },
  ],
  skip: [
    {
      name: 'no link at all',
      files: { 'a.rules.yaml': 'groups:\n- name: g\n  rules:\n  - alert: A\n    expr: up == 0\n' },
    },
    {
      name: 'jsonnet that another file completes',
      files: { 'a.libsonnet': "{ alert: 'ShopA', expr: 'up == 0', annotations: { runbook_url: 'runbooks/a.md' } }\n" },
    },
  ],
  unknown: [
    { name: 'another host', files: { 'a.rules.yaml': linking('https://runbooks.acme.example/shop') } },
    {
      name: 'a tag, not the branch',
      files: { 'a.rules.yaml': linking(`${own.replace('main', 'v1.2.0')}/gone.md`), ...named },
    },
    {
      name: 'an address the alert completes',
      files: { 'a.rules.yaml': linking("'https://wiki.acme.example/{{ $labels.job }}'") },
    },
    {
      name: 'an address another engine completes',
      files: { 'a.rules.yaml': linking("'[[ .Runbooks ]]#shop-is-down'") },
    },
  ],
});
