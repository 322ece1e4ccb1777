import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { defineRule, option, type PageAddress } from '@shipworthy/rule-kit';
import { rulePage } from './rule-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipworthy-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'demo'));
writeFileSync(join(folder, 'demo/holds.md'), '# ours\n');
const pages = pathToFileURL(`${folder}/`);
writeFileSync(join(folder, 'rule.md'), '## Why\n\nBecause.\n');
const rule = (page?: PageAddress, id = 'acme/demo/holds') =>
  defineRule({
    id,
    title: 'Something holds',
    stages: ['operate'],
    qualities: ['reliability'],
    severity: 'warning',
    confidence: 'high',
    preset: 'strict',
    ...(page && { page }),
    subject: 'repository',
    needs: {
      few: option({ type: 'integer', default: 3, minimum: 1, maximum: 9, describe: 'How many are few' }),
      form: option({ type: 'enum', values: ['a', 'b'], default: 'a', describe: 'Which form' }),
    },
    messages: {},
    check: (_, { skip }) => skip('no'),
  });
const facts =
  '# acme/demo/holds\n\nSomething holds.\n\nSeverity warning, preset strict, stage operate, quality reliability.\n' +
  '\n**Settings**\n\n- `few` (integer, at least 1, at most 9, default `3`): How many are few\n' +
  '- `form` (`a` or `b`, default `"a"`): Which form\n';

test.each([
  ["a page of this build's", rule(undefined, 'demo/holds'), '# ours\n'],
  [
    "a package's page stands below what the rule knows",
    rule(new URL('rule.md', pages)),
    `${facts}\n## Why\n\nBecause.\n`,
  ],
  ['a page that is not there', rule(new URL('none.md', pages)), facts],
  ['an address that is no file', rule({ href: 'https://example.org/rule.md' }), facts],
  ['an address that is none', rule({ href: 'file:' }), facts],
  ['no page', rule(), facts],
])('%s', (_name, asked, expected) => {
  expect(rulePage(asked, pages)).toBe(expected);
});
