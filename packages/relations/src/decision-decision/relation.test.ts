import { expect, test } from '@jest/globals';
import type { DecisionRecordFacts, RecordReference } from '@shipworthy/model';
import { artifact, contextOf, page } from '../testing/facts.ts';
import { decisionDecision } from './relation.ts';

const record = (path: string, references: readonly RecordReference[] = [], more: Partial<DecisionRecordFacts> = {}) => {
  const [, key] = /\/0*(\d+)-/.exec(path) ?? [];
  return artifact('decision-record', path, {
    form: 'record',
    log: 'docs/adr',
    series: 'docs/adr',
    ...(key === undefined ? {} : { number: { key, text: key } }),
    references,
    named: [],
    says: {},
    ...more,
  });
};
const by = (form: RecordReference['form'], target: string, key?: string): RecordReference => ({
  relation: 'superseded-by',
  form,
  target,
  at: [5, 9],
  ...(key === undefined ? {} : { key }),
});
const subjectOf = (one: ReturnType<typeof record>) => ({
  path: one.path,
  pathClass: one.pathClass,
  level: one.level,
  subjectId: one.id,
  at: () => ({ path: one.path }),
  artifact: one,
  facts: one.facts,
  roles: [],
});
const ask = (records: readonly ReturnType<typeof record>[], others: readonly string[] = []) => {
  const [first] = records;
  if (!first) throw new Error('no record');
  return decisionDecision.build(contextOf(records, others))(subjectOf(first));
};

test.each([
  ['a number', by('number', 'ADR-2', '2'), 'resolved'],
  ['a number nobody has', by('number', 'ADR-9', '9'), 'dangling'],
  ['a link from the page', by('page', '0002-b.md'), 'resolved'],
  ['a link to nothing', by('page', '0009-b.md'), 'dangling'],
  ['a path from the root', by('page', '/docs/adr/0002-b.md'), 'resolved'],
  ['a file name', by('name', '0002-b'), 'resolved'],
  ['a file name with its extension', by('name', '0002-B.md'), 'resolved'],
  ['a blank', by('placeholder', 'XXXX'), 'dangling'],
  ['another host', by('page', 'https://example.org/adr/2'), 'unknown'],
])('%s', (_name, reference, state) => {
  const found = ask([record('docs/adr/0001-a.md', [reference]), record('docs/adr/0002-b.md')]);
  expect(found.references.map(({ link }) => link.state)).toEqual([state]);
});

test('a page that is not read as a record is there all the same', () => {
  const found = ask([record('docs/adr/0001-a.md', [by('name', '0002-b.md')])], ['docs/older/0002-b.md']);
  expect(found.references.map(({ link }) => link)).toEqual([
    { state: 'resolved', to: { path: 'docs/older/0002-b.md' }, how: 'file name' },
  ]);
});

test('in a log without numbers a number leads to another place', () => {
  const { number: _, ...facts } = record('docs/adr/a.md', [by('number', 'ADR-9', '9')]).facts;
  expect(ask([artifact('decision-record', 'docs/adr/a.md', facts)]).references[0]?.link.state).toBe('unknown');
});

test('a number is looked up in the own series first', () => {
  const found = ask([
    record('docs/adr/web/0001-a.md', [by('number', '2', '2')], { series: 'docs/adr/web' }),
    record('docs/adr/api/0002-b.md', [], { series: 'docs/adr/api' }),
    record('docs/adr/web/0002-c.md', [], { series: 'docs/adr/web' }),
  ]);
  expect(found.references[0]?.link).toMatchObject({ state: 'resolved', to: { path: 'docs/adr/web/0002-c.md' } });
});

test('who claims to supersede a record, and whether it knows', () => {
  const claim: RecordReference = { relation: 'supersedes', form: 'number', target: 'ADR-1', key: '1', at: [3, 8] };
  const other = record('docs/adr/0002-b.md', [claim], { status: { text: 'Accepted', at: [0, 1] } });
  expect(ask([record('docs/adr/0001-a.md'), other]).supersededBy).toEqual([
    {
      path: 'docs/adr/0002-b.md',
      at: { path: 'docs/adr/0002-b.md', span: [3, 8] },
      status: 'Accepted',
      mentioned: false,
    },
  ]);
  expect(ask([record('docs/adr/0001-a.md', [], { named: ['2'] }), other]).supersededBy[0]?.mentioned).toBe(true);
});

test('a link in prose is a mention too', () => {
  const claim: RecordReference = { relation: 'supersedes', form: 'number', target: 'ADR-1', key: '1', at: [3, 8] };
  const first = record('docs/adr/0001-a.md');
  const context = contextOf([
    first,
    artifact('document', 'docs/adr/0001-a.md', page(['# A'], ['0002-b.md'])),
    record('docs/adr/0002-b.md', [claim]),
  ]);
  expect(decisionDecision.build(context)(subjectOf(first)).supersededBy[0]?.mentioned).toBe(true);
});

test('a circle', () => {
  const found = ask([
    record('docs/adr/0001-a.md', [by('number', '2', '2')]),
    record('docs/adr/0002-b.md', [by('number', '1', '1')]),
  ]);
  expect(found.cycle.map(({ path }) => path)).toEqual(['docs/adr/0001-a.md', 'docs/adr/0002-b.md']);
});
