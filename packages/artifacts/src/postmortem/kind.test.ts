import { describe, expect, test } from '@jest/globals';
import { RepositoryFile } from '../repository-file.ts';
import { postmortemKind } from './kind.ts';

const parse = await postmortemKind.load();
function read(path: string, text: string) {
  const file = new RepositoryFile(path, 'authored', text);
  return postmortemKind.sniff(file) ? parse(file).artifacts[0] : undefined;
}
const REPORT =
  '# Database full\n\n## Impact\n\nAll orders.\n\n## Root cause\n\nLogs.\n\n## Timeline\n\n- 02:10 full\n\n## Action items\n\n- Rotate the logs\n';
const actions = (body: string) =>
  read('docs/postmortems/a.md', REPORT.replace('- Rotate the logs\n', body))?.facts.actions ?? [];

describe('what is the report of an incident', () => {
  test.each([
    ['docs/postmortems/2026-03-12.md', REPORT, 0.85],
    ['docs/post-mortems/2026-03-12.md', REPORT, 0.85],
    ['docs/2026-03-12-incident-report.md', REPORT, 0.85],
    ['docs/incidents/database.md', REPORT, 0.85],
    ['docs/database.md', REPORT.replace('# ', '# Post-mortem: '), 0.7],
    ['docs/database.md', REPORT, undefined],
    ['docs/postmortems/README.md', REPORT, undefined],
    ['docs/postmortems/mobile-fixes-summary.md', REPORT, undefined],
    ['docs/postmortems/data.md', REPORT.replace('Database full', 'Data audit report'), undefined],
    ['docs/postmortems/audit.md', REPORT.replace('# ', '# Post-mortem: '), 0.85],
    ['docs/postmortems/guide.md', REPORT.replace('Database full', 'How to write a post-mortem'), undefined],
    ['docs/incidents/response-plan.md', '# Response plan\n\n## Severity\n\n## Actions\n\n1. Call.\n', undefined],
    ['docs/blog/posts/incident-report.md', REPORT, undefined],
    ['runbooks/incidents/database.md', REPORT, undefined],
    ['docs/retrospectives/sprint-12.md', '# Sprint 12\n\n## What went well\n\n## Action items\n\n- Talk\n', undefined],
  ])('%s', (path, text, confidence) => {
    expect(read(path, text)?.confidence).toBe(confidence);
  });
});

describe('follow-ups', () => {
  test('rows of a table; what explains it is none', () => {
    const table =
      '- Prevent - so that it cannot return\n\n| # | Action Item | Type | Bug | Status |\n|---|---|---|---|---|\n| 1 | Rotate the logs | Prevent | https://acme.org/1 | DONE |\n| 2 | Alert on `disk_full` | Detect | | |\n\n### Legend\n\n- P0: at once, before anything else\n';
    expect(actions(table)).toMatchObject([
      { text: 'Rotate the logs', type: 'Prevent', link: 'https://acme.org/1', done: true },
      { text: 'Alert on disk_full', type: 'Detect', done: false },
    ]);
    expect(actions(table)[1]?.link).toBeUndefined();
  });
  test.each([
    ['- [x] Rotate the logs', { done: true }],
    ['- [ ] Rotate the logs (@ada)', { done: false, owner: '@ada' }],
    ['- ~~Rotate the logs~~', { done: true }],
    ['- Rotate the logs #412', { link: '#412' }],
    ['- Rotate the logs, PLAT-12', { link: 'PLAT-12' }],
    ['- Rotate the logs. Owner: Ada, due 2026-07-01', { owner: 'Ada', due: '2026-07-01' }],
    ['- Ada Lovelace: rotate the logs', { owner: 'Ada Lovelace' }],
    ['- [ ] ログを削除する。**担当: platform、期限: 2026-05-07**（継続）', { owner: 'platform', due: '2026-05-07' }],
    [
      '- [ ] ログを削除する — **担当:** backend\n  owner、**期限:** 2026-05-07。',
      { owner: 'backend owner', due: '2026-05-07' },
    ],
    ['- [ ] Rotate the logs. **Owner**: Ada. **Due**: 2026-05-07', { owner: 'Ada', due: '2026-05-07' }],
    ['- Rotate the logs\n  by means of a job\n  - see https://acme.org/1', { link: 'https://acme.org/1' }],
    ['1. Rotate the logs that were never fixed', { done: false }],
  ])('%s', (item, fields) => {
    expect(actions(`${item}\n`)).toMatchObject([fields]);
  });
  test('nobody is no owner', () => {
    expect(actions('- [ ] ログを削除する。担当: 未定、期限: 2026-05-07\n')[0]?.owner).toBeUndefined();
  });
  test('names of standards are no tickets', () => {
    expect(actions('- Check the input for UTF-8, and SHA-256 sums\n')[0]?.link).toBeUndefined();
  });
  test('a bar inside code does not shift the cells behind it', () => {
    const table =
      '| Action | Owner | Due | State |\n|---|---|---|---|\n| Forbid `a || true` in scripts | Ada | 2026-05-07 | open |\n';
    expect(actions(table)).toMatchObject([{ owner: 'Ada', due: '2026-05-07', done: false }]);
  });
  test('what is done stands below a heading that says so, with boxes of another sort', () => {
    const text = '### Completed ✅\n\n- Rotate the logs\n\n### Later\n\n- ⬜ Grow the disk\n';
    expect(actions(text).map(({ done }) => done)).toEqual([true, false]);
  });
  test('below a vaguer heading only boxes and tables are follow-ups', () => {
    const text = (body: string) =>
      read(
        'docs/postmortems/a.md',
        REPORT.replace('## Action items\n\n- Rotate the logs\n', `## Prevention\n\n${body}`),
      )?.facts.actions.length;
    expect(text('- Never drop a table without a plan\n')).toBe(0);
    expect(text('- [ ] Never drop a table without a plan\n')).toBe(1);
  });
  test('labels and blanks are none', () => {
    expect(actions('- Short\n- TODO\n')).toEqual([]);
    expect(actions('| Action | Owner |\n|---|---|\n| - | |\n')).toEqual([]);
  });
});

