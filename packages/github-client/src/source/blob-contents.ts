import { MAX_FILE_BYTES, type ReadFailure } from '@shipworthy/model';
import { tooLarge } from '@shipworthy/sources';
import { GitHubFault } from '../faults/github-fault.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { MAX_BLOBS_A_QUERY } from '../graphql/blobs-document.ts';
import { blob } from '../operations/blob.ts';
import { type BlobText, blobs } from '../operations/blobs.ts';
import { contentId } from './content-id.ts';
import { fewAtOnce } from './few-at-once.ts';
import type { Losses } from './losses.ts';

/** GitHub cuts texts in GraphQL somewhere above this. */
const MAX_TEXT_BYTES = 256 * 1024;
/** Of all texts in one query, for GitHub's limit of ten seconds. */
const MAX_QUERY_BYTES = 1024 * 1024;
const AT_ONCE = 4;

export type BlobContent = Uint8Array | ReadFailure;

/**
 * Blob ids in batches that are fetched together: in order, each as large as one query may be. Sizes that are not known count
 * as none; GitHub then says itself what it cut.
 */
export function batchesOf(ids: readonly string[], sizes: ReadonlyMap<string, number>): string[][] {
  const batches: string[][] = [];
  let bytes = 0;
  for (const id of ids) {
    const size = Math.min(sizes.get(id) ?? 0, MAX_TEXT_BYTES);
    const batch = batches.at(-1);
    if (batch && batch.length < MAX_BLOBS_A_QUERY && bytes + size <= MAX_QUERY_BYTES) {
      batch.push(id);
      bytes += size;
    } else {
      batches.push([id]);
      bytes = size;
    }
  }
  return batches;
}

/**
 * The bytes of a batch of blobs, exactly as git stores them: texts by one GraphQL query, one by one what that cannot give
 * (binary, large, not UTF-8, without a token everything). What is too large is not asked for. Rejects with `GitHubFault`
 * when the fault is not that of single blobs.
 */
export async function blobContents(
  github: GitHub,
  repository: RepositoryName,
  ids: readonly string[],
  sizes: ReadonlyMap<string, number>,
  losses: Losses,
): Promise<ReadonlyMap<string, BlobContent>> {
  const contents = new Map<string, BlobContent>();
  const wanted = ids.filter((id) => {
    const bytes = sizes.get(id) ?? 0;
    if (bytes > MAX_FILE_BYTES) contents.set(id, tooLarge(bytes));
    return bytes <= MAX_FILE_BYTES;
  });
  const short = wanted.filter((id) => (sizes.get(id) ?? 0) <= MAX_TEXT_BYTES);
  for (const [id, text] of await textsOf(github, repository, short)) {
    const bytes = exactBytes(id, text);
    if (bytes) contents.set(id, bytes);
  }
  const alone = wanted.filter((id) => !contents.has(id));
  await fewAtOnce(alone, AT_ONCE, async (id) => {
    contents.set(id, await oneBlob(github, repository, id, losses));
  });
  return contents;
}

/** What GraphQL tells of these; nothing without a token, or where GitHub fails to answer the query as a whole. */
async function textsOf(
  github: GitHub,
  repository: RepositoryName,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BlobText>> {
  if (!github.authorized || ids.length === 0) return new Map();
  try {
    return await blobs(github, repository, ids);
  } catch (error) {
    if (error instanceof GitHubFault && error.reason === 'unavailable') return new Map();
    throw error;
  }
}

/**
 * The text in bytes, if these are what git stores. Decoding replaces what is not UTF-8, may guess another encoding and drop a
 * byte order mark: the id tells them all.
 */
function exactBytes(id: string, { text, isTruncated }: BlobText): Uint8Array | undefined {
  if (text === null || isTruncated) return undefined;
  const bytes = Buffer.from(text, 'utf8');
  return contentId(bytes, id) === id ? bytes : undefined;
}

async function oneBlob(github: GitHub, repository: RepositoryName, id: string, losses: Losses): Promise<BlobContent> {
  try {
    const bytes = await blob(github, repository, id);
    if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
    return contentId(bytes, id) === id
      ? bytes
      : { reason: 'unreadable', detail: 'what GitHub sent is not what its id says' };
  } catch (error) {
    return { reason: 'unreadable', detail: losses.whyOf(error) };
  }
}
