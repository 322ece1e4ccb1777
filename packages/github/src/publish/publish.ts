import { type GitHub, GitHubFault } from '@shipworthy/github-client';
import type { CheckResult } from '../check-result.ts';
import { publishCheckRun } from './check-run/publish.ts';
import { publishComment } from './comment/publish.ts';
import { failure } from './failure.ts';
import type { Published, Surface, Wanted } from './published.ts';
import { NOT_SENT, publishSarif } from './sarif.ts';

const FAILED: Readonly<Record<Surface, string>> = {
  'check-run': 'The check run was not made',
  comment: 'The comment was not written',
  sarif: NOT_SENT,
};

/** What is left of a token that GitHub refuses, or of a limit that is used up, is not tried on the rest. */
const FINAL: readonly GitHubFault['reason'][] = ['unauthorized', 'rate-limited'];

/**
 * Shows a result where it is wanted, one after the other. What fails is told and stops nothing else. Never throws, and never
 * changes what the result is.
 */
export async function publish(result: CheckResult, wanted: Wanted, github: GitHub): Promise<readonly Published[]> {
  const { sarif } = wanted;
  const steps: readonly [Surface, () => Promise<Published>][] = [
    ...(wanted.checkRun ? [step('check-run', () => publishCheckRun(result, github))] : []),
    ...(wanted.comment ? [step('comment', () => publishComment(result, wanted.as, github))] : []),
    ...(sarif === undefined ? [] : [step('sarif', () => publishSarif(result, sarif, github))]),
  ];
  const published: Published[] = [];
  let final: GitHubFault | undefined;
  for (const [what, run] of steps) {
    try {
      if (final) throw final;
      published.push(await run());
    } catch (error) {
      if (error instanceof GitHubFault && FINAL.includes(error.reason)) final = error;
      published.push({ what, outcome: 'failed', note: failure(FAILED[what], error) });
    }
  }
  return published;
}

const step = (what: Surface, run: () => Promise<Published>): [Surface, () => Promise<Published>] => [what, run];
