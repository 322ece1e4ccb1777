import type { Artifact, ChangelogFacts, DocumentFacts } from '@shipworthy/model';
import { pageOf } from '../document/page-of.ts';
import { type KindModule, listed, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { entriesOfPage, entriesOfText } from './entries.ts';
import { changelogName } from './names.ts';

const CONFIDENCE = 0.85;
/** So many versions make a page by the name of many things (`news.md`, `releases.md`) a changelog. */
const MIN_WEAK = 2;
const PAGE = /\.(?:md|markdown|mdx|rst|adoc|asciidoc)$/i;
/** Folders that keep changelogs, and much else, for the folder above them. */
const KEPT_IN = /^(?:docs?|documentation|website|site|\.github|change-?logs?|release-?notes|changes)$/i;
/** So many bullets are a list of changes. */
const MIN_LIST = 5;
/** A page with more text than this has something to say itself. */
const MAX_STUB = 1500;
const POINTER =
  /https?:\/\/[^\s)>\]"']{1,200}?\/(?:-\/)?(?:releases|blob\/[^\s)>\]"']{1,200}change-?log[^\s)>\]"']{0,40})(?![\w-])/i;

/** Where a short page without versions leads: to a page of releases, or by its only link. */
function pointerIn({ text, baseName }: RepositoryFile, links: DocumentFacts['links']): ChangelogFacts['pointer'] {
  if (text.length > MAX_STUB) return undefined;
  const found = POINTER.exec(text);
  if (found) return { target: found[0], at: [found.index, found.index + found[0].length] };
  const [only, ...others] = links;
  return only && others.length === 0 && changelogName(baseName) === 'strong'
    ? { target: only.target, at: only.at }
    : undefined;
}

/** `CHANGELOG-1.4.0.md` without a version in its headings: the notes of that version. */
function ofName({ baseName, text }: RepositoryFile): ChangelogFacts['entries'] {
  const version = /[-_.]v?(\d+\.\d+(?:\.\d+)?)\.\w+$/.exec(baseName)?.[1];
  const line = text.search(/\S/);
  if (version === undefined || line < 0 || changelogName(baseName) !== 'strong') return [];
  const end = text.indexOf('\n', line);
  return [{ version, at: [line, end < 0 ? text.length : end] }];
}

function folderOf(folder: string): string {
  const segments = folder.split('/');
  const kept = segments.findIndex((segment) => KEPT_IN.test(segment));
  return (kept < 0 ? segments : segments.slice(0, kept)).join('/');
}

/** Changes without versions, of what is deployed continuously; a page of documentation by that name may tell how to write one. */
function isList({ path, baseName }: RepositoryFile, page: DocumentFacts | undefined): boolean {
  const bullets = page?.sections.reduce((sum, section) => sum + section.bullets, 0) ?? 0;
  return /^change-?log\./i.test(baseName) && bullets >= MIN_LIST && !/(?:^|\/)(?:docs?|documentation)\//i.test(path);
}

function parseChangelog(file: RepositoryFile): Parsed<'changelog'> {
  const page = PAGE.test(file.baseName) ? file.once(pageOf) : undefined;
  const read = page ? entriesOfPage(page) : entriesOfText(file.text);
  const found = read.entries.length > 0 ? read : { ...read, entries: ofName(file) };
  const pointer = found.entries.length === 0 ? pointerIn(file, page?.links ?? []) : undefined;
  const weak = /^(?:news|releases)|[-_.]changes\./i.test(file.baseName);
  const enough = found.entries.length >= (weak ? MIN_WEAK : 1) || (!weak && found.unreleased?.empty === false);
  const listed = !enough && isList(file, page);
  const declared = file.declared.includes('changelog');
  if (!enough && !pointer && !listed && !declared) return { artifacts: [], problems: [] };
  const facts: ChangelogFacts = { folder: folderOf(file.folder), ...found, ...(pointer ? { pointer } : {}) };
  const artifact: Artifact<'changelog'> = {
    kind: 'changelog',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: CONFIDENCE,
    why: [
      `is named ${file.baseName}`,
      pointer
        ? `leads to ${pointer.target}`
        : listed
          ? 'lists changes without versions'
          : `headings announce ${facts.entries.length} versions`,
    ],
    id: file.path,
    facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** What changed in each version, written for those who use or run it. */
export const changelogKind: KindModule<'changelog'> = {
  kind: 'changelog',
  factsVersion: 3,
  paths: { test: (name) => changelogName(name) !== undefined },
  notIn: NEVER_OURS,
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseChangelog,
  elements: ({ facts }) =>
    facts.entries.map(({ package: of, version, at }) =>
      listed('changelog-entry', of ? `${of}@${version}` : version, at),
    ),
};
