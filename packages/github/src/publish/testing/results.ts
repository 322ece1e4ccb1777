import { EXIT } from '@shipworthy/audit/exit-codes';
import { type Audit, profileWith } from '@shipworthy/model';
import type { CheckAnnotation, CheckResult, CheckSubject } from '../../check-result.ts';

/** Annotations on lines of a file, one a line. */
export const annotations = (count: number, change: Partial<CheckAnnotation> = {}): CheckAnnotation[] =>
  Array.from({ length: count }, (_, n) => ({
    level: 'error',
    title: 'alert/runbook-resolves',
    message: `Alert ${n} sends people to docs/${n}.md, which does not exist.`,
    path: 'deploy/alerts.yaml',
    line: n + 1,
    ...change,
  }));

export const EMPTY_AUDIT: Audit = {
  tool: { name: 'shipworthy', version: '0.1.0' },
  target: '.',
  configDigest: 'd1',
  preset: 'recommended',
  history: 'full',
  profile: profileWith([]),
  files: 1,
  artifacts: [],
  rules: [],
  findings: [],
  outcomes: [],
  summary: { stages: {}, qualities: {} },
};

type Said = Partial<Omit<CheckResult, 'subject'>> & { readonly subject?: Partial<CheckSubject> };

/** The result of a change of pull request 7: it fails when it has annotations, unless something else is said. */
export function resultWith({ subject, ...change }: Said = {}): CheckResult {
  const found = change.annotations ?? [];
  const fails = found.length > 0;
  const title = fails ? `${found.length} introduced: this check fails` : 'Nothing introduced';
  const text = `## ${title}\n\n${found.map(({ message }) => `- ${message}\n`).join('')}`;
  return {
    subject: {
      owner: 'octo',
      repo: 'demo',
      head: '0'.repeat(40),
      ref: 'refs/pull/7/head',
      pullRequest: 7,
      path: '',
      run: 'https://github.com/octo/demo/actions/runs/1/attempts/1',
      ...subject,
    },
    audit: EMPTY_AUDIT,
    code: fails ? EXIT.findings : EXIT.ok,
    conclusion: fails ? 'failure' : 'success',
    title,
    summary: ({ size }) => text.slice(0, size),
    comment: ({ size }) => text.slice(0, size),
    annotations: found,
    notes: [],
    ...change,
  };
}
