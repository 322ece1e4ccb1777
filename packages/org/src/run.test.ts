import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SourceError } from '@shipworthy/model';
import { rules as operate } from '@shipworthy/rules-operate';
import { sourceWithBlobs } from './collect/test-data/source-with-blobs.ts';
import type { DiscoveredRepository } from './discovery/discovered.ts';
import { assembleReport } from './report/assemble.ts';
import type { OrgReport } from './report/org-report.ts';
import { type Progress, runAudits } from './run.ts';
import { openFileStore } from './store/file-store.ts';
import type { RunHeader } from './store/record.ts';
import { headerOfTest } from './store/test-data/record.ts';

const RULE = 'alert/runbook-resolves';
const rules = operate.filter(({ id }) => id === RULE);
const alertTo = (page: string): string =>
  `groups:\n  - name: api\n    rules:\n      - alert: Down\n        expr: up == 0\n        annotations:\n          runbook_url: ${page}\n`;

const GAP = { 'alerts.yaml': alertTo('docs/gone.md'), CODEOWNERS: '* @acme/a\n' };
const MET = { ...GAP, 'docs/gone.md': '# Down\n\n1. Restart it.\n' };

interface Hosted extends Pick<DiscoveredRepository, 'id' | 'name'> {
  readonly files: Readonly<Record<string, string>>;
}

