import { describe, expect, test } from '@jest/globals';
import type { Checklist } from '@shipworthy/model';
import { ANSWERED, CHECKLIST, mendingChange } from '../test-data/sample-change.ts';
import { renderComment, renderSummary } from './index.ts';
import { PASSES } from './testing/verdicts.ts';

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
