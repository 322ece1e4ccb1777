import { describe, expect, test } from '@jest/globals';
import type { Cause, OrgReport, OrgRepository } from '../../org-report.ts';
import { attribute, type Element, parsed, shownText } from '../../test-data/parsed.ts';
import { sampleReport } from '../../test-data/sample-report.ts';
import { movedInWords } from '../../words.ts';
import { renderSite, sitePages } from '../index.ts';
import { siteOf } from '../site.ts';

const report = sampleReport();
const site = renderSite(report);
const pageOf = (path: string, of = site): readonly Element[] => parsed(of.get(path) ?? '').elements;
const byId = (elements: readonly Element[], id: string): Element | undefined =>
  elements.find((element) => attribute(element, 'id') === id);
const textOf = (elements: readonly Element[], tagName: string): string[] =>
  elements.filter((element) => element.tagName === tagName).map(shownText);
const mainOf = (elements: readonly Element[]): string => textOf(elements, 'main').join('');
const overviewOf = (changed: Partial<OrgReport>): string =>
  mainOf(pageOf('index.html', new Map(firstPages({ ...report, ...changed }, 1))));

/** Not all pages of a large report, which come one after the other. */
function firstPages(one: OrgReport, count: number): (readonly [string, string])[] {
  const pages: (readonly [string, string])[] = [];
  for (const page of sitePages(one)) {
    pages.push(page);
    if (pages.length === count) break;
  }
  return pages;
}

describe('the overview', () => {
  const elements = pageOf('index.html');
  const text = mainOf(elements);

  test('says the headline with its denominator and how it moved', () => {
    const { met, applicable } = report.met;
    expect(text).toContain(`of what was asked is met: ${met} of ${applicable}.▲ up 0.9 points since 16 November 2026`);
  });

  test('is in order: what moved, what to do, stages, exceptions, trend, repositories', () => {
    expect(textOf(elements, 'h2')).toEqual([
      `Got worse ${movedInWords(report.regressions)}`,
      `Fixed ${movedInWords(report.fixed)}`,
      'What to do first',
      'Stages and teams',
      'Exemptions that run out 1 has expired, 2 end within 30 days',
      'Asking for less than the policy allows',
      'Trend',
      'Repositories',
    ]);
  });

  test('names three things to do, each with where', () => {
    const [list] = elements.filter((element) => attribute(element, 'class') === 'actions');
    const items = list === undefined ? [] : textOf(parsedInside(list), 'li');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatch(/^No secret is committed ?error \d+ findings in \d+ repositories ?acme\/.* and \d+ more$/);
  });

  test('has a row for each team after the one for all, with both numbers in every cell', () => {
    const rows = rowsOf(byId(elements, 'stages'));
    expect(rows.map(([name]) => name?.replace(/ ?\d.*/, '').trim())).toEqual([
      'All',
      'checkout',
      'mobile',
      'payments',
      'data-eng',
      'platform',
      'edge',
      'identity',
      'search',
    ]);
    for (const row of rows) for (const cell of row.slice(1)) expect(cell).toMatch(/^\d+% ?\d+ of \d+$/);
  });

  test('draws the trend, says it in words and has it as a table', () => {
    const charts = elements.filter(
      ({ tagName, attrs }) => tagName === 'svg' && attrs.some(({ name }) => name === 'role'),
    );
    expect(charts.map((chart) => attribute(chart, 'aria-label'))).toEqual([
      expect.stringMatching(
        /^Share of what was asked that is met: .*% on 10 August 2026, .*% on 23 November 2026\. 16 reports\.$/,
      ),
      expect.stringMatching(
        /^Findings that are errors: \d+ on 10 August 2026, \d+ on 23 November 2026\. 16 reports\.$/,
      ),
    ]);
    // One break: two lines in each.
    expect(elements.filter(({ tagName }) => tagName === 'polyline')).toHaveLength(4);
    expect(rowsOf(byId(elements, 'trend-table'))).toHaveLength(report.trend.length);
    expect(text).toContain('19 October 2026, shipworthy 0.1.0 brought 6 new rules');
  });

  test.each([
    ['warns below 99 percent', { audited: 989, failed: 11 }, true],
    ['does not warn at 99 percent', { audited: 990, failed: 10 }, false],
  ])('%s', (_, { audited, failed }, warns) => {
    const coverage = {
      discovered: 1005,
      audited,
      unchanged: 0,
      failed: Array.from({ length: failed }, (_, index) => ({ name: `r${index}`, why: 'no answer' })),
      excluded: { fork: 5 },
    };
    const said = overviewOf({ coverage });
    expect(said).toContain(
      `${audited} of 1,000 repositories audited (${audited / 10}%); ${failed} failed; 5 left out: 5 fork.`,
    );
    expect(said.includes('Not the whole picture')).toBe(warns);
  });

  test('says when the history was lost', () => {
    expect(overviewOf({ stateLost: true })).toContain('The history was lost.');
    expect(text).not.toContain('The history was lost.');
  });

  test('the first report compares with nothing', () => {
    const { previous: _, previousMet: __, ...first } = report;
    const said = mainOf(
      parsed(firstPages({ ...first, regressions: [], fixed: [], trend: report.trend.slice(-1) }, 1)[0]?.[1] ?? '')
        .elements,
    );
    expect(said).toContain('the first report');
    expect(said).toContain('Nothing to compare with yet.');
    expect(said).toContain('The trend begins with the second report.');
  });
});

const { repositoryPages } = siteOf(report, {});
const pathOf = (repository: OrgRepository | undefined): string => repositoryPages.get(repository?.id ?? '') ?? '';

