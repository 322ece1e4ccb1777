import type { DocumentFacts, MentionFacts, PageLink, Tree } from '@shipworthy/model';
import { nearest } from '../addresses/nearest.ts';
import { baseNameOf, extensionOf, folderOf, resolvePath } from '../addresses/repository-path.ts';
import { findPath } from '../pages/find-path.ts';
import { filesNamed } from '../tree/files-named.ts';

/** Characters of globs, blanks, variables and command syntax: the text names no single file. */
const NOT_ONE_FILE =
  /[*?<>{}$|"'`=,;:()[\]@~%\s]|\.\.\.|…|^-|\/\/|^\/|^\.\.[\\/]\.\.[\\/]\.\.|(?:^|\/)(?:path\/to|your|my|foo|bar|example|xxx)\b/i;

/** What a command that names it runs, so it has to be there; data files are often made by the reader. */
const SCRIPTS = new Set(['sh', 'bash', 'ps1', 'bat', 'cmd']);

/** Letters by which a mistyped file name differs; names that differ in more are other files. */
const TYPING_ERROR = 2;

/** One format under two extensions. Any other change of extension makes another file: `backup.sh` is not `backup.py`. */
const EXTENSION: Readonly<Record<string, string>> = { yaml: 'yml', markdown: 'md', jpeg: 'jpg', htm: 'html' };

/** Finds what a mention of a page names: at most one link. */
export type FindMention = (path: string, page: DocumentFacts, mention: MentionFacts) => PageLink[];

/**
 * Paths that prose or commands name without linking them. Prose also names files of other repositories, files to be
 * made and files that are gone on purpose, so a path dangles only where one of two signs says that it should be there:
 * a command runs `./script.sh` or reads from a hidden folder (`./.config/x`), or a file of nearly the same name exists.
 */
export function mentionFinder(tree: Tree): FindMention {
  const named = filesNamed(tree);
  let byFolder: ReadonlyMap<string, string[]> | undefined;
  return (path, page, mention) => {
    const written = mention.value.replaceAll('\\', '/');
    if (NOT_ONE_FILE.test(written) || !written.includes('/')) return [];
    const at = { path, span: mention.at };
    const bases = [...new Set(['', folderOf(path)])];
    const candidates = bases.map((base) => resolvePath(base, written)).filter((candidate) => candidate !== undefined);
    const found = { target: mention.value, at, form: mention.where };
    const existing = candidates.find((candidate) => tree.hasFile(candidate) || tree.hasFolder(candidate));
    if (existing !== undefined)
      return [{ ...found, link: { state: 'resolved', to: { path: existing }, how: 'path in text' } }];
    const base = baseNameOf(written);
    if (extensionOf(base) === '' || named(base).length > 0 || isLinkedElsewhere(page, base)) return [];
    if (candidates.some((candidate) => findPath(tree, candidate, undefined).found === 'unknown')) return [];
    byFolder ??= namesByFolder(tree);
    const near = nearMiss(byFolder, candidates);
    if (near !== undefined && isAlternative(page, mention, near)) return [];
    if (near === undefined && !(mention.where === 'fence' && mustBeThere(written))) return [];
    const nearby = near === undefined ? {} : { nearest: near };
    return [{ ...found, link: { state: 'dangling', at, wanted: mention.value, lacks: 'file', ...nearby } }];
  };
}

/** Characters between two names of one sentence. */
const BESIDE = 80;

/** "`.github/x.yml` or `.github/x.yaml`": the page tells which names are looked for, and the other one is here. */
function isAlternative({ mentions }: DocumentFacts, { at }: MentionFacts, near: string): boolean {
  return mentions.some(
    (other) => other.value.replace(/^\.\//, '') === near && Math.abs(other.at[0] - at[0]) <= BESIDE + near.length,
  );
}

function namesByFolder(tree: Tree): Map<string, string[]> {
  const byFolder = new Map<string, string[]>();
  for (const path of tree.paths) {
    const folder = folderOf(path);
    const names = byFolder.get(folder);
    if (names) names.push(baseNameOf(path));
    else byFolder.set(folder, [baseNameOf(path)]);
  }
  return byFolder;
}

/** A file of nearly the same name and of the same format in the very folder. */
function nearMiss(byFolder: ReadonlyMap<string, string[]>, candidates: readonly string[]): string | undefined {
  for (const candidate of candidates) {
    const folder = folderOf(candidate);
    const found = folder === '' ? undefined : nearest(baseNameOf(candidate), byFolder.get(folder) ?? [], TYPING_ERROR);
    if (found !== undefined && formatOf(found) === formatOf(candidate)) return `${folder}/${found}`;
  }
  return undefined;
}

function formatOf(path: string): string {
  const extension = extensionOf(path);
  return EXTENSION[extension] ?? extension;
}

function mustBeThere(written: string): boolean {
  if (!written.startsWith('./') || folderOf(written.slice(2)) === '') return false;
  return SCRIPTS.has(extensionOf(written)) || /^\.\/\.[\w-]+\//.test(written);
}

/** Last segments of a page's links: a file that is linked in another repository is explained. */
const linkedNames = new WeakMap<DocumentFacts, ReadonlySet<string>>();
function isLinkedElsewhere(page: DocumentFacts, base: string): boolean {
  const names =
    linkedNames.get(page) ?? new Set(page.links.map(({ target }) => baseNameOf(target.replace(/[?#].*$/s, ''))));
  linkedNames.set(page, names);
  return names.has(base);
}