test.each([
  ['docs/postmortems/2026-03-12-db.md', REPORT, '2026-03-12'],
  ['docs/postmortems/db.md', REPORT.replace('\n\n##', '\n\nDate: 2026/03/12\n\n##'), '2026-03-12'],
  ['docs/postmortems/db.md', REPORT, undefined],
])('%s is of %#', (path, text, day) => {
  expect(read(path, text)?.facts.date).toBe(day);
});

test('sentences and times answer without headings', () => {
  const text =
    '# Database full\n\n## Root cause\n\nLogs.\n\n## Impact\n\nOrders.\n\nWe noticed at 02:10, cleaned at 02:30 and were well at 02:50.\n';
  expect(Object.keys(read('docs/postmortems/a.md', text)?.facts.parts ?? {}).sort()).toEqual([
    'cause',
    'detection',
    'impact',
    'timeline',
  ]);
});

test.each([
  ['| 発生日時 | 2026-03-12 02:10 |\n| 検知日時 | 2026-03-12 |\n| 復旧日時 | 2026-03-13 |\n', true],
  ['**Started:** 2026-03-12\n**Detected at:** 2026-03-12\n**Resolved:** 2026-03-13\n', true],
  ['**Started:** 2026-03-12\n**Resolved:** 2026-03-13\n', false],
])('dated labels at the top tell the course: %j', (labels, told) => {
  const text = `# Database full\n\n${labels}\n## Root cause\n\nLogs.\n\n## Impact\n\nOrders.\n`;
  expect('timeline' in (read('docs/postmortems/a.md', text)?.facts.parts ?? {})).toBe(told);
});

test.each(['A user reports that orders fail.', 'We identified the full disk.'])('%s', (sentence) => {
  const text = `# Database full\n\n## Root cause\n\nLogs.\n\n## Impact\n\nOrders.\n\n${sentence}\n`;
  expect(Object.keys(read('docs/postmortems/a.md', text)?.facts.parts ?? {})).toContain('detection');
});

describe('answers in sentences', () => {
  const part = (text: string, name: 'impact' | 'actions') =>
    read('docs/postmortems/a.md', `# Sign-up\n\n## Root cause\n\nA trigger.\n\n## Lessons learned\n\n${text}\n`)?.facts
      .parts[name] !== undefined;
  test.each([
    ['An error preventing new users from signing up', true],
    ['New users who tried to sign up were encountering an error.', true],
    ['Triggers are kept away from the table of users.', false],
  ])('%s: says who was hurt: %s', (text, says) => {
    expect(part(text, 'impact')).toBe(says);
  });
  test.each([
    ['To prevent similar issues, triggers are tested.', true],
    ['Log errors, so that this cannot happen again.', true],
    ['Triggers prevent the copy of a row.', false],
  ])('%s: says what follows: %s', (text, says) => {
    expect(part(text, 'actions')).toBe(says);
  });
});
