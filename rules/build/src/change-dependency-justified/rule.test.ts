import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const npm = (dependencies: readonly string[], development: readonly string[] = [], name = 'shop'): string => {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((one) => [one, '1.0.0']));
  return `${JSON.stringify({ name, dependencies: versions(dependencies), devDependencies: versions(development) }, null, 2)}\n`;
};
/** A manifest before and after. */
const change = (before: string, after: string, path = 'package.json') => ({
  files: { [path]: after },
  base: { [path]: before },
});
const why =
  'and nothing says why. Whoever meets it in an audit or an update will not know whether it may go. One sentence in the pull request is enough, or leave it out.';
const whyGuarded =
  'and nothing says why. Such a package stands between strangers and what they must not have: say in the pull request why this one, and who looked at it.';

testRule(import.meta.url, rule, {
  pass: [
    { name: 'its whole name', ...change(npm(['a']), npm(['a', 'date-fns'])), commits: ['Show dates with date-fns'] },
    {
      name: 'a word of its name',
      ...change(npm(['a']), npm(['a', '@aws-sdk/client-sqs'])),
      commits: ['Send invoices through SQS'],
    },
    { name: 'its name in other letters', ...change(npm(['a']), npm(['a', 'p-q'])), commits: ['Queue with pQ'] },
    {
      name: 'a decision',
      files: {
        'package.json': npm(['a', 'kafkajs']),
        'docs/adr/0001-events.md':
          '# 1. Events\n\n## Status\n\nAccepted\n\n## Context\n\nOrders must reach the warehouse.\n\n## Decision\n\nWe will publish events, because polling is late.\n\n## Consequences\n\nOne more thing to run.\n',
      },
      base: { 'package.json': npm(['a']), 'docs/adr/0001-events.md': null },
    },
  ],
  gap: [
    {
      name: 'a package',
      ...change(npm(['a']), npm(['a', 'left-pad-ng'])),
      commits: ['Show order numbers'],
      findings: [`package.json:3:3 info package.json needs left-pad-ng from now on, ${why}`],
    },
    {
      name: 'one that guards something',
      ...change(npm(['a']), npm(['a', 'jsonwebtoken-lite', 'left-pad-ng'])),
      commits: ['Update'],
      findings: [
        `package.json:3:3 warning package.json needs jsonwebtoken-lite, left-pad-ng from now on, ${whyGuarded}`,
      ],
    },
    {
      name: 'what guards is a hint where nobody says what the repository is',
      ...change(npm(['a']), npm(['a', 'jsonwebtoken-lite'])),
      commits: ['Update'],
      inferred: true,
      findings: [`package.json:3:3 info package.json needs jsonwebtoken-lite from now on, ${whyGuarded}`],
    },
    {
      name: 'a client of a vendor guards nothing, whatever it talks to',
      ...change(npm(['a']), npm(['a', '@aws-sdk/client-sso-oidc'])),
      commits: ['Update'],
      findings: [`package.json:3:3 info package.json needs @aws-sdk/client-sso-oidc from now on, ${why}`],
    },
    {
      name: 'many',
      ...change(npm(['a']), npm(['a', 'b1', 'b2', 'b3', 'b4'])),
      findings: [`package.json:3:3 info package.json needs b1, b2, b3 and 1 more from now on, ${why}`],
    },
    {
      name: 'only some are named',
      ...change(npm(['a']), npm(['a', 'date-fns', 'left-pad-ng'])),
      body: 'Dates come from date-fns.\n',
      findings: [`package.json:3:3 info package.json needs left-pad-ng from now on, ${why}`],
    },
    {
      name: 'a Go module',
      ...change(
        'module a.b/c\n\nrequire github.com/x/y v1.0.0\n',
        'module a.b/c\n\nrequire (\n\tgithub.com/x/y v1.0.0\n\tgithub.com/x/ristretto v1.0.0\n)\n',
        'go.mod',
      ),
      findings: [`go.mod:3:1 info go.mod needs github.com/x/ristretto from now on, ${why}`],
    },
  ],
  skip: [
    { name: 'another version', ...change(npm(['a']), npm(['a']).replace('1.0.0', '2.0.0')) },
    { name: 'for development', ...change(npm(['a']), npm(['a'], ['jest'])) },
    { name: 'types', ...change(npm(['a']), npm(['a', '@types/node'])) },
    { name: 'one for another', ...change(npm(['moment']), npm(['luxon'])) },
    { name: 'needed for development before', ...change(npm(['a'], ['zod']), npm(['a', 'zod'])) },
    {
      name: 'needed by another part before',
      files: { 'web/package.json': npm(['a', 'zod'], [], 'web'), 'api/package.json': npm(['zod'], [], 'api') },
      base: { 'web/package.json': npm(['a'], [], 'web') },
    },
    {
      name: 'a package of the repository',
      files: {
        'web/package.json': npm(['a', '@shop/money'], [], '@shop/web'),
        'money/package.json': npm([], [], '@shop/money'),
      },
      base: { 'web/package.json': npm(['a'], [], '@shop/web') },
    },
    { name: 'a manifest that named nothing before', ...change(npm([]), npm(['a', 'b1'])) },
    { name: 'a new manifest', files: { 'package.json': npm(['a']) }, base: { 'package.json': null } },
    { name: 'a manifest of examples', ...change(npm(['a']), npm(['a', 'b1']), 'examples/package.json') },
    {
      name: 'one that others needed before',
      ...change(
        'module a.b/c\n\nrequire (\n\tgithub.com/x/y v1.0.0\n\tgithub.com/x/z v1.0.0 // indirect\n)\n',
        'module a.b/c\n\nrequire (\n\tgithub.com/x/y v1.0.0\n\tgithub.com/x/z v1.0.0\n)\n',
        'go.mod',
      ),
    },
    {
      name: 'another major version',
      ...change(
        'module a.b/c\n\nrequire github.com/x/y v1.0.0\n',
        'module a.b/c\n\nrequire github.com/x/y/v2 v2.0.0\n',
        'go.mod',
      ),
    },
    {
      name: 'a Gemfile, whose groups are not read',
      ...change(
        "source 'https://example.org'\ngem 'rails'\n",
        "source 'https://example.org'\ngem 'rails'\ngem 'rspec'\n",
        'Gemfile',
      ),
    },
    {
      name: 'a program',
      ...change(npm(['a']), npm(['a', 'b1'])),
      commits: ['Update'],
      author: 'dependabot[bot] <bot@example.com>',
    },
  ],
  unknown: [
    { name: 'commits that cannot be seen', ...change(npm(['a']), npm(['a', 'b1'])), unseen: 'the clone is shallow' },
  ],
});
