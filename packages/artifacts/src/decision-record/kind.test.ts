import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { decisionRecordKind } from './kind.ts';

const parse = await decisionRecordKind.load();

function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  return decisionRecordKind.sniff(file) ? parse(file).artifacts[0] : undefined;
}
const factsOf = (path: string, text: string) => {
  const facts = read(path, text)?.facts;
  if (!facts) throw new Error(`${path} is no record`);
  return facts;
};

const LONG = 'Words that fill a page without telling anything that would matter here. '.repeat(12);
const ADR = '# 12. Use Redis\n\n## Status\n\nAccepted\n\n## Context\n\nIt is slow.\n\n## Decision\n\nWe will cache.\n';
const KEP =
  '# KEP\n\n## Summary\n\nx\n\n## Motivation\n\nx\n\n### Goals\n\nx\n\n## Proposal\n\nx\n\n## Alternatives\n\nx\n';

describe('what is a record', () => {
  test.each([
    ['docs/adr/0012-use-redis.md', ADR, 'record'],
    ['docs/adr/0045-standardize-test-frameworks', ADR, 'record'],
    ['packages/web/docs/adr/20200101-use-redis.md', ADR, 'record'],
    ['architecture-decision-record/0012-x.md', ADR, 'record'],
    ['docs/decision_records/api/API-002-x.md', '# API-002\n\n## Status\n\nPlaceholder\n\n## Context\n\nx\n', 'record'],
    ['docs/arch/adr-009-x.md', ADR, 'record'],
    ['notes/redis.md', ADR, 'record'],
    ['notes/rfc-0012-use-redis.md', ADR, 'record'],
    ['docs/guides/decisions/0012-x.md', ADR, 'record'],
    ['docs/adr/0016-external.md', `# RFC: adjust the workflow\n\n${LONG}`, 'record'],
    ['docs/adr/0003-x.adoc', '= 3. X\n\n== Status\n\nAccepted\n\n== Context\n\nx\n\n== Decision\n\nx\n', 'record'],
    ['keps/sig-node/1234-x/README.md', KEP, 'proposal'],
    ['docs/proposals-done/202012-x.md', `---\ntype: proposal\nstatus: done\n---\n\n${KEP}`, 'proposal'],
    ['docs/proposals/sharding.md', `# Sharding\n\n${LONG}${LONG}`, 'proposal'],
    ['design/ceph/multus.md', KEP, 'proposal'],
    ['rfcs/0001-x.md', KEP, 'proposal'],
    ['design/accepted/sharding.md', `# Sharding\n\n${LONG}${LONG}`, 'proposal'],
    ['design/open/export.md', `# Export\n\n## Motivation\n\nx\n\n## Goals\n\nx\n`, 'proposal'],
    ['docs/proposals/done/sharding.md', `# Sharding\n\n${LONG}${LONG}`, 'proposal'],
  ])('%s', (path, text, form) => {
    const found = read(path, text);
    expect(found?.facts.form).toBe(form);
    expect(found?.why.length).toBeGreaterThan(0);
  });
});

describe('what is none', () => {
  test.each([
    ['docs/adr/README.md', `# Decisions\n\n${LONG}\n- [a](0001-a.md)\n`],
    ['docs/adr/template.md', ADR],
    ['keps/NNNN-kep-template/README.md', KEP],
    ['docs/proposals/README.md', `# Proposals\n\n${LONG}`],
    ['docs/decisions/admission.md', `# Admission\n\nThe webhook decides. ${LONG}\n\n## Parameters\n\nx\n`],
    ['docs/design/colours.md', `# Colours\n\n${LONG}\n\n## Buttons\n\nBlue.\n`],
    ['design/accepted/colours.md', '# Colours\n\nBlue.\n'],
    ['design/accepted/diagrams/colours.md', `# Colours\n\n${LONG}${LONG}`],
    ['docs/open/design.md', `# Colours\n\n${LONG}${LONG}`],
    ['docs/guide.md', `# Guide\n\n## Decision tables\n\n${LONG}\n\n## Status codes\n\nx\n`],
    ['blog/2020-01-01-how-we-decide.md', ADR],
    ['docs/tutorials/adr-001-x.md', ADR],
    ['docs/guides/records.md', ADR],
    ['docs/rfc2136.md', `# RFC 2136\n\n${LONG}`],
    ['docs/rfc-2136.md', `# RFC 2136\n\n${LONG}`],
    ['docs/adr/how-we-decide.md', `# How to write a record: a guide\n\n## Status\n\nx\n\n## Decision\n\nx\n`],
    ['quadrant/x.md', `# Quadrant\n\n${LONG}`],
  ])('%s', (path, text) => {
    expect(read(path, text)).toBeUndefined();
  });

  test('a page that the configuration declares is one whatever it says', () => {
    const file = new RepositoryFile('notes/x.md', 'authored', '# X\n', ['decision-record']);
    expect(decisionRecordKind.sniff(file) && parse(file).artifacts[0]?.confidence).toBe(1);
  });
});

