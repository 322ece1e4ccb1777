import { MAX_ANNOTATIONS_A_REQUEST, type OperationId } from '@shipworthy/github-client';
import type { CheckResult } from '../check-result.ts';
import { planCheckRun } from './check-run/plan.ts';
import { planComment } from './comment/plan.ts';
import type { Surface, Wanted } from './published.ts';
import { sarifRefusal } from './sarif.ts';

/** A request that writes, as it would be sent. */
export interface PlannedRequest {
  readonly what: Surface;
  readonly operation: OperationId;
  /** What it sends besides the name of the repository; of a file its size. */
  readonly sends: Readonly<Record<string, unknown>>;
  /** When it is sent at all; a clause. Absent: always. */
  readonly when?: string;
}

/**
 * What `publish` would send to say a result, as data. GitHub is not asked, so what depends on what it shows already is said in
 * `when`.
 */
export function plan(result: CheckResult, wanted: Wanted): readonly PlannedRequest[] {
  return [
    ...(wanted.checkRun ? checkRunRequests(result) : []),
    ...(wanted.comment ? commentRequests(result) : []),
    ...(wanted.sarif === undefined ? [] : sarifRequests(result, wanted.sarif)),
  ];
}

function checkRunRequests(result: CheckResult): PlannedRequest[] {
  const { annotations, ...run } = planCheckRun(result);
  const batch = (at: number) => annotations.slice(at, at + MAX_ANNOTATIONS_A_REQUEST);
  const { title, summary } = run;
  const more = Array.from(
    { length: Math.max(0, Math.ceil(annotations.length / MAX_ANNOTATIONS_A_REQUEST) - 1) },
    (_, n) => batch((n + 1) * MAX_ANNOTATIONS_A_REQUEST),
  );
  return [
    {
      what: 'check-run',
      operation: 'checks/create',
      sends: { ...run, annotations: batch(0) },
      when: 'no check run of the commit says the same',
    },
    ...more.map(
      (next): PlannedRequest => ({
        what: 'check-run',
        operation: 'checks/update',
        sends: { title, summary, annotations: next },
      }),
    ),
  ];
}

function commentRequests(result: CheckResult): PlannedRequest[] {
  const plan = planComment(result);
  if (!plan) return [];
  const { pullRequest, body, worthMaking } = plan;
  const update: PlannedRequest = {
    what: 'comment',
    operation: 'issues/update-comment',
    sends: { pullRequest, body },
    when: 'the pull request has a comment of ours that says something else',
  };
  if (!worthMaking) return [update];
  const create: PlannedRequest = {
    what: 'comment',
    operation: 'issues/create-comment',
    sends: { pullRequest, body },
    when: 'the pull request has no comment of ours',
  };
  return [create, update];
}

function sarifRequests(result: CheckResult, sarif: string): PlannedRequest[] {
  const { subject } = result;
  if (sarifRefusal(result)) return [];
  const size = `${Buffer.byteLength(sarif)} bytes, sent compressed`;
  const sends = { commitSha: subject.head, ref: subject.ref, sarif: size };
  return [{ what: 'sarif', operation: 'code-scanning/upload-sarif', sends }];
}
