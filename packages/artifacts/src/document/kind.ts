import type { Artifact } from '@shipworthy/model';
import type { KindModule, Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { leadsToRunbooks } from './leads-to-runbooks.ts';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from './page-of.ts';

/** A path that says "page" is all a page needs, so its confidence is that of a path and a readable content. */
const CONFIDENCE = 0.85;

function parseDocument(file: RepositoryFile): Parsed<'document'> {
  const page = file.once(pageOf);
  const runbooks = leadsToRunbooks(file.text);
  const facts = runbooks ? { ...page, leadsToRunbooks: runbooks } : page;
  const artifact: Artifact<'document'> = {
    kind: 'document',
    path: file.path,
    pathClass: file.pathClass,
    level: /\.erb$/i.test(file.path) ? 'tolerant' : 'parsed',
    confidence: CONFIDENCE,
    why: [`a page in ${facts.format}`],
    id: file.path,
    ...(facts.title ? { title: facts.title } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/**
 * Any page of text. Read in every path class but vendored: links of our own pages may lead to a template or an
 * archived page, whose headings must then be known.
 */
export const documentKind: KindModule<'document'> = {
  kind: 'document',
  factsVersion: 7,
  paths: { extensions: PAGE_EXTENSIONS, test: isNamedPage },
  notIn: ['vendored'],
  sniff: () => true,
  load: async () => parseDocument,
};