test.each([
  ['docs/adr/0012-x.md', { log: 'docs/adr', series: 'docs/adr', number: { key: '12', text: '0012' } }],
  ['docs/adr/ADR-007-x.md', { log: 'docs/adr', number: { key: '7', text: 'ADR-007' } }],
  ['docs/adr/API-002-x.md', { number: { key: 'api-2', text: 'API-002' } }],
  ['docs/adr/000525.md', { number: { key: '525', text: '000525' } }],
  ['docs/adr/web/0001-x.md', { log: 'docs/adr', series: 'docs/adr/web' }],
  ['docs/adr/rejected/0001-x.md', { log: 'docs/adr', series: 'docs/adr', statusFolder: 'rejected' }],
  [
    'docs/proposals-done/0001-x.md',
    { log: 'docs/proposals', series: 'docs/proposals', statusFolder: 'proposals-done' },
  ],
  ['keps/sig-a/0012-x/README.md', { log: 'keps', series: 'keps/sig-a', number: { key: '12', text: '0012' } }],
])('the place of %s', (path, place) => {
  expect(factsOf(path, ADR)).toMatchObject(place);
});

test.each(['docs/adr/20200101-x.md', 'docs/adr/2020-01-01-x.md', 'docs/adr/http2-x.md', 'docs/adr/x.md'])(
  '%s has no number',
  (path) => {
    expect(factsOf(path, ADR).number).toBeUndefined();
  },
);

test.each([
  ['# 12. Use Redis', '12'],
  ['# ADR-0012: Use Redis', 'ADR-0012'],
  ['# [ADR 12] Use Redis', undefined],
  ['# ADR 0012 — Use Redis', 'ADR 0012'],
  ['# 2 phase commit', undefined],
  ['# 3-tier architecture', undefined],
  ['# 3.11 of Python', undefined],
])('the number in %j', (heading, text) => {
  expect(factsOf('docs/adr/0012-x.md', ADR.replace('# 12. Use Redis', heading)).headingNumber?.text).toBe(text);
});

