import { EXIT } from '@shipworthy/audit/exit-codes';
import { type GitHub, uploadSarif } from '@shipworthy/github-client';
import type { CheckResult } from '../check-result.ts';
import { type Published, repositoryOf } from './published.ts';

/**
 * What GitHub keeps the alerts of one audited folder under: those that an upload does not have any more it closes, so that
 * another folder needs another category, and another preset must not have one.
 */
export const sarifCategory = (path: string): string => (path === '' ? 'shipworthy' : `shipworthy/${path}`);

const QUEUE = 'refs/heads/gh-readonly-queue/';

/** Why a result is nothing for code scanning: it takes what a file does not hold for mended, and closes its alert. */
export function sarifRefusal({ subject, audit, code }: CheckResult): string | undefined {
  if (!audit || code === EXIT.notAudited)
    return 'The findings were not handed to code scanning, which would close the alerts of what could not be audited.';
  if (subject.ref.startsWith(QUEUE))
    return 'The findings were not handed to code scanning: a merge queue tries commits that are gone afterwards.';
  return undefined;
}

/** Hands the findings to code scanning, which shows them in the Security tab. Whether it likes them it tells there, later. */
export async function publishSarif(result: CheckResult, sarif: string, github: GitHub): Promise<Published> {
  const { subject } = result;
  const why = sarifRefusal(result);
  if (why !== undefined) return { what: 'sarif', outcome: 'not-needed', why };
  await uploadSarif(github, repositoryOf(result), { commitSha: subject.head, ref: subject.ref, sarif });
  return { what: 'sarif', outcome: 'made' };
}
