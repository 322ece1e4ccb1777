import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Audit, type Checklist, type Finding, MIN_REPORT_LIMIT } from '@shipworthy/model';
import { HOSTILE, shownOf } from '../test-data/hostile-markdown.ts';
import { audit, finding, fullAudit, outcome } from '../test-data/sample-audit.ts';
import { ANSWERED, CHECKLIST, failingChange, mendingChange } from '../test-data/sample-change.ts';
import { CHECK_RUN_SUMMARY, COMMENT, type Limit, renderComment, renderSummary, type SummaryOptions } from './index.ts';

/** `UPDATE_EXPECTED=1` writes what is rendered now; read the difference before you commit it. */
const UPDATE = process.env.UPDATE_EXPECTED === '1' && process.env.CI === undefined;

const page = () =>
  '# a/b\n\nTitle.\n\n## Why\n\nAt night **nobody** knows.\n\n## What counts\n\nx\n\n## How to fix\n\nWrite it.\n';
const FAILS: SummaryOptions = {
  verdict: { code: 1, failOn: 'error' },
  page,
  repository: 'https://github.com/acme/shop',
};
const PASSES: SummaryOptions = { ...FAILS, verdict: { code: 0, failOn: 'error' } };

describe('what is rendered', () => {
  test.each<[string, () => string]>([
    [
      'summary-of-change',
      () =>
        renderSummary(failingChange(), {
          ...FAILS,
          checklist: CHECKLIST,
          notes: [
            'The base was fetched over the API: what commits say is not known.',
            'The comment was refused (403).',
          ],
        }),
    ],
    ['summary-of-mending', () => renderSummary(mendingChange(), { ...PASSES, checklist: ANSWERED })],
    ['summary-of-whole', () => renderSummary(fullAudit(), FAILS)],
    [
      'comment',
      () =>
        renderComment(failingChange(), {
          ...FAILS,
          checklist: CHECKLIST,
          run: 'https://github.com/acme/shop/actions/runs/7',
        }),
    ],
  ])('%s', (name, rendered) => {
    const file = new URL(`../markdown/golden/${name}.md`, import.meta.url);
    const text = rendered();
    if (UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

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

describe('the title says what the check says', () => {
  const change = (findings: readonly Finding[], more: Partial<Audit> = {}): Audit =>
    failingChange({ findings, fixed: [], outcomes: [], ...more });
  const error = finding({ change: 'introduced' });
  const warning = finding({ change: 'worsened', severity: 'warning' });
  const hint = finding({ change: 'introduced', severity: 'info' });
  test.each<[string, Audit, SummaryOptions['verdict'], string, string]>([
    [
      'an error',
      change([error]),
      { code: 1, failOn: 'error' },
      '❌ 1 error introduced: this check fails',
      '2 files changed',
    ],
    [
      'an error and a warning',
      change([error, warning]),
      { code: 1, failOn: 'error' },
      '❌ 1 error introduced: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'warnings fail',
      change([error, warning]),
      { code: 1, failOn: 'warning' },
      '❌ 1 error introduced, 1 warning worsened: this check fails',
      '2 files changed',
    ],
    [
      'nothing may fail',
      change([error]),
      { code: 0, failOn: 'never' },
      '⚠️ 1 error introduced: nothing fails',
      '2 files changed',
    ],
    [
      'hints',
      change([hint]),
      { code: 0, failOn: 'error' },
      '✅ No error or warning introduced',
      '1 hint · 2 files changed',
    ],
    ['nothing', change([]), { code: 0, failOn: 'error' }, '✅ Nothing introduced', '2 files changed'],
    [
      'only fixed',
      change([finding({ change: 'existing' })], { fixed: [error] }),
      { code: 0, failOn: 'error' },
      '✅ 1 fixed, nothing introduced',
      '1 finding from before · 2 files changed',
    ],
    [
      'a rule broke',
      change([error], { outcomes: [outcome({ outcome: 'error', why: 'x' })] }),
      { code: 2, failOn: 'error' },
      '⛔ Not fully audited: 1 rule broke, this check fails',
      '1 error introduced · 2 files changed',
    ],
    [
      'mistakes of the configuration',
      change([warning], { outcomes: [outcome({ outcome: 'unknown', why: 'x' })] }),
      { code: 3, failOn: 'error' },
      '⛔ The configuration has mistakes: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'unknowns fail',
      change([warning], { outcomes: [outcome({ outcome: 'unknown', why: 'x' })] }),
      { code: 1, failOn: 'error' },
      '❌ 1 question could not be answered: this check fails',
      '1 warning worsened, which only warns · 2 files changed',
    ],
    [
      'the whole',
      audit({ findings: [finding()] }),
      { code: 1, failOn: 'error' },
      '❌ 1 error: this check fails',
      '120 files read',
    ],
    ['the whole, nothing', audit(), { code: 0, failOn: 'error' }, '✅ Nothing found', '120 files read'],
  ])('%s', (_, from, verdict, title, aside) => {
    const [first, , second] = renderSummary(from, { verdict }).split('\n');
    expect([first, second]).toEqual([`## ${title}`, aside]);
  });
});

describe('what the change asks for', () => {
  const [area] = CHECKLIST.areas;
  const asked = (checklist: Partial<Checklist>): string =>
    renderSummary(mendingChange(), { ...PASSES, checklist: { ...ANSWERED, ...checklist } });
  const line = (obligation: 'way-back' | 'review' | 'migration-plan' | 'release-note', state: 'open' | 'unknown') =>
    ({ obligation, state, evidence: [], ...(state === 'unknown' ? { why: 'it is elsewhere' } : {}) }) as const;
  const areas = (name: string, lines: Checklist['areas'][number]['lines'], configured = false) =>
    area ? [{ ...area, name, lines, configured }] : [];
  const OPEN = '\n### What this change asks for: 0 of 1 answered\n';
  const FOLDED = '\n<summary>What this change asks for: 0 of 1 answered</summary>\n';
  const migrations = CHECKLIST.migrations;
  const wayBack = [line('way-back', 'open')];

  test.each<[string, Partial<Checklist>, string]>([
    ['data stands in the open', { areas: areas('data', wayBack) }, OPEN],
    ['everyday files are folded', { areas: areas('infrastructure', wayBack) }, FOLDED],
    ['those that somebody configured are not', { areas: areas('infrastructure', wayBack, true) }, OPEN],
    ['a new alert', { areas: [], alerts: CHECKLIST.alerts }, OPEN],
    [
      'a new alert with a runbook',
      { areas: [], alerts: CHECKLIST.alerts.map((alert) => ({ ...alert, runbook: { path: 'docs/q.md' } })) },
      '\n<summary>What this change asks for: 1 of 1 answered</summary>\n',
    ],
    [
      'what a plan is for is said beside it',
      { areas: areas('data', [line('migration-plan', 'open')]), migrations },
      '(`Migration-plan: …`): [`db/migrate/0007_drop_legacy_total.sql:3`](https://github.com/acme/shop/blob/0123456789abcdef0123456789abcdef01234567/db/migrate/0007_drop_legacy_total.sql#L3) has no way back; it loses data, or the release before cannot work with it\n',
    ],
    [
      'what a note is for as well',
      {
        areas: areas('contract', [line('release-note', 'open')]),
        contracts: [
          { path: 'api.yaml', breaks: [{ what: 'GET /a is gone', level: 'breaking', at: { path: 'api.yaml' } }] },
        ],
      },
      `${OPEN}\nTouched: contract (1 file). What is open fails nothing by itself; a line in the pull request or in a commit answers it.\n\n- ⬜ **A note for those who use it** (\`Release-note: …\`, or a line of the changelog in the change): GET /a is gone (`,
    ],
    [
      'a change that is asked nothing',
      { exempt: 'a bot made it', areas: areas('data', wayBack) },
      '\nNothing is asked of this change: a bot made it.\n',
    ],
    [
      'nor more than its migration',
      { exempt: 'a bot made it', areas: areas('data', wayBack), migrations },
      '\nNothing else is asked: a bot made it. What is open fails nothing',
    ],
    [
      'what is not seen is folded',
      {
        areas: areas('data', [line('way-back', 'unknown')]),
        migrations: migrations.map((each) => ({ ...each, back: 'by-design' as const, dangerous: [] })),
      },
      '\n<summary>What this change asks for: not seen</summary>\n\nTouched: data (1 file).\n\n- ❔ **A way back**: not seen, it is elsewhere\n\n',
    ],
  ])('%s', (_, checklist, expected) => {
    expect(asked(checklist)).toContain(expected);
  });

  test.each<[string, Partial<Checklist>]>([
    ['who reviews stands on GitHub', { areas: areas('data', [line('review', 'unknown')]) }],
    ['nothing would have been asked', { exempt: 'a bot made it', areas: [] }],
  ])('no word where %s', (_, checklist) => {
    expect(asked(checklist)).not.toMatch(/ask|owner/);
  });

  test('a review that somebody configured is told as not seen', () => {
    expect(asked({ areas: areas('data', [line('review', 'unknown')], true) })).toContain('❔ **The word of an owner**');
  });

  test('a comment leaves out what is folded', () => {
    const of = (name: string) =>
      renderComment(mendingChange(), { ...PASSES, checklist: { ...ANSWERED, areas: areas(name, wayBack) } });
    expect(of('data')).toContain('Still to answer');
    expect(of('contract')).not.toContain('Still to answer');
  });
});

/** The only HTML there is. */
const OURS = /^(?:<\/?details(?: open)?>|<summary>(?:[^<&]|<code>[^<]*<\/code>)*<\/summary>)$/;

describe('nothing of the repository is more than text', () => {
  const REPOSITORY = 'https://github.com/acme/shop';
  const both = (from: Audit, checklist?: Checklist): string =>
    renderSummary(from, { ...FAILS, ...(checklist && { checklist }) }) +
    (from.change ? renderComment(from, { ...FAILS, ...(checklist && { checklist }) }) : '');
  const inChange = (change: Partial<Finding>): string =>
    both(failingChange({ findings: [finding({ change: 'introduced', ...change })] }));
  const inWhole = (change: Partial<Finding>): string =>
    both(audit({ commit: 'a'.repeat(40), findings: [finding(change)] }));
  const [area] = CHECKLIST.areas;
  const listed = (change: Partial<Checklist>): string => both(failingChange(), { ...CHECKLIST, ...change });
  const at = (path: string) => ({ path, line: 2 });
  const places: [string, (text: string) => string][] = [
    ['a message', (message) => inChange({ message })],
    ['a path', (path) => inChange({ location: at(path) })],
    ['an absent path', (path) => inChange({ location: { path, absent: true } })],
    ['a related place', (path) => inChange({ related: [{ location: at(path), message: path }] })],
    ['a message of the whole', (message) => inWhole({ message })],
    ['a path of the whole', (path) => inWhole({ location: at(path) })],
    ['a file that was fixed', (path) => both(failingChange({ fixed: [finding({ location: at(path) })] }))],
    ['a rule of a package', (id) => inChange({ rule: { ...finding().rule, id, title: id } })],
    [
      'a reason',
      (why) => both(failingChange({ outcomes: [outcome({ outcome: 'unknown', why }, { subject: 'change:.' })] })),
    ],
    ['a note', (note) => renderSummary(failingChange(), { ...FAILS, notes: [note] })],
    ['a base', (base) => both(failingChange({ change: { base, files: [], words: { commits: [] } } }))],
    [
      'an area',
      (name) =>
        listed({
          areas: area
            ? [
                { ...area, name, files: [at(name)] },
                { ...area, name: `${name}2` },
              ]
            : [],
        }),
    ],
    [
      'what people said',
      (words) =>
        listed({
          areas: area
            ? [
                {
                  ...area,
                  lines: [{ obligation: 'decision', state: 'met', evidence: [{ in: 'body', line: 1, words }] }],
                },
              ]
            : [],
        }),
    ],
    ['why nothing is asked', (exempt) => listed({ exempt, areas: [], migrations: [], alerts: [] })],
    ['why not all is known', (unheard) => listed({ unheard })],
    ['an alert', (name) => listed({ alerts: [{ name, at: at(name) }] })],
    [
      'a contract',
      (path) =>
        listed({
          contracts: [
            { path, breaks: [{ what: path, level: 'breaking', at: at(path) }] },
            { path, unknown: path },
          ],
        }),
    ],
  ];
  test.each(places)('%s', (_name, render) => {
    // What stands nowhere else but in links stands in the plain page as well.
    const plain = shownOf(`${render('plain')}\n\n[x](${REPOSITORY}/blob/x)\n`);
    for (const text of HOSTILE) {
      const shown = shownOf(render(text));
      expect({ text, mentions: /@|#\d|:\/\/|www\.|\$/.exec(shown.text)?.[0] }).toEqual({ text, mentions: undefined });
      expect({ text, html: shown.html.flatMap((each) => each.split('\n')).filter((line) => !OURS.test(line)) }).toEqual(
        { text, html: [] },
      );
      expect({ text, elsewhere: shown.targets.filter((target) => !target.startsWith(`${REPOSITORY}/`)) }).toEqual({
        text,
        elsewhere: [],
      });
      expect({ text, new: [...shown.types].filter((type) => !plain.types.has(type)) }).toEqual({ text, new: [] });
    }
  });
});