describe('a status', () => {
  const body = '\n\n## Context\n\nx\n\n## Decision\n\nx\n';
  test.each([
    [
      'a list below a heading for it',
      '# A\n\n## Metadata\n\n- **Status**: Proposed\n- **Date**: 2026-01-01',
      'Proposed',
    ],
    ['front matter', '---\nstatus: "accepted"\n---\n\n# A', 'accepted'],
    ['a heading', '# A\n\n## Status\n\n✅ Accepted', '✅ Accepted'],
    ['a heading with the value', '# A\n\n### Status: **Approved**', 'Approved'],
    ['bold text below', '# A\n\n## Status\n\n**Discussing**', 'Discussing'],
    ['a ticked box', '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted', 'Accepted'],
    ['a line', '# A\n\n* Status: accepted', 'accepted'],
    ['a bold line', '# A\n\n**Status**: accepted', 'accepted'],
    ['a table', '# A\n\n| Status | Date |\n|---|---|\n| Accepted | x |', 'Accepted'],
    ['a row', '# A\n\n| Status | Accepted |\n|---|---|\n| Date | x |', 'Accepted'],
    [
      'dated lines, of which one is the youngest',
      '# A\n\n## Status\n\n- 2025-01-02: Drafted\n- 2025-02-03: Accepted',
      'Accepted',
    ],
    [
      'dated lines, the youngest first',
      '# A\n\n## Status\n\n* [2025-02-03] - Rejected\n* [2025-01-02] - Accepted',
      'Rejected',
    ],
    [
      'dated lines, the last of which says no standing',
      '# A\n\n## Status\n\n- 2025-01-02: Accepted\n- 2025-02-03: Edited (index)',
      'Accepted',
    ],
    ['dated lines below the title', '# A\n\n2024-10-31: proposed\n2025-12-09: Accepted', 'Accepted'],
    ['dated lines below the title that say no standing', '# A\n\n2024-10-31: typo\n2025-12-09: index', undefined],
    ['a list of changes further down', '# A\n\n## Changelog\n\n- 2022-08-04: Initial Draft', undefined],
    ['Japanese', '# A\n\n## ステータス\n\n採択', '採択'],
    [
      'a line below where links lead',
      '# A\n\n## Status\n[Status]: #status\n\n* Status: Implemented\n* Ticket: x',
      'Implemented',
    ],
    ['nothing', '# A', undefined],
    ['a box nobody ticked', '# A\n\n## Status\n\n- [ ] Proposed\n- [ ] Accepted', undefined],
    ['a heading about something else', '# A\n\n## Status quo\n\nAll is slow.', undefined],
    ['a sentence', '# A\n\n## Status\n\nThe exporter already has an endpoint.', undefined],
  ])('from %s', (_name, head, text) => {
    expect(factsOf('docs/adr/0001-a.md', head + body).status?.text).toBe(text);
  });
});

describe('references', () => {
  const withStatus = (line: string) => ADR.replace('Accepted', line);
  test.each([
    ['Superseded by [13. New](0013-new.md)', ['superseded-by page 0013-new.md']],
    ['Superseded by ADR-0013 and ADR-0014', ['superseded-by number ADR-0013', 'superseded-by number ADR-0014']],
    ['Superceded by 0013', ['superseded-by number 0013']],
    ['Should be superseded by ADR-0013', []],
    ['To be superseded by [13. New](0013-new.md)', []],
    ['Accepted — supersedes ADR 3', ['supersedes number ADR 3']],
    ['Accepted\n\nPartially supersedes ADR-3', ['amends number ADR-3']],
    ['Accepted\n\nAmended by [14](0014-x.md)', ['amended-by page 0014-x.md']],
    ['Superseded by [[000956]]', ['superseded-by number 000956']],
    [
      'Accepted\n\nIt supersedes the routing decision recorded in [2](0002-a.md) (which chose X). It does not touch [3](0003-b.md).',
      ['amends page 0002-a.md'],
    ],
    ['Supersedes [2](0002-a.md). See also [3](0003-b.md).', ['supersedes page 0002-a.md']],
    ['Superseded by 20200202-b.md', ['superseded-by name 20200202-b.md']],
    ['Superseded by TBD', ['superseded-by placeholder TBD']],
    ['⌛️ Superseded [0019](0019-b.md)', ['superseded-by page 0019-b.md']],
    ['Accepted, replaces N/A', []],
    ['Accepted, replaces src/handler.go', []],
    ['Accepted, supersedes Phase 4', []],
    ['Accepted, replaces #1234', []],
    ['Accepted on 2020-01-02', []],
  ])('%j', (line, expected) => {
    const { references } = factsOf('docs/adr/0012-x.md', withStatus(line));
    expect(references.map(({ relation, form, target }) => `${relation} ${form} ${target}`)).toEqual(expected);
  });

  test('a list of front matter', () => {
    const text = `---\nsupersedes:\n  - 3\n  - "/docs/adr/0004-x.md"\nsuperseded_by:\n---\n\n${ADR}`;
    expect(factsOf('docs/adr/0012-x.md', text).references.map(({ target }) => target)).toEqual([
      '3',
      '/docs/adr/0004-x.md',
    ]);
  });

  test('a number of front matter that belongs to a word', () => {
    const text = `---\nstatus_notes: Superseded by Technical Direction 2024\nsupersedes: 3 and 4, number 5\n---\n\n${ADR}`;
    expect(factsOf('docs/adr/0012-x.md', text).references.map(({ target }) => target)).toEqual(['3', '4', '5']);
  });

  test('each stands where it is written', () => {
    const text = withStatus('Superseded by [13. New](0013-new.md) and ADR-0014');
    for (const { at, target } of factsOf('docs/adr/0012-x.md', text).references) expect(text.slice(...at)).toBe(target);
  });

  test.each([
    ['**These ranges have been superseded by [ADR 33](0033-x.md).**', ['amended-by page 0033-x.md']],
    ['The second rule is now superseded by ADR-33.', ['amended-by number ADR-33']],
    ['Old hosts have been superseded by containers, as in [33](0033-x.md).', []],
  ])('a part of it: %j', (line, expected) => {
    const { references } = factsOf('docs/adr/0012-x.md', `${ADR}\n${line}\n`);
    expect(references.map(({ relation, form, target }) => `${relation} ${form} ${target}`)).toEqual(expected);
  });

  test('a sentence of the text declares nothing', () => {
    expect(factsOf('docs/adr/0012-x.md', `${ADR}\nThe cache was replaced by ADR-99 elsewhere.\n`).references).toEqual(
      [],
    );
  });
});

