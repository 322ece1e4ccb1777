import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { OrgFinding, OrgReport } from '../org-report.ts';
import { HOSTILE, hostileReport } from '../test-data/hostile-report.ts';
import { sampleReport } from '../test-data/sample-report.ts';
import { renderCsv } from './index.ts';

const rowsOf = (report: OrgReport): Record<string, string>[] => parse(renderCsv(report), { columns: true });

test('there is a row for each finding of each repository, with what both say', () => {
  const report = sampleReport();
  const rows = rowsOf(report);
  expect(rows).toHaveLength(report.repositories.reduce((sum, { findings }) => sum + findings.length, 0));
  const [repository] = report.repositories;
  const [finding] = repository?.findings ?? [];
  expect(rows[0]).toMatchObject({
    repository: repository?.name,
    team: repository?.team,
    rule: finding?.rule,
    severity: finding?.severity,
    message: finding?.message,
    path: finding?.path,
    commit: repository?.commit,
    fingerprint: finding?.fingerprint,
  });
});

test('what came since the run before is marked', () => {
  const report = sampleReport();
  const marked = rowsOf(report).filter((row) => row.new === 'yes');
  expect(marked.map(({ fingerprint }) => fingerprint).sort()).toEqual(
    report.regressions.map(({ finding }) => finding.fingerprint).sort(),
  );
});

/** One report of one finding with this message. */
function reportOf(message: string): OrgReport {
  const report = sampleReport({ repositories: 1 });
  const finding: OrgFinding = {
    rule: 'a/b',
    severity: 'error',
    message,
    path: 'x',
    fingerprint: 'f',
    count: 1,
  };
  return { ...report, repositories: report.repositories.map((one) => ({ ...one, findings: [finding] })) };
}

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['a=1', 'a=1'],
  ['two\nlines, "quoted"', 'two\nlines, "quoted"'],
  ['a\rb', 'a\rb'],
])('the cell %j is read as %j', (message, read) => {
  expect(rowsOf(reportOf(message))[0]?.message).toBe(read);
});

test('records end as RFC 4180 has it, and every cell that would break one is quoted', () => {
  const text = renderCsv(reportOf('a\nb'));
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).toContain(',"a\nb",');
});

test('no cell of hostile text begins as a formula', () => {
  const cells = rowsOf(hostileReport()).flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => cell.startsWith("'=")).length).toBeGreaterThan(0);
  expect(HOSTILE.length).toBeGreaterThan(0);
});
