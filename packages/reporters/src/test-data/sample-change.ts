import type { Audit, Checklist, Finding } from '@shipworthy/model';
import { audit, finding, outcome, ownersRule, runbookRule } from './sample-audit.ts';

export const HEAD = '0123456789abcdef0123456789abcdef01234567';
export const BASE = 'fedcba9876543210fedcba9876543210fedcba98';

const at = (path: string, line = 1) => ({ path, line, column: 1, endLine: line, endColumn: 9 });

const migrationRule: Finding['rule'] = {
  ...runbookRule,
  id: 'change/migration-has-plan',
  title: 'A migration that can hurt comes with a plan',
  stages: ['deploy'],
  severity: 'warning',
};

/** A change that fails, warns, advises, mends and leaves; with rules that could not see something. */
export function failingChange(change: Partial<Audit> = {}): Audit {
  return audit({
    commit: HEAD,
    change: {
      base: 'origin/main',
      commit: BASE,
      files: [
        { path: 'db/migrate/0007_drop_legacy_total.sql', state: 'added', pathClass: 'authored' },
        { path: 'deploy/alerts.yaml', state: 'modified', pathClass: 'authored' },
      ],
      words: { commits: [] },
    },
    findings: [
      finding({ change: 'introduced' }),
      finding({
        rule: migrationRule,
        severity: 'warning',
        change: 'introduced',
        message:
          '0007_drop_legacy_total.sql drops orders.legacy_total, and the same change alters the code. Drop it one release later, or write down how this goes: `Rollback: ...` in a commit.',
        location: { path: 'db/migrate/0007_drop_legacy_total.sql', line: 3, endLine: 5 },
        fingerprint: 'f2',
      }),
      finding({
        rule: ownersRule,
        severity: 'warning',
        change: 'worsened',
        message: 'Nobody owns 3 folders.',
        location: { path: '.github/CODEOWNERS', absent: true },
        fingerprint: 'f3',
        count: 3,
        related: [{ location: { path: 'services/pay' } }],
      }),
      finding({
        rule: ownersRule,
        severity: 'info',
        change: 'introduced',
        message: 'The readme names no owner.',
        location: { path: 'README.md', line: 2 },
        fingerprint: 'f4',
      }),
      finding({ change: 'existing', fingerprint: 'f5' }),
    ],
    fixed: [finding({ location: { path: 'docs/old (1).md', line: 7 }, fingerprint: 'f6' })],
    outcomes: [
      outcome(
        { outcome: 'unknown', why: 'template syntax hides the rules' },
        { evidence: [{ path: 'deploy/alerts.yaml' }] },
      ),
    ],
    ...change,
  });
}

/** What that change touches, and what it brings along. */
export const CHECKLIST: Checklist = {
  tool: { name: 'shipworthy', version: '0.1.0' },
  base: 'origin/main',
  since: BASE,
  commit: HEAD,
  files: 2,
  areas: [
    {
      name: 'data',
      configured: false,
      files: [at('db/migrate/0007_drop_legacy_total.sql')],
      lines: [
        { obligation: 'way-back', state: 'open', evidence: [] },
        {
          obligation: 'decision',
          state: 'met',
          evidence: [
            { in: 'body', line: 4, words: 'Decision: ADR-12' },
            { in: 'file', at: at('docs/adr/12.md', 3), what: 'decision-record in this change' },
          ],
        },
        { obligation: 'review', state: 'unknown', why: 'the forge keeps reviews', evidence: [] },
      ],
    },
  ],
  contracts: [],
  migrations: [
    {
      at: at('db/migrate/0007_drop_legacy_total.sql'),
      back: 'absent',
      dangerous: [at('db/migrate/0007_drop_legacy_total.sql', 3)],
      unread: false,
    },
  ],
  alerts: [{ name: 'QueueStuck', at: at('deploy/alerts.yaml', 12) }],
  forms: [],
};

/** A change that only mends, and answers all it is asked. */
export const mendingChange = (): Audit =>
  failingChange({ findings: [finding({ change: 'existing', fingerprint: 'f5' })], outcomes: [] });

export const ANSWERED: Checklist = {
  ...CHECKLIST,
  areas: CHECKLIST.areas.map((area) => ({
    ...area,
    lines: area.lines.map((line) =>
      line.state === 'open'
        ? { ...line, state: 'met', evidence: [{ in: 'commit', commit: HEAD, words: 'Rollback: restore the column' }] }
        : line,
    ),
  })),
  migrations: [],
  alerts: [],
};