let folder: string;
let opened: string[];
let states: Progress[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipworthy-run-'));
  opened = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One run and its report; a tree's id is what is in it. */
async function week(
  hosted: readonly Hosted[],
  over: Partial<RunHeader> = {},
  ask: typeof rules = rules,
): Promise<OrgReport> {
  const header = headerOfTest({
    ...over,
    rules: ask.map(({ id, title, stages: [stage], severity }) => ({ id, title, stage, severity })),
  });
  const repositories = hosted.map(
    ({ id, name, files }): DiscoveredRepository => ({
      id,
      name,
      commit: 'c'.repeat(40),
      tree: createHash('sha1').update(JSON.stringify(files)).digest('hex'),
      open: async () => {
        opened.push(name);
        return { source: sourceWithBlobs(files), close: () => {} };
      },
    }),
  );
  const store = openFileStore(folder, new Date());
  states = [];
  try {
    await runAudits({
      discovery: { title: 'acme', repositories },
      store,
      header,
      means: { rules: ask, version: header.tool.version, today: header.asOf },
      atOnce: 2,
      progress: (state) => states.push(state),
    });
    const run = store.last();
    if (!run) throw new TypeError('the run has not ended');
    return assembleReport({ run, weeks: store.weeks() });
  } finally {
    store.close();
  }
}

const a = (files: Hosted['files'], name = 'acme/a'): Hosted => ({ id: '1', name, files });

describe('two weeks', () => {
  test.each([
    ['a gap that came', MET, GAP, { came: 1, went: 0 }],
    ['a gap that went', GAP, MET, { came: 0, went: 1 }],
    ['nothing', GAP, GAP, { came: 0, went: 0 }],
  ])('%s by a change of the repository is told', async (_, before, now, { came, went }) => {
    await week([a(before)]);
    const report = await week([a(now)], { asOf: '2026-11-29' });
    expect([report.regressions.length, report.fixed.length]).toEqual([came, went]);
    expect(report.teams.map((team) => [team.opened, team.fixed])).toEqual([[came, went]]);
    expect(report.previous).toBe('2026-11-22');
  });

  test('one that was renamed keeps its history, its findings, and is not read again', async () => {
    await week([a(GAP)]);
    const report = await week([a(GAP, 'acme/renamed')], { asOf: '2026-11-29' });
    expect(opened).toEqual(['acme/a']);
    expect(report.repositories).toMatchObject([{ id: '1', name: 'acme/renamed', counts: { warning: 0, error: 1 } }]);
    expect([report.regressions, report.fixed, report.others]).toEqual([[], [], { opened: [], gone: [] }]);
    expect(report.coverage).toMatchObject({ discovered: 1, unchanged: 1 });
  });

  test('another of the same name has a history of its own', async () => {
    await week([a(MET)]);
    const report = await week([{ ...a(GAP), id: '2' }], { asOf: '2026-11-29' });
    expect(report.regressions).toEqual([]);
  });

  test('what a new version of the tool finds is told on the trend, and is not the doing of a team', async () => {
    await week([a(GAP)], {}, []);
    const upgraded = { asOf: '2026-11-29', code: 'new', tool: { name: 'shipworthy', version: '2.0.0' } };
    const report = await week([a(GAP)], upgraded);
    expect(report.regressions).toEqual([]);
    expect(report.others.opened).toMatchObject([{ cause: 'rules', finding: { rule: RULE } }]);
    expect(report.teams.map((team) => [team.opened, team.fixed])).toEqual([[0, 0]]);
    expect(report.trend.map(({ changed }) => changed)).toEqual([undefined, 'shipworthy 1.0.0 became 2.0.0']);
    expect(report.teams[0]?.trend.map(({ changed }) => changed)).toEqual(report.trend.map(({ changed }) => changed));
  });

  test('what a repository changed in the week of an upgrade is its doing all the same', async () => {
    await week([a(MET)]);
    const report = await week([a(GAP)], { asOf: '2026-11-29', code: 'new' });
    expect(report.regressions).toMatchObject([{ cause: 'change' }]);
  });
});

test('exemptions of a repository are told while they hold and when they have expired', async () => {
  const exempt = `exemptions:\n  - rule: ${RULE}\n    reason: The page is written\n    owner: '@acme/a'\n    expires: 2026-12-01\n`;
  const hosted = [a({ ...GAP, '.shipworthy.yaml': exempt })];
  const said = { repository: '1', rule: RULE, reason: 'The page is written', owner: '@acme/a', expires: '2026-12-01' };
  expect((await week(hosted, { asOf: '2026-10-01' })).exemptions).toEqual([]);
  expect((await week(hosted, { asOf: '2026-11-22' })).exemptions).toEqual([said]);
  const after = await week(hosted, { asOf: '2026-12-02' });
  expect(after.exemptions).toEqual([{ ...said, expired: true }]);
  expect(after.others.opened).toMatchObject([{ cause: 'time' }]);
});

test('of one that cannot be read any more is told what was known, from when, and no number counts it', async () => {
  const b = { id: '2', name: 'acme/b', files: MET };
  await week([a(GAP), b]);
  const lost = { ...a({ ...GAP, '.shipworthy.yaml': 'rules: { no/such: error }\n' }) };
  const report = await week([lost, b], { asOf: '2026-11-29' });
  expect(report.repositories[0]).toMatchObject({ state: 'failed', auditedOn: '2026-11-22', counts: { error: 1 } });
  expect(report.repositories[1]).toMatchObject({ state: 'audited', auditedOn: '2026-11-29' });
  expect([report.counts.error, report.met, report.fixed]).toEqual([0, { met: 1, applicable: 1 }, []]);
});

describe('a run', () => {
  test('counts along, and one that cannot be read stops nothing', async () => {
    const broken = { id: '2', name: 'acme/b', tree: 'x', open: () => Promise.reject(new Error('it is broken')) };
    const store = openFileStore(folder, new Date());
    const seen: Progress[] = [];
    const { files: _, ...good } = a(GAP);
    const header = headerOfTest();
    await runAudits({
      discovery: {
        title: 'acme',
        repositories: [
          broken,
          { ...good, tree: 'y', open: async () => ({ source: sourceWithBlobs(GAP), close() {} }) },
        ],
      },
      store,
      header,
      means: { rules, version: '1.0.0', today: header.asOf },
      atOnce: 1,
      progress: (state) => seen.push(state),
    });
    expect(seen.map(({ done, total, failed, name }) => [done, total, failed, name])).toEqual([
      [1, 2, 1, 'acme/b'],
      [2, 2, 1, 'acme/a'],
    ]);
    expect(store.last()?.records.get('2')).toMatchObject({ state: 'failed', why: 'it is broken' });
    store.close();
  });

  test.each([
    ['no repository', []],
    ['only what is left out', [{ id: '1', name: 'a', excluded: 'archived', open: () => Promise.reject() }]],
    ['only what failed', [{ id: '1', name: 'a', failed: 'it is gone', open: () => Promise.reject() }]],
  ])('of %s ends in a fault and not in a report', async (_, repositories) => {
    const store = openFileStore(folder, new Date());
    const header = headerOfTest();
    const means = { rules, version: '1.0.0', today: header.asOf };
    await expect(
      runAudits({ discovery: { title: 'acme', repositories }, store, header, means, atOnce: 1 }),
    ).rejects.toThrow(SourceError);
    expect(store.last()).toBeUndefined();
    store.close();
  });
});
