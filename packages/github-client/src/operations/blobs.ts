import { GitHubFault } from '../faults/github-fault.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { blobAlias, blobsDocument, MAX_BLOBS_A_QUERY } from '../graphql/blobs-document.ts';
import { query } from '../graphql/query.ts';

/** What GraphQL tells of a blob. */
export interface BlobText {
  readonly oid: string;
  /** Of the bytes in git. */
  readonly byteSize: number;
  /** Null: GitHub does not know. */
  readonly isBinary: boolean | null;
  /** `text` holds only the beginning (GitHub cuts somewhere above half a megabyte). */
  readonly isTruncated: boolean;
  /** Decoded as UTF-8: bytes that are none have been replaced. Null of a binary file. */
  readonly text: string | null;
}

interface BlobsAnswer {
  readonly repository: Readonly<Record<string, BlobText | { readonly oid?: undefined } | null>> | null;
}

/**
 * The texts of blobs by their ids, `MAX_BLOBS_A_QUERY` in a query, one query after the other. An id that is missing in the
 * result got no answer, or is no blob. Needs a token. Rejects with `GitHubFault`.
 */
export async function blobs(
  github: GitHub,
  { owner, repo }: RepositoryName,
  oids: readonly string[],
): Promise<ReadonlyMap<string, BlobText>> {
  const found = new Map<string, BlobText>();
  for (let start = 0; start < oids.length; start += MAX_BLOBS_A_QUERY) {
    const batch = oids.slice(start, start + MAX_BLOBS_A_QUERY);
    const variables = Object.fromEntries(batch.map((oid, index) => [`oid${index}`, oid]));
    const { repository } = await query<BlobsAnswer>(github, blobsDocument(batch.length), { owner, repo, ...variables });
    if (!repository)
      throw new GitHubFault(
        'not-found',
        `GitHub knows no repository ${owner}/${repo}, or does not show it to this token`,
        'Check owner and name; a private repository must be among those the token may read (`contents: read`).',
      );
    for (const [index, oid] of batch.entries()) {
      const answer = repository[blobAlias(index)];
      if (answer && answer.oid !== undefined) found.set(oid, answer);
    }
  }
  return found;
}