test('side by side only the first sentence is said, on the page of the repository all of it', () => {
  const [transition] = report.regressions;
  if (transition === undefined) throw new Error('the sample has a regression');
  const said = 'See docs/a.md: it does not exist. Whoever follows it stops here.';
  const finding = { ...transition.finding, severity: 'error', message: said } as const;
  const one = { ...report, regressions: [{ ...transition, finding }] };
  const pages = new Map(firstPages(one, 2));
  const [overview, changes] = ['index.html', 'changes.html'].map((path) => mainOf(pageOf(path, pages)));
  expect(overview).toContain('See docs/a.md: it does not exist.');
  expect(overview).not.toContain('Whoever follows it');
  expect(changes).toContain(said);
});

describe('the page of a repository', () => {
  const repository = report.repositories.find(({ opened }) => opened > 0);
  const elements = pageOf(pathOf(repository));

  test('has every finding, the new ones marked', () => {
    const lists = elements.filter((element) => attribute(element, 'class') === 'list');
    const items = lists.flatMap((list) => textOf(parsedInside(list), 'li'));
    expect(items).toHaveLength((repository?.findings.length ?? 0) + (repository?.fixed ?? 0));
    expect(items.filter((item) => / new ?\S/.test(item))).toHaveLength(repository?.opened ?? 0);
  });

  test('says why it could not be audited, where it could not', () => {
    const failed = report.repositories.find(({ state }) => state === 'failed');
    const said = mainOf(pageOf(pathOf(failed)));
    expect(said).toContain('Could not be audited this time: the archive ended early after 3 tries.');
  });
});

test('the page of a rule tells why and how, with its Markdown shown and its HTML not made', () => {
  const page = () =>
    '# r\n\n## Why\n\nBecause `it` <b>is</b>.\n\n## How to fix\n\nDo [it](x.md).\n\n## Examples\n\nNo.\n';
  const elements = pageOf('rules/rollback.present.html', renderSite(report, { page }));
  expect(textOf(elements, 'h2')).toEqual(['Why', 'How to fix', 'Where it is open']);
  expect(mainOf(elements)).toContain('Because it <b>is</b>. How to fix Do [it](x.md).');
  expect(mainOf(elements)).toContain('shipworthy explain rollback/present');
});

describe('a report of very many repositories', () => {
  const many = sampleReport({ repositories: 5000 });
  const pages = firstPages(many, 7);

  test('no page is larger than a browser opens at once', () => {
    expect(pages.map(([path]) => path)).toEqual([
      'index.html',
      'changes.html',
      'teams.html',
      'unowned.html',
      'repositories.html',
      'repositories-2.html',
      'rules.html',
    ]);
    for (const [path, text] of pages)
      expect({ path, large: Buffer.byteLength(text) > 1_500_000 }).toEqual({ path, large: false });
  });

  test('the first page stays small and says where the others are', () => {
    const [, text = ''] = pages[0] ?? [];
    expect(Buffer.byteLength(text)).toBeLessThan(100_000);
    expect(mainOf(parsed(text).elements)).toMatch(/The 25 with most errors.*All 4,\d\d\d repositories$/);
  });

  test('every repository has its row on one of the pages', () => {
    const rows = pages
      .filter(([path]) => path.startsWith('repositories'))
      .flatMap(([, text]) => text.match(/<th scope="row"><a href="repositories\/[^"]+"/g) ?? []);
    expect(rows).toHaveLength(many.repositories.filter(({ state }) => state !== 'excluded').length);
    expect(new Set(rows).size).toBe(rows.length);
  });
});

test('one page stays small enough to open, however much there is to say', () => {
  const [repository] = report.repositories;
  const [finding] = repository?.findings ?? [];
  if (repository === undefined || finding === undefined) throw new Error('the sample has a finding');
  const findings = Array.from({ length: 6000 }, (_, index) => ({
    ...finding,
    message: 'What is missing here is told at some length. '.repeat(8),
    path: `${'folder/'.repeat(20)}${index}.md`,
    fingerprint: `f${index}`,
  }));
  const moved = (cause: Cause) =>
    findings.map((one, index) => ({ repository: `r${index % 900}`, cause, finding: one }));
  const teams = Array.from({ length: 4000 }, (_, index) => ({
    name: `@acme/a-team-with-a-name-${index}`,
    repositories: [],
    met: repository.met,
    stages: repository.stages,
    counts: repository.counts,
    opened: 0,
    fixed: 0,
    trend: [],
  }));
  const others = [...moved('rules'), ...moved('scope'), ...moved('time'), ...moved('exemption'), ...moved('unseen')];
  const huge: OrgReport = {
    ...report,
    regressions: moved('change'),
    fixed: moved('change'),
    others: { opened: others, gone: others },
    teams,
    repositories: [{ ...repository, findings }],
  };
  const wanted = new Set([
    'index.html',
    'changes.html',
    'teams.html',
    siteOf(huge, {}).repositoryPages.get(repository.id),
  ]);
  const sizes: [string, boolean, boolean][] = [];
  for (const [path, text] of sitePages(huge))
    if (wanted.has(path))
      sizes.push([path, Buffer.byteLength(text) > 1_500_000, / more: .*<a href="[^"]+">/.test(text)]);
  expect(sizes).toEqual([...wanted].map((path) => [path, false, true]));
});

/** Elements below one, itself left out. */
function parsedInside(element: Element): Element[] {
  return element.childNodes.flatMap((child) => ('tagName' in child ? [child, ...parsedInside(child)] : []));
}

/** Cells of the body, as text. */
function rowsOf(table: Element | undefined): string[][] {
  if (table === undefined) return [];
  const [body] = parsedInside(table).filter(({ tagName }) => tagName === 'tbody');
  if (body === undefined) return [];
  return parsedInside(body)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      parsedInside(row)
        .filter(({ tagName }) => tagName === 'th' || tagName === 'td')
        .map(shownText),
    );
}
