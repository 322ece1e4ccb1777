import { describe, expect, test } from '@jest/globals';
import { type Checklist, type Finding, MIN_REPORT_LIMIT } from '@shipworthy/model';
import { audit, finding, outcome } from '../test-data/sample-audit.ts';
import { CHECKLIST, failingChange } from '../test-data/sample-change.ts';
import { CHECK_RUN_SUMMARY, COMMENT, type Limit, renderComment, renderSummary, type SummaryOptions } from './index.ts';
import { FAILS } from './testing/verdicts.ts';

const many = (count: number, change: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, n) =>
    finding({
      severity: n % 3 === 0 ? 'error' : 'warning',
      fingerprint: `${n}`,
      location: { path: `docs/ü${n % 7}.md`, line: n + 1 },
      ...change,
    }),
  );

describe('a page stays below its limit, cut between rows', () => {
  const outcomes = Array.from({ length: 2000 }, (_, n) =>
    outcome({ outcome: 'unknown', why: `ü reason ${n}` }, { evidence: [{ path: 'deploy/alerts.yaml' }] }),
  );
  const checklist: Checklist = {
    ...CHECKLIST,
    migrations: Array.from({ length: 500 }, () => CHECKLIST.migrations).flat(),
    areas: Array.from({ length: 40 }, (_, n) => CHECKLIST.areas.map((area) => ({ ...area, name: `area ${n}` }))).flat(),
  };
  const notes = Array.from({ length: 60 }, (_, n) => `${n} ${'long '.repeat(300)}`);
  const standings = ['introduced', 'worsened', 'existing'] as const;
  const large = failingChange({
    findings: standings.flatMap((change) => many(1500, { change })),
    fixed: many(400),
    outcomes,
  });
  const whole = audit({ findings: many(4500), outcomes });
  const LIMITS: readonly Limit[] = [
    { size: 0, of: 'bytes' },
    { size: MIN_REPORT_LIMIT, of: 'characters' },
    { size: 5_000, of: 'bytes' },
    { size: 50_000, of: 'characters' },
    CHECK_RUN_SUMMARY,
    COMMENT,
    { size: 1_000_000, of: 'bytes' },
  ];
  test.each(LIMITS)('$size $of', (limit) => {
    const options = { ...FAILS, checklist, notes, limit };
    for (const text of [renderSummary(large, options), renderSummary(whole, options), renderComment(large, options)]) {
      const size = limit.of === 'bytes' ? Buffer.byteLength(text) : text.length;
      expect(size).toBeLessThanOrEqual(Math.max(MIN_REPORT_LIMIT, limit.size));
      expect(text.match(/<details(?: open)?>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
      expect(text).toMatch(/On your machine: `shipworthy lint[^`\n]*`\n$/);
    }
  });
  test('wherever it is cut', () => {
    const findings = standings.flatMap((change) => many(12, { change }));
    const change = failingChange({ findings, fixed: many(3), outcomes: outcomes.slice(0, 5) });
    const tree = audit({ findings: many(20), outcomes: outcomes.slice(0, 5) });
    for (let size = MIN_REPORT_LIMIT; size < 12_000; size += 23) {
      const options: SummaryOptions = {
        ...FAILS,
        checklist: CHECKLIST,
        notes: ['one', 'two'],
        limit: { size, of: 'bytes' },
      };
      const texts = [renderSummary(change, options), renderSummary(tree, options), renderComment(change, options)];
      expect({ size, over: texts.filter((text) => Buffer.byteLength(text) > size) }).toEqual({ size, over: [] });
    }
  });
  test.each([MIN_REPORT_LIMIT, 5_000, 20_000, 1_000_000])('what is left out of %s bytes is counted', (size) => {
    const text = renderSummary(large, { ...FAILS, limit: { size, of: 'bytes' } });
    const shown = text.match(/^- \[`docs\/ü\d/gm)?.length ?? 0;
    const fixed = text.split('<summary>400 fixed')[1]?.match(/^- \[`docs\/ü\d/gm)?.length ?? 0;
    const left = Number(/\*\*(\d+) further findings? left out/.exec(text)?.[1] ?? 0);
    expect(shown - fixed + left).toBe(3000);
  });
  test('errors are kept before warnings', () => {
    const text = renderSummary(large, { ...FAILS, limit: { size: 4_000, of: 'bytes' } });
    expect(text).toContain('### ❌ error: ');
    expect(text).not.toContain('### ⚠️ warning: ');
  });
  test('a page of the whole repository is never long', () => {
    const text = renderSummary(whole, { ...FAILS });
    expect(text.match(/^- `docs/gm)).toHaveLength(300);
    expect(text).toContain('**4200 further findings left out** (a page shows 300)');
  });
});
