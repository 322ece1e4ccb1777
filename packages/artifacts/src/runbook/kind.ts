import type { Artifact } from '@shipworthy/model';
import { headingText, holdsAny } from '../document/hints.ts';
import { isNamedPage, PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectRunbook } from './detect.ts';
import { entriesOf } from './entries.ts';
import { isOtherPage, pathWord } from './path-words.ts';
import { STRONG_WORDS } from './questions.ts';

/** Nothing of the page says so, the configuration does. */
const DECLARED = { confidence: 1, why: ['the configuration says so'] };

function parseRunbook(file: RepositoryFile): Parsed<'runbook'> {
  const page = file.once(pageOf);
  const detection =
    detectRunbook(page, file.path, file.text) ?? (file.declared.includes('runbook') ? DECLARED : undefined);
  if (!detection) return { artifacts: [], problems: [] };
  const facts = entriesOf(page, file.path, file.text.length);
  const title = page.title ?? facts.entries[0]?.name;
  const artifact: Artifact<'runbook'> = {
    kind: 'runbook',
    path: file.path,
    pathClass: file.pathClass,
    level: /\.erb$/i.test(file.path) ? 'tolerant' : 'parsed',
    confidence: detection.confidence,
    why: detection.why,
    id: file.path,
    ...(title ? { title } : {}),
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** Outside of folders of runbooks only headings show one. */
const mayBeRunbook = (file: RepositoryFile): boolean =>
  (holdsAny(file.once(headingText), STRONG_WORDS) || pathWord(file.path) !== undefined) && !isOtherPage(file.path);

/** What to do for a named failure or alert of the running system, or its operations manual. */
export const runbookKind: KindModule<'runbook'> = {
  kind: 'runbook',
  factsVersion: 4,
  paths: { extensions: PAGE_EXTENSIONS, test: isNamedPage },
  notIn: NEVER_OURS,
  // The page is read anyway, as a document; its headings decide faster than a search of its text.
  sniff: mayBeRunbook,
  load: async () => parseRunbook,
  elements: ({ facts }) => facts.entries.map(({ name, span }) => listed('runbook-entry', name, span)),
};
