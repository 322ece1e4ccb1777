import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const TEST = {
  'test/a.test.ts': "import { expect, test } from '@jest/globals';\ntest('a', () => { expect(1).toBe(1); });\n",
};
const HEAD = { 'src/auth/roles.ts': 'export const a = 2;\n', 'src/auth/login.ts': 'export const b = 1;\n', ...TEST };
const BASE = { 'src/auth/roles.ts': 'export const a = 1;\n' };
const message = (what: string) =>
  `${what} changed, and no test did. If it behaves otherwise now, nothing would notice it breaking again: add the case that this change is about, or say why none is needed (\`Tests: …\`).`;

testRule(import.meta.url, rule, {
  pass: [
    {
      name: 'a new test',
      files: { ...HEAD, 'src/auth/roles.spec.ts': 'it("a", () => {});\n' },
      base: { ...BASE, 'src/auth/roles.spec.ts': null },
    },
    { name: 'a trailer', files: HEAD, base: BASE, commits: ['Roles\n\nTests: none, only a rename'] },
    {
      name: 'a section',
      files: HEAD,
      base: BASE,
      body: '## How has this been tested?\n\nOn staging, with two accounts.\n',
    },
  ],
  gap: [
    {
      name: 'an area that the configuration names is a warning',
      files: {
        'src/ledger/book.py': 'a = 2\n',
        'src/ledger/page.py': 'b = 2\n',
        '.shipworthy.yaml': 'areas: {ledger: src/ledger/**}\n',
        ...TEST,
      },
      base: { 'src/ledger/book.py': 'a = 1\n', 'src/ledger/page.py': 'b = 1\n' },
      findings: [`src/ledger/book.py:1:1 warning ${message('src/ledger/book.py and 1 more in ledger')}`],
    },
    {
      name: 'a contract together with code',
      files: {
        'api/openapi.yaml':
          'openapi: 3.0.3\ninfo: { title: A, version: 1.1.0 }\npaths:\n  /a: { get: { responses: { "200": { description: ok } } } }\n',
        'src/orders.ts': 'export const a = 2;\n',
        ...TEST,
      },
      base: {
        'api/openapi.yaml':
          'openapi: 3.0.3\ninfo: { title: A, version: 1.0.0 }\npaths:\n  /a: { get: { responses: { "200": { description: ok } } } }\n',
        'src/orders.ts': 'export const a = 1;\n',
      },
      findings: [
        'api/openapi.yaml:1:1 info src/orders.ts changed together with api/openapi.yaml, and no test did. If what callers were promised is kept otherwise now, nothing would notice it breaking again: add the case that this change is about, or say why none is needed (`Tests: …`).',
      ],
    },
    {
      name: 'words that only name tests',
      files: HEAD,
      base: BASE,
      body: '- [ ] I added tests\n',
      findings: [`src/auth/roles.ts:1:1 info ${message('src/auth/roles.ts in auth')}`],
    },
  ],
  skip: [
    { name: 'no test could follow', files: { 'src/auth/roles.ts': 'a\n', 'src/auth/login.ts': 'b\n' }, base: BASE },
    { name: 'a bot', files: HEAD, base: BASE, commits: ['Bump'], author: 'dependabot[bot] <a@b>' },
    { name: 'a comment', files: { ...HEAD, 'src/auth/roles.ts': '// Why.\nexport const a = 1;\n' }, base: BASE },
    {
      name: 'Rust, whose tests stand in the source',
      files: { 'src/auth/roles.rs': 'fn a() {}\n', 'src/auth/login.rs': 'fn b() {}\n', ...TEST },
      base: { 'src/auth/roles.rs': 'fn c() {}\n' },
    },
    {
      name: 'removals',
      files: { 'src/auth/login.ts': 'export const b = 1;\n', 'src/auth/a.ts': '', ...TEST },
      base: BASE,
    },
    {
      name: 'a contract alone',
      files: { 'api/openapi.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: 1.1.0 }\npaths: {}\n', ...TEST },
      base: { 'api/openapi.yaml': 'openapi: 3.0.3\ninfo: { title: A, version: 1.0.0 }\npaths: {}\n' },
    },
    {
      name: 'code elsewhere',
      files: { 'src/shelf.ts': 'export const a = 2;\n', ...TEST },
      base: { 'src/shelf.ts': 'export const a = 1;\n' },
    },
  ],
  unknown: [{ name: 'commits that cannot be seen', files: HEAD, base: BASE, unseen: 'the clone is shallow' }],
});
