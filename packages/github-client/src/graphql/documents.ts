import { blobsDocument, MAX_BLOBS_A_QUERY } from './blobs-document.ts';
import { REPOSITORIES_DOCUMENT, REPOSITORY_DOCUMENT } from './repositories-document.ts';

/** Every GraphQL document we send, by name; those that are made for a number of things with the least and the most. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  'one blob': blobsDocument(1),
  'as many blobs as one query takes': blobsDocument(MAX_BLOBS_A_QUERY),
  'repositories of an owner': REPOSITORIES_DOCUMENT,
  'one repository': REPOSITORY_DOCUMENT,
};
