import { describe, expect, test } from '@jest/globals';
import { visible } from '@shipworthy/reporters/visible';
import MarkdownIt from 'markdown-it';
import type { OrgReport } from '../org-report.ts';
import { hostileReport } from '../test-data/hostile-report.ts';
import { sampleReport } from '../test-data/sample-report.ts';
import { movedInWords } from '../words.ts';
import { renderReportMarkdown } from './index.ts';

const report = sampleReport();

const headings = (text: string): string[] => text.split('\n').filter((line) => /^#{2,3} /.test(line));

describe('the report as an issue', () => {
  test('says in this order: headline, coverage, worse, fixed, what to do first, teams, exceptions', () => {
    const text = renderReportMarkdown(report);
    expect(headings(text)).toEqual([
      expect.stringMatching(/^## Readiness of acme: \d+(?:\.\d)?%$/),
      `### Got worse: ${movedInWords(report.regressions)}`,
      `### Fixed: ${movedInWords(report.fixed)}`,
      '### What to do first',
      '### Teams',
      '### Exemptions that run out: 1 has expired, 2 end within 30 days',
      '### Does not count under the policy',
    ]);
    expect(text).toMatch(/^- Expired after 12 November 2026 in `acme\/\S+`: the old system .*\)$/m);
    expect(text).toMatch(/^- Its ignore does not count \(.*`acme\/\S+`\)$/m);
    expect(text).toMatch(
      /59 of 61 repositories audited \(96\.7%\), 41 of them unchanged; 2 failed; 3 left out: 3 archived\./,
    );
    expect(text).toMatch(/up 0\.9 points since 16 November 2026/);
    expect(text.match(/^- \*\*/gm)).toHaveLength(report.regressions.length + report.fixed.length);
    expect(text.match(/^\d\. \*\*/gm)).toHaveLength(3);
  });

  test('names those that could not be audited where they are too many to trust the numbers', () => {
    expect(renderReportMarkdown(report)).toMatch(
      /\*\*Not the whole picture:\*\* 2 of 61 repositories .*the archive ended early/,
    );
    const whole = { ...report, coverage: { ...report.coverage, audited: 61, failed: [] } };
    expect(renderReportMarkdown(whole)).not.toMatch(/Not the whole picture/);
  });

  test('says when the history was lost', () => {
    expect(renderReportMarkdown({ ...report, stateLost: true })).toMatch(/\*\*The history was lost:\*\*/);
  });

  test('the first report compares with nothing', () => {
    const { previous: _, previousMet: __, ...first } = report;
    expect(renderReportMarkdown({ ...first, regressions: [], fixed: [] })).not.toMatch(/since|Got worse|Fixed/);
  });

  test.each([2_000, 5_000, 10_000, 65_536])('stays below %d characters, cut at rows, and says so', (limit) => {
    const many = sampleReport({ repositories: 1500 });
    const text = renderReportMarkdown(many, limit);
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).toMatch(/\.\.\. and [\d,]+ more in the whole report\./);
    for (const line of text.split('\n').filter((one) => one.startsWith('- '))) expect(line).toMatch(/`\)$/);
    for (const line of text.split('\n').filter((one) => one.startsWith('| '))) expect(line).toMatch(/\|$/);
  });

  test('parts that have no room are named', () => {
    const many = sampleReport({ repositories: 1500 });
    const parts: readonly [RegExp, string][] = [
      [/^### Got worse/m, 'what got worse'],
      [/^### Fixed/m, 'what was fixed'],
      [/^### What to do first/m, 'what to do first'],
      [/^### Teams/m, 'the teams'],
      [/^### Exemptions that run out/m, 'the exemptions that run out'],
      [/^### Does not count/m, 'what does not count under the policy'],
    ];
    for (const limit of [1_900, 2_000, 3_000, 65_536]) {
      const text = renderReportMarkdown(many, limit);
      const [, named = ''] = /^No room here, and in the whole report alone: (.+)\.$/m.exec(text) ?? [];
      for (const [heading, name] of parts)
        expect([limit, name, named.includes(name)]).toEqual([limit, name, !heading.test(text)]);
      expect(text.length).toBeLessThanOrEqual(limit);
    }
    expect(renderReportMarkdown(many, 2_000)).toMatch(/^No room here/m);
    expect(renderReportMarkdown(many)).not.toMatch(/^No room here/m);
  });

  test('the same report gives the same text', () => {
    expect(renderReportMarkdown(structuredClone(report))).toBe(renderReportMarkdown(report));
  });
});

describe('hostile texts', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const hostile: OrgReport = hostileReport();
  const tokens = markdown
    .parse(renderReportMarkdown(hostile), {})
    .flatMap((token) => [token, ...(token.children ?? [])]);

  test('nobody is mentioned, nothing is linked and no HTML is made', () => {
    expect(tokens.filter(({ type }) => ['html_block', 'html_inline', 'link_open', 'image'].includes(type))).toEqual([]);
    const prose = tokens.filter(({ type }) => type === 'text').map(({ content }) => content);
    expect(prose.filter((text) => /@\w|#\d|:\/\/|\$/.test(text))).toEqual([]);
  });

  test('nothing that is not seen is in it', () => {
    const lines = renderReportMarkdown(hostile).split('\n');
    expect(lines.filter((line) => line !== visible(line))).toEqual([]);
  });

  test('no row of the table has more cells than there are', () => {
    const rows: number[] = [];
    for (const { type } of tokens) {
      if (type === 'tr_open') rows.push(0);
      if (type === 'td_open' || type === 'th_open') rows[rows.length - 1] = (rows.at(-1) ?? 0) + 1;
    }
    expect(new Set(rows)).toEqual(new Set([11]));
    const cells = renderReportMarkdown(hostile)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(cells.map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual(cells.map(() => 13));
  });
});
