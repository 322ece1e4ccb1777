import { EXIT } from '@shipworthy/audit/exit-codes';
import { type GitHub, GitHubFault, uploadSarif } from '@shipworthy/github-client';
import type { CheckResult } from '../check-result.ts';
import { failure } from './failure.ts';
import { type Published, repositoryOf } from './published.ts';

/**
 * What GitHub keeps the alerts of one audited folder under: those that an upload does not have any more it closes, so that
 * another folder needs another category, and another preset must not have one.
 */
export const sarifCategory = (path: string): string => (path === '' ? 'shipworthy' : `shipworthy/${path}`);

const QUEUE = 'refs/heads/gh-readonly-queue/';

export const NOT_SENT = 'The findings were not handed to code scanning';
/** Servers and repositories without the feature know no such address. */
const OFF = 'Code scanning may be off: switch it on in the settings of the repository, or leave the upload off.';

/** Why a result is nothing for code scanning: it takes what a file does not hold for mended, and closes its alert. */
export function sarifRefusal({ subject, audit, code }: CheckResult): string | undefined {
  if (!audit || code === EXIT.notAudited)
    return `${NOT_SENT}, which would close the alerts of what could not be audited.`;
  if (subject.ref.startsWith(QUEUE)) return `${NOT_SENT}: a merge queue tries commits that are gone afterwards.`;
  return undefined;
}

/** Hands the findings to code scanning, which shows them in the Security tab. Whether it likes them it tells there, later. */
export async function publishSarif(result: CheckResult, sarif: string, github: GitHub): Promise<Published> {
  const { subject } = result;
  const why = sarifRefusal(result);
  if (why !== undefined) return { what: 'sarif', outcome: 'not-needed', why };
  try {
    await uploadSarif(github, repositoryOf(result), { commitSha: subject.head, ref: subject.ref, sarif });
    return { what: 'sarif', outcome: 'made' };
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'not-found') throw error;
    return { what: 'sarif', outcome: 'failed', note: `${failure(NOT_SENT, error)} ${OFF}` };
  }
}
