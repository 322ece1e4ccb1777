import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { call } from '../call.ts';
import { GitHubFault } from '../faults/github-fault.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { MAX_SARIF_BYTES } from '../limits.ts';

const compress = promisify(gzip);

/** Results for code scanning. */
export interface SarifUpload {
  /** The full id of the commit that was audited. */
  readonly commitSha: string;
  /** `refs/heads/main`, `refs/pull/7/merge`, `refs/pull/7/head`, `refs/tags/v1`. */
  readonly ref: string;
  /** The SARIF document; its category stands in it (`automationDetails.id`). */
  readonly sarif: string;
  /** What the paths in the document are relative to, as a `file:` URI, where they are absolute. */
  readonly checkoutUri?: string;
}

/** A received upload. It is worked on later; whether it was good shows in the Security tab. */
export interface ReceivedSarif {
  readonly id?: string;
}

/**
 * Hands results to code scanning. The same again replaces what was there, so that it may be repeated. Rejects with
 * `GitHubFault`: `invalid` without sending when it is larger than GitHub takes (10 MB compressed), `forbidden` or
 * `not-found` where code scanning is off.
 */
export async function uploadSarif(
  github: GitHub,
  repository: RepositoryName,
  { commitSha, ref, sarif, checkoutUri }: SarifUpload,
): Promise<ReceivedSarif> {
  const packed = await compress(sarif);
  if (packed.length > MAX_SARIF_BYTES)
    throw new GitHubFault(
      'invalid',
      `the results are larger than code scanning takes (${packed.length} bytes compressed, of ${MAX_SARIF_BYTES})`,
      'Audit a folder of the repository at a time, or report fewer rules.',
    );
  return call(github, 'code-scanning/upload-sarif', async ({ rest }) => {
    const { data } = await rest.codeScanning.uploadSarif({
      ...repository,
      commit_sha: commitSha,
      ref,
      sarif: packed.toString('base64'),
      ...(checkoutUri === undefined ? {} : { checkout_uri: checkoutUri }),
    });
    return data.id === undefined ? {} : { id: data.id };
  });
}
