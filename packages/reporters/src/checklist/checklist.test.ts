import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Checklist } from '@shipworthy/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderChecklistJson, renderChecklistMarkdown } from './index.ts';

const at = (path: string, line = 1) => ({ path, line, column: 1 });
const NOTHING: Checklist = {
  tool: { name: 'shipworthy', version: '0.1.0' },
  base: 'origin/main',
  since: 'a'.repeat(40),
  files: 2,
  areas: [],
  contracts: [],
  migrations: [],
  alerts: [],
  forms: [],
};
const WAY_BACK = {
  obligation: 'way-back',
  state: 'met',
  evidence: [{ in: 'commit', commit: 'b'.repeat(40), words: 'Rollback: revert it' }],
} as const;
const FULL: Checklist = {
  ...NOTHING,
  commit: 'c'.repeat(40),
  unheard: 'the clone is shallow',
  areas: [
    {
      name: 'auth',
      configured: true,
      files: [at('src/a (b).ts'), { path: 'src/gone.ts', absent: true }],
      lines: [
        WAY_BACK,
        { obligation: 'checklist', state: 'open', evidence: [] },
        { obligation: 'tests', state: 'open', evidence: [] },
        { obligation: 'review', state: 'unknown', why: 'reviews are elsewhere', evidence: [] },
        {
          obligation: 'decision',
          state: 'met',
          evidence: [
            { in: 'file', at: at('docs/adr/1.md', 3), what: 'decision-record in this change' },
            { in: 'body', line: 4, words: 'see @acme/all and <b>ADR-1</b>' },
          ],
        },
      ],
    },
    { name: 'data', configured: false, files: [at('db/1.sql')], lines: [WAY_BACK] },
  ],
  contracts: [
    { path: 'api.yaml', breaks: [{ what: 'GET /orders is gone', level: 'breaking', at: at('api.yaml', 7) }] },
    { path: 'b.proto', unknown: 'one side does not parse' },
  ],
  migrations: [
    { at: at('db/1.sql'), back: 'written', dangerous: [], unread: false },
    { at: at('db/2.sql'), back: 'absent', dangerous: [at('db/2.sql', 2)], unread: false },
  ],
  alerts: [{ name: 'QueueStuck', at: at('alerts.yaml', 5) }],
  forms: [
    { what: 'change-template', at: at('.github/pull_request_template.md', 9), heading: 'Rollback' },
    { what: 'release-checklist', at: { path: 'docs/release.md' } },
  ],
};

describe('as Markdown', () => {
  test('what is met is ticked with where it stands, what is open asks and says what answers', () => {
    expect(renderChecklistMarkdown(FULL)).toBe(`## Release checklist

2 files changed since \`aaaaaaaaa\`. Not all that was said of it can be seen: the clone is shallow. Tick what holds; answer what is open here, or in a trailer of a commit.

It belongs below “Rollback” of [\`.github/pull_request_template.md:9\`](.github/pull_request_template.md#L9). Releases as a whole: [\`docs/release.md\`](docs/release.md).

### auth: [\`src/a (b).ts\`](src/a%20%28b%29.ts#L1), \`src/gone.ts\` (gone)

- [x] A way back: “Rollback: revert it” (commit \`bbbbbbbbb\`)
- [ ] Tests of what changed: What would fail if this were wrong? (\`Tests: …\`, or a test in the change)
- [ ] The word of an owner: Which owner of this part has agreed? (not seen: reviews are elsewhere) (\`Reviewed-by: …\`)
- [x] The decision behind it: [\`docs/adr/1.md:3\`](docs/adr/1.md#L3) (decision-record in this change); “see \`@acme/all\` and &lt;b&gt;ADR-1&lt;/b&gt;” (pull request, line 4)

### data: [\`db/1.sql\`](db/1.sql#L1)

- and 1 line as above

### Contracts that break

- [ ] Those who use \`api.yaml\` know of this and can follow:
  - GET /orders is gone ([\`api.yaml:7\`](api.yaml#L7))
- [ ] \`b.proto\` could not be compared (one side does not parse): does it break those who use it?

### Migrations

- [x] [\`db/1.sql\`](db/1.sql#L1) can be taken back
- [ ] [\`db/2.sql\`](db/2.sql#L1) has no way back; it loses data, or the release before cannot work with it: [\`db/2.sql:2\`](db/2.sql#L2)

### New alerts

- [ ] Whoever is paged knows what to do: \`QueueStuck\` ([\`alerts.yaml:5\`](alerts.yaml#L5))
`);
  });

  test('nothing to ask is said in one line', () => {
    expect(renderChecklistMarkdown(NOTHING)).toBe(
      '## Release checklist\n\n2 files changed since `aaaaaaaaa`. No sensitive area is touched.\n',
    );
  });

  test('areas of which the same is asked are one group', () => {
    const lines = [WAY_BACK];
    const areas = ['auth', 'billing'].map((name) => ({ name, configured: false, files: [at(`${name}/a.ts`)], lines }));
    const text = renderChecklistMarkdown({ ...NOTHING, areas });
    expect(text.match(/A way back/g)).toHaveLength(1);
    expect(text).toContain('### auth: [`auth/a.ts`](auth/a.ts#L1)\n### billing: [`billing/a.ts`](billing/a.ts#L1)\n');
  });

  test('it stays short', () => {
    const many = Array.from({ length: 400 }, (_, index) => at(`db/${index}.sql`));
    const text = renderChecklistMarkdown({
      ...FULL,
      areas: [{ name: 'data', configured: false, files: many, lines: [WAY_BACK] }],
      migrations: many.map((place) => ({ at: place, back: 'written', dangerous: many, unread: false })),
      alerts: many.map((place, index) => ({ name: `A${index}`, at: place })),
    });
    expect(text.length).toBeLessThan(5_000);
    expect(text).toContain('and 395 more');
  });
});

describe('as JSON', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false }).compile(
    JSON.parse(readFileSync(new URL('../../schema/checklist.schema.json', import.meta.url), 'utf8')),
  );
  test.each([
    ['full', FULL],
    ['nothing', NOTHING],
  ])('%s: what is rendered is valid', (_, checklist) => {
    expect(validate(JSON.parse(renderChecklistJson(checklist))) || validate.errors).toBe(true);
  });

  test.each([
    ['another version', { schema: 2 }],
    ['a key that is not known', { more: 1 }],
    ['an area without files', { areas: [{ name: 'a', configured: true, obligations: [] }] }],
  ])('%s is refused', (_, change) => {
    expect(validate({ ...JSON.parse(renderChecklistJson(FULL)), ...change })).toBe(false);
  });
});
