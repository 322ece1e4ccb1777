import { type Audit, type AuditedOutcome, type Finding, profileWith, type RuleMeta } from '@shipworthy/model';

/** Audits for the tests of this package: every part that reporters print, once. */
export const runbookRule: RuleMeta = {
  id: 'alert/runbook-resolves',
  title: "Every alert's runbook link leads somewhere",
  stages: ['operate'],
  qualities: ['reliability', 'observability'],
  severity: 'error',
  confidence: 'high',
  preset: 'essential',
};

export const ownersRule: RuleMeta = {
  id: 'ownership/covers',
  title: 'Somebody owns every folder',
  stages: ['improve', 'operate'],
  qualities: ['maintainability'],
  severity: 'warning',
  confidence: 'medium',
  preset: 'recommended',
};

export function finding(change: Partial<Finding> = {}): Finding {
  const path = change.location?.path ?? 'deploy/alerts.yaml';
  return {
    rule: runbookRule,
    severity: 'error',
    message: 'Alert QueueStuck sends people to docs/queue.md, which does not exist.',
    location: { path, line: 12, column: 18, endLine: 12, endColumn: 31 },
    excerpt: '    runbook_url: docs/queue.md',
    fingerprint: 'f1',
    count: 1,
    related: [],
    place: { path },
    ...change,
  };
}

export function outcome(result: AuditedOutcome['result'], change: Partial<AuditedOutcome> = {}): AuditedOutcome {
  return { rule: 'alert/runbook-resolves', subject: 'alert:QueueStuck', result, evidence: [], ...change };
}

export function audit(change: Partial<Audit> = {}): Audit {
  return {
    tool: { name: 'shipworthy', version: '0.1.0' },
    target: '.',
    configDigest: 'd1',
    preset: 'recommended',
    history: 'full',
    profile: profileWith([{ name: 'service', because: 'Dockerfile packages it to run', at: { path: 'Dockerfile' } }]),
    files: 120,
    artifacts: [
      { kind: 'alert-rules', path: 'deploy/alerts.yaml' },
      { kind: 'runbook', path: 'docs/a.md' },
      { kind: 'runbook', path: 'docs/b.md' },
    ],
    rules: [runbookRule, ownersRule],
    findings: [],
    outcomes: [],
    summary: { stages: {}, qualities: {} },
    ...change,
  };
}

/** One audit with a bit of everything. */
export function fullAudit(): Audit {
  return audit({
    commit: '0123456789abcdef0123456789abcdef01234567',
    findings: [
      finding(),
      finding({
        rule: ownersRule,
        severity: 'warning',
        message: 'Nobody owns 48 folders.',
        location: { path: '.github/CODEOWNERS', absent: true },
        fingerprint: 'f2',
        count: 48,
        related: ['a', 'b', 'c', 'd'].map((path) => ({ location: { path } })),
      }),
    ].map((each) => (each.location.absent ? withoutExcerpt(each) : each)),
    outcomes: [
      outcome({ outcome: 'gap' }, { evidence: [{ path: 'deploy/alerts.yaml', line: 12 }] }),
      outcome({ outcome: 'pass', evidence: [], note: 'by name' }, { evidence: [{ path: 'docs/a.md', line: 1 }] }),
      outcome({ outcome: 'unknown', why: 'template syntax hides the rules' }, { evidence: [{ path: 'chart/x.yaml' }] }),
      outcome(
        { outcome: 'not-applicable', why: 'it is a library' },
        { rule: 'ownership/covers', subject: 'repository:.' },
      ),
    ],
    summary: {
      stages: { operate: { met: 1, applicable: 3 }, improve: { met: 2, applicable: 2 } },
      qualities: { reliability: { met: 1, applicable: 3 } },
    },
  });
}

function withoutExcerpt({ excerpt: _, ...rest }: Finding): Finding {
  return rest;
}
