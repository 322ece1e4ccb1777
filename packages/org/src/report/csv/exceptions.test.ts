import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { HOSTILE, hostileReport } from '../test-data/hostile-report.ts';
import { sampleReport } from '../test-data/sample-report.ts';
import { renderExceptionsCsv } from './exceptions.ts';

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('exceptions.csv', () => {
  const report = sampleReport();
  const rows = rowsOf(renderExceptionsCsv(report));

  test('has a row for each exemption that runs out and each setting that does not count', () => {
    const refused = report.repositories.flatMap((one) => one.refused ?? []);
    expect(rows.map(({ what }) => what)).toEqual([
      'expired',
      'ends soon',
      'ends soon',
      ...refused.map(() => 'refused'),
    ]);
    expect(refused.length).toBeGreaterThan(0);
  });

  test('says of an exemption which rule, where, why, until when and whose it is', () => {
    const [, due] = report.exemptions;
    const repository = report.repositories.find(({ id }) => id === due?.repository);
    expect(rows[1]).toEqual({
      repository: repository?.name,
      team: repository?.team ?? '',
      what: 'ends soon',
      rule: due?.rule,
      paths: 'legacy/**',
      until: '2026-11-30',
      owner: "'@acme/platform",
      text: 'the old system is switched off this winter',
    });
  });

  test('no cell of hostile texts is a formula', () => {
    const cells = rowsOf(renderExceptionsCsv(hostileReport())).flatMap((row) => Object.values(row));
    expect(cells.some((cell) => HOSTILE.some((text) => text !== '' && cell.includes(text)))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
