/** So many blobs are asked for in one query; more run into GitHub's limit of ten seconds. */
export const MAX_BLOBS_A_QUERY = 50;

/** The name a blob has in the query for it: the first is `blob0`. */
export const blobAlias = (index: number): string => `blob${index}`;

/** The query for `count` blobs of a repository by their ids (variables `oid0`, `oid1`, …). */
export function blobsDocument(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const variables = indexes.map((index) => `, $oid${index}: GitObjectID!`).join('');
  const objects = indexes
    .map((index) => `    ${blobAlias(index)}: object(oid: $oid${index}) { ...Content }\n`)
    .join('');
  return `query Blobs($owner: String!, $repo: String!${variables}) {
  repository(owner: $owner, name: $repo) {
${objects}  }
}

fragment Content on Blob {
  oid
  byteSize
  isBinary
  isTruncated
  text
}
`;
}
