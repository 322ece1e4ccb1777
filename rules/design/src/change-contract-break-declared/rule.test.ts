import { testRule } from '@shipworthy/rule-tester';
import rule from './rule.ts';

const openapi = (version: string, path = '/orders', more = '') => `
  openapi: 3.0.3
  info: { title: Orders, version: ${version} }
  ${more === '' ? 'x-a: b' : more}
  paths:
    ${path}: { get: { responses: { '200': { description: All } } } }
`;
const schema = (fields: string) => `
  type Query { order: Order }
  type Order { ${fields} }
`;
const PUBLIC = 'servers: [{ url: https://api.acme.org/v1 }]';
const PATHS = { '/orders': { get: { responses: { 200: { description: 'All' } } } } };
const before = { 'openapi.yaml': openapi('2.3.0', '/old') };
const SHIPPED = { '.shipworthy.yaml': 'archetype: shipped-component\n' };
const OLD_IS_GONE =
  'openapi.yaml:4:1 error openapi.yaml breaks its callers: GET /old is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.';
const CHANGELOG = '# Changelog\n\n## 2.3.0\n\n- Faster\n';
const told = `${CHANGELOG.replace('2.3.0', '3.0.0\n\n- Orders lie elsewhere\n\n## 2.3.0')}`;

testRule(import.meta.url, rule, {
  pass: [
    { name: 'nothing breaks', files: { 'openapi.yaml': openapi('2.3.0') }, base: { 'openapi.yaml': openapi('2.2.0') } },
    {
      name: 'a conventional commit with a mark',
      files: { 'openapi.yaml': openapi('2.3.0') },
      base: before,
      commits: ['feat(api)!: move it'],
    },
    {
      name: 'a sentence of the pull request',
      files: { 'openapi.yaml': openapi('2.3.1') },
      base: before,
      body: 'This is a breaking change for the shop.',
    },
    {
      name: 'a ticked choice of the template',
      files: { 'openapi.yaml': openapi('2.3.2') },
      base: before,
      body: '- [ ] Bug fix\n- [x] Breaking change',
    },
    {
      name: 'a new major version and a note',
      files: { 'openapi.yaml': openapi('3.0.0'), 'CHANGELOG.md': told },
      base: { ...before, 'CHANGELOG.md': CHANGELOG },
    },
    {
      name: 'a new major version where no changelog is kept',
      files: { 'openapi.yaml': openapi('v3') },
      base: before,
    },
    {
      name: 'another day as version',
      files: { 'openapi.yaml': openapi('2026-06-01') },
      base: { 'openapi.yaml': openapi('2026-05-01', '/old') },
    },
    {
      name: 'the package takes a new major version',
      files: { 'openapi.yaml': openapi('1.0.0'), 'package.json': '{ "name": "a", "version": "2.0.0" }' },
      base: { 'openapi.yaml': openapi('1.0.0', '/old'), 'package.json': '{ "name": "a", "version": "1.4.0" }' },
    },
    {
      name: 'a further version beside it',
      files: { 'api/v1/openapi.yaml': openapi('1.0.0'), 'api/v2/openapi.yaml': openapi('2.0.0', '/old') },
      base: { 'api/v1/openapi.yaml': openapi('1.0.0', '/old'), 'api/v2/openapi.yaml': null },
    },
    {
      name: 'a schema without a version, with a change file',
      files: { 'schema.graphql': schema('id: ID'), '.changeset/red-fox.md': '---\n"a": major\n---\nNo total' },
      base: { 'schema.graphql': schema('id: ID total: Int'), '.changeset/red-fox.md': null },
    },
    {
      name: 'growth that only a rare client stumbles over',
      files: { 'schema.graphql': 'type Query { a: A }\nenum A { B C }' },
      base: { 'schema.graphql': 'type Query { a: A }\nenum A { B }' },
    },
    {
      name: 'a further alternative of an answer',
      files: {
        'openapi.yaml': answer(
          '[{ type: object, title: A, required: [a] }, { type: object, title: B, required: [b] }]',
        ),
      },
      base: { 'openapi.yaml': answer('[{ type: object, title: A, required: [a] }]') },
    },
    {
      name: 'a contract that is written anew in another file',
      files: {
        'api/orders.json': JSON.stringify({ swagger: '2.0', info: { title: 'O', version: '1' }, paths: PATHS }),
      },
      base: { 'openapi.yaml': openapi('1.0.0', '/v2/orders'), 'api/orders.json': null },
    },
    {
      name: 'a message that stands in another file of the package',
      files: { 'a.proto': proto(''), 'b.proto': 'syntax = "proto3";\npackage orders;\nmessage Order {}\n' },
      base: { 'a.proto': `${proto('')}message Order {}\n`, 'b.proto': null },
    },
    {
      name: 'a part that nobody can depend on yet, as the commit says',
      files: { 'openapi.yaml': openapi('2.3.5') },
      base: before,
      commits: ['Mend it\n\nNot a breaking change, it has not been released yet'],
    },
    {
      name: 'what came after the newest release of a component that others run',
      files: { ...SHIPPED, 'openapi.yaml': openapi('2.3.0') },
      base: before,
      release: { ...SHIPPED, 'openapi.yaml': openapi('2.3.0') },
    },
    {
      name: 'a contract that is in no release yet',
      files: { ...SHIPPED, 'openapi.yaml': openapi('2.3.0') },
      base: before,
      release: SHIPPED,
    },
    {
      name: 'a contract that is gone, as the commit says',
      files: { 'README.md': '# Orders' },
      base: { 'openapi.yaml': openapi('1.0.0') },
      commits: ['Drop the REST API'],
    },
  ],
  gap: [
    {
      name: 'contracts that are gone without a word',
      files: { 'README.md': '# Orders' },
      base: { 'a/openapi.yaml': openapi('1.0.0'), 'b/schema.graphql': schema('id: ID') },
      findings: [
        'a/openapi.yaml (absent) warning 2 contracts are deleted, a/openapi.yaml first, and nobody says what became of the calls that they promised: callers do not know whether they are gone or no longer described. Say it in the changelog or in the commit. ×2',
      ],
    },
    {
      name: 'a contract that is gone without a word',
      files: { 'README.md': '# Orders' },
      base: { 'openapi.yaml': openapi('1.0.0') },
      findings: [
        'openapi.yaml (absent) warning openapi.yaml is deleted with 1 call that it promised, and nobody says what became of that: callers do not know whether it is gone or no longer described. Say it in the changelog or in the commit.',
      ],
    },
    {
      name: 'a contract that is gone, of a repository of which nobody says what it is',
      inferred: true,
      files: { 'README.md': '# Orders' },
      base: { 'openapi.yaml': openapi('1.0.0') },
      findings: [
        'openapi.yaml (absent) info openapi.yaml is deleted with 1 call that it promised, and nobody says what became of that: callers do not know whether it is gone or no longer described. Say it in the changelog or in the commit.',
      ],
    },
    {
      name: 'what was released',
      files: { ...SHIPPED, 'openapi.yaml': openapi('2.3.0') },
      base: before,
      release: { ...SHIPPED, ...before },
      findings: [OLD_IS_GONE],
    },
    {
      name: 'what may have been released in another place',
      files: { ...SHIPPED, 'openapi.yaml': openapi('2.3.0') },
      base: before,
      release: { ...SHIPPED, 'api/openapi.yaml': openapi('2.3.0', '/old') },
      findings: [OLD_IS_GONE],
    },
    {
      name: 'what came after the newest release, where the makers run it themselves',
      files: { ...SHIPPED, '.shipworthy.yaml': 'archetype: service\n', 'openapi.yaml': openapi('2.3.0') },
      base: before,
      release: { 'openapi.yaml': openapi('2.3.0') },
      findings: [OLD_IS_GONE],
    },
    {
      name: 'a break in a repository of which nobody says what it is, nor that others call it',
      inferred: true,
      files: { 'openapi.yaml': openapi('2.3.0') },
      base: { 'openapi.yaml': openapi('2.3.0', '/old') },
      findings: [
        'openapi.yaml:4:1 info openapi.yaml breaks its callers: GET /old is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'a break at a public address, of a repository of which nobody says what it is',
      inferred: true,
      files: { 'openapi.yaml': openapi('2.3.0', '/orders', PUBLIC) },
      base: { 'openapi.yaml': openapi('2.3.0', '/old', PUBLIC) },
      findings: [
        'openapi.yaml:4:1 warning openapi.yaml breaks its callers: GET /old is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'an answer that may be null now, of a repository of which nobody says what it is',
      inferred: true,
      files: { 'openapi.yaml': total(true) },
      base: { 'openapi.yaml': total(false) },
      findings: [
        'openapi.yaml:5:117 info openapi.yaml may break callers, depending on how they were written: the response of GET /orders (200) may be null now. Where others call it, say so in the changelog, or with a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'an answer that may be null now',
      files: { 'openapi.yaml': total(true) },
      base: { 'openapi.yaml': total(false) },
      findings: [
        'openapi.yaml:5:117 error openapi.yaml breaks its callers: the response of GET /orders (200) may be null now. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'another name for a field, of a repository of which nobody says what it is',
      inferred: true,
      files: { 'api/v1/orders.proto': field('total') },
      base: { 'api/v1/orders.proto': field('sum') },
      findings: [
        'api/v1/orders.proto:3:23 info api/v1/orders.proto may break callers, depending on how they were written: the field sum (1) of message Order is called total now. Where others call it, say so in the changelog, or with a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'a program wrote it down',
      inferred: true,
      files: { 'openapi.yaml': openapi('2.3.0', '/orders', PUBLIC) },
      commits: ['Update'],
      author: 'github-actions[bot] <a@b>',
      base: { 'openapi.yaml': openapi('2.3.0', '/old', PUBLIC) },
      findings: [
        'openapi.yaml:4:1 info openapi.yaml breaks its callers: GET /old is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'a description and what is made of it',
      files: { 'api/openapi.yaml': openapi('2.3.0'), 'api/gen/openapi.yaml': openapi('2.3.0', '/orders', 'x-b: c') },
      base: {
        'api/openapi.yaml': openapi('2.3.0', '/old'),
        'api/gen/openapi.yaml': openapi('2.3.0', '/old', 'x-b: c'),
      },
      findings: [
        'api/gen/openapi.yaml:4:1 error 2 contracts break their callers in the same way, api/gen/openapi.yaml first: GET /old is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit. ×2',
      ],
    },
    {
      name: 'a call that is named as a trial',
      files: { 'v1.proto': proto('').replace('package orders', 'package orders.v1') },
      base: { 'v1.proto': proto('rpc BulkAlpha1(R) returns (R);').replace('package orders', 'package orders.v1') },
      findings: [
        'v1.proto:3:9 info v1.proto breaks its callers: the rpc S.BulkAlpha1 is gone. Nobody is promised that it stays (BulkAlpha1 is named as a trial), but whoever calls it wants to know: a line in the changelog will do.',
      ],
    },
    {
      name: 'a package without a version promises nothing',
      files: { 'orders.proto': proto('') },
      base: { 'orders.proto': proto('rpc B(R) returns (R);') },
      findings: [
        'orders.proto:3:9 info orders.proto breaks its callers: the rpc S.B is gone. Nobody is promised that it stays (its package names no version), but whoever calls it wants to know: a line in the changelog will do.',
      ],
    },
    {
      name: 'a denial is no declaration, nor a choice that nobody took',
      files: { 'openapi.yaml': openapi('2.3.3') },
      base: before,
      body: 'No breaking changes.\n\n## Breaking changes\n\n- [ ] Breaking change\n<!-- Breaking: say what -->',
      findings: [
        'openapi.yaml:4:1 error openapi.yaml breaks its callers: GET /old is gone. The version is still 2.3.3 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'half of it: the version alone',
      files: { 'openapi.yaml': openapi('3.0.0'), 'CHANGELOG.md': CHANGELOG },
      base: before,
      findings: [
        'openapi.yaml:4:1 warning openapi.yaml breaks its callers: GET /old is gone. The version goes from 2.3.0 to 3.0.0, but CHANGELOG.md is silent, so only some of them hear of it in time. Add what is missing, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'half of it: the note alone',
      files: { 'openapi.yaml': openapi('2.4.0'), 'CHANGELOG.md': told },
      base: { ...before, 'CHANGELOG.md': CHANGELOG },
      findings: [
        'openapi.yaml:4:1 warning openapi.yaml breaks its callers: GET /old is gone. CHANGELOG.md is changed, but the version is still 2.4.0, so only some of them hear of it in time. Add what is missing, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'a commit names what it takes away, in any language',
      files: { 'openapi.yaml': openapi('2.3.0') },
      base: { 'openapi.yaml': openapi('2.3.0', '/ordreuttrekk') },
      commits: ['Slettet ubrukt ordreuttrekk'],
      findings: [
        'openapi.yaml:4:1 info openapi.yaml breaks its callers: GET /ordreuttrekk is gone. Commit 0000000 says that it is meant, but tells nobody that it breaks. Where others call it, add a note to the changelog, or a line `Breaking: …` to the commit.',
      ],
    },
    {
      name: 'a commit that only tells what is new knows nothing of it',
      files: { 'openapi.yaml': openapi('2.3.0', '/invoices/new') },
      base: { 'openapi.yaml': openapi('2.3.0', '/invoices/all') },
      commits: ['feat(invoices): make new ones'],
      findings: [
        'openapi.yaml:4:1 error openapi.yaml breaks its callers: GET /invoices/all is gone. The version is still 2.3.0 and nobody says so, so they find out when they fail. Bring it back and mark it as deprecated, or say it: a new major version with a note in the changelog, or a line `Breaking: …` in the commit.',
      ],
    },
    {
      name: 'a commit names a part of it, and the deed',
      files: { 'schema.graphql': schema('id: ID') },
      base: { 'schema.graphql': schema('id: ID partnerShowId: ID') },
      commits: ['feat: use collections instead of the partner show'],
      findings: [
        'schema.graphql:2:6 info schema.graphql breaks its callers: Order.partnerShowId was removed. Commit 0000000 says that it is meant, but tells nobody that it breaks. Where others call it, add a note to the changelog, or a line `Breaking: …` to the commit.',
      ],
    },
    {
      name: 'a commit names the path that answers otherwise',
      files: { 'openapi.yaml': openapi('2.3.0', '/api/v1/new') },
      base: { 'openapi.yaml': openapi('2.3.0', '/api/v1/all') },
      commits: ['Page /api/v1/all'],
      findings: [
        'openapi.yaml:4:1 info openapi.yaml breaks its callers: GET /api/v1/all is gone. Commit 0000000 says that it is meant, but tells nobody that it breaks. Where others call it, add a note to the changelog, or a line `Breaking: …` to the commit.',
      ],
    },
    {
      name: 'the same of two contracts is one finding',
      files: { 'a/openapi.yaml': openapi('2.3.0'), 'b/openapi.yaml': openapi('2.3.0') },
      base: {
        'a/openapi.yaml': openapi('2.3.0', '/invoices'),
        'b/openapi.yaml': openapi('2.3.0', '/invoices'),
      },
      commits: ['Remove invoices'],
      findings: [
        'a/openapi.yaml:4:1 info 2 contracts break their callers, a/openapi.yaml first: GET /invoices is gone. Commit 0000000 says that it is meant, but tells nobody that it breaks. Where others call them, add a note to the changelog, or a line `Breaking: …` to the commit. ×2',
      ],
    },
    {
      name: 'nobody is promised a version 0',
      files: { 'openapi.yaml': openapi('0.3.0') },
      base: { 'openapi.yaml': openapi('0.2.0', '/old') },
      findings: [
        'openapi.yaml:4:1 info openapi.yaml breaks its callers: GET /old is gone. Nobody is promised that it stays (its version is 0.3.0), but whoever calls it wants to know: a line in the changelog will do.',
      ],
    },
    {
      name: 'what says that it is a draft, and what lies among what is internal',
      files: {
        'openapi.yaml': openapi('2.3.0', '/orders', 'x-stability-level: draft'),
        'internal/openapi.yaml': openapi('2.3.0'),
      },
      base: {
        'openapi.yaml': openapi('2.3.0', '/old', 'x-stability-level: draft'),
        'internal/openapi.yaml': openapi('2.3.0', '/old'),
      },
      findings: [
        'internal/openapi.yaml:4:1 info 2 contracts break their callers, internal/openapi.yaml first: GET /old is gone. Nobody is promised that they stay (its place says internal), but whoever calls them wants to know: a line in the changelog will do. ×2',
      ],
    },
    {
      name: 'bounds that are written down now',
      files: { 'a.schema.json': bounded(2), 'b.schema.json': bounded(3) },
      base: { 'a.schema.json': bounded(0), 'b.schema.json': bounded(0) },
      findings: [
        'a.schema.json:1:113 info 2 contracts may break callers, depending on how they were written, a.schema.json first: name must have at least 2 letters now. Where others call them, say so in the changelog, or with a line `Breaking: …` in the commit. ×2',
      ],
    },
    {
      name: 'a bound that is written down now',
      files: { 'a.schema.json': bounded(2) },
      base: { 'a.schema.json': bounded(0) },
      findings: [
        'a.schema.json:1:113 info a.schema.json may break callers, depending on how they were written: name must have at least 2 letters now. Where others call it, say so in the changelog, or with a line `Breaking: …` in the commit.',
      ],
    },
  ],
  skip: [
    {
      name: 'a schema that only describes data is gone',
      files: { 'README.md': '# Orders' },
      base: { 'a.schema.json': bounded(0) },
    },
    {
      name: 'a draft is gone',
      files: { 'README.md': '# Orders' },
      base: { 'openapi.yaml': openapi('0.1.0') },
    },
    {
      name: 'the description of what a client calls',
      files: { 'api-client/openapi.yaml': openapi('2.3.0') },
      base: { 'api-client/openapi.yaml': openapi('2.3.0', '/old') },
    },
    { name: 'there is no base', files: { 'openapi.yaml': openapi('2.3.4') } },
  ],
  unknown: [
    {
      name: 'a shallow clone',
      files: { 'openapi.yaml': openapi('2.3.6') },
      base: before,
      unseen: 'the clone is shallow',
    },
    {
      name: 'a contract that is gone, in a shallow clone',
      files: { 'README.md': '# A' },
      base: before,
      unseen: 'the clone is shallow',
    },
    {
      name: 'a format that is not compared',
      files: { 'order.avsc': avro('total') },
      base: { 'order.avsc': avro('sum') },
    },
  ],
});

function proto(rpc: string): string {
  return `syntax = "proto3";\npackage orders;\nservice S { rpc A(R) returns (R); ${rpc} }\nmessage R {}\n`;
}

function answer(alternatives: string): string {
  return openapi('2.3.0').replace(
    'description: All',
    `description: All, content: { application/json: { schema: { oneOf: ${alternatives} } } }`,
  );
}

function field(name: string): string {
  return `syntax = "proto3";\npackage orders.v1;\nmessage Order { int64 ${name} = 1; }\n`;
}

function total(nullable: boolean): string {
  return openapi('2.3.0', '/orders', PUBLIC).replace(
    'description: All',
    `description: All, content: { application/json: { schema: { type: integer, nullable: ${nullable} } } }`,
  );
}

function bounded(length: number): string {
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { name: { type: 'string', minLength: length } },
  });
}

function avro(field: string): string {
  return JSON.stringify({ type: 'record', name: 'Order', fields: [{ name: field, type: 'int' }] });
}