test('a table of decisions says what was decided, and a lack of time what limited it', () => {
  const text =
    "# Data\n\n## Status\n\nAccepted\n\n## Context\n\nWe don't have time for two.\n\n| No. | Decision | Why |\n|---|---|---|\n| 1 | Migrate | x |\n";
  expect(factsOf('docs/adr/0012-x.md', text).says).toMatchObject({
    decision: expect.anything(),
    limits: expect.anything(),
  });
});

test.each([
  ['We do not currently have a proven way of reaching it from there.', true],
  ['A larger pool was tried, and proved temporary.', true],
  ['More servers did not solve it.', true],
  ['We have a way of reaching it, and it scales.', false],
])('what limited a choice: %s', (line, limited) => {
  const { says } = factsOf('docs/adr/0012-x.md', `${ADR}\n${line}\n`);
  expect(says.limits !== undefined).toBe(limited);
});

test('what prose says is found outside of code and comments', () => {
  const facts = factsOf('docs/adr/0012-x.md', `${ADR}\n\`\`\`sh\ngit revert\n\`\`\`\n<!-- alternatives? -->\n`);
  expect(facts.says.fallback).toBeUndefined();
  expect(facts.says.limits).toBeUndefined();
  expect(facts.says.decision).toBeDefined();
});

describe('odd ways of writing', () => {
  test('escapes of Markdown are no part of a file name', () => {
    const text = ADR.replace('Accepted', 'Superseded by [3](0003-\\[Superseded\\]use-x.md)');
    expect(factsOf('docs/adr/0012-a.md', text).references).toMatchObject([{ target: '0003-[Superseded]use-x.md' }]);
  });
  test('a status at the end, behind many headings', () => {
    const parts = Array.from({ length: 12 }, (_, index) => `## Part ${index}\n\nx\n\n`).join('');
    const text = `# 12. Use Redis\n\n## Decision\n\nWe will cache.\n\n${parts}## Status\n\nAccepted\n`;
    expect(factsOf('docs/adr/0012-a.md', text).status?.text).toBe('Accepted');
  });
  test('a date behind the word of the log is no number', () => {
    expect(factsOf('adr/ADR-2025-05-29-a.md', ADR)).not.toHaveProperty('number');
    expect(factsOf('adr/ADR-0029-a.md', ADR).number?.key).toBe('29');
  });
  test('with a title in the front matter the first heading is that of a part', () => {
    const text = `---\ntitle: Names\n---\n\n## 1. Background\n\n${ADR}`;
    expect(factsOf('docs/rfcs/0011-names.md', text)).not.toHaveProperty('headingNumber');
  });
  test.each(['The search team have decided to retire it.', 'The group has decided that it stays.'])(
    '%s',
    (sentence) => {
      expect(factsOf('docs/adr/0001-a.md', ADR.replace('We will cache.', sentence)).says.decision).toBeDefined();
    },
  );
});
