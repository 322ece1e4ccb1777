import type { MentionFacts, PageLink, Tree } from '@shipworthy/model';
import { findPath } from '../pages/find-path.ts';
import { baseNameOf, extensionOf, folderOf, resolvePath } from '../shared/repository-path.ts';

/** Characters of globs, blanks, variables and command syntax: the text names no single file. */
const NOT_ONE_FILE =
  /[*?<>{}$|"'`=,;:()[\]@~%\s]|\.\.\.|…|^-|\/\/|^\/|^\.\.[\\/]\.\.[\\/]\.\.|(?:^|\/)(?:path\/to|your|my|foo|bar|example|xxx)\b/i;

/**
 * Paths that prose or commands name without linking them. Only named when the file exists, or when it surely should:
 * the path begins with `./` or with a folder that exists, names a file, and no file of that name lies elsewhere.
 */
export function mentionFinder(tree: Tree): (page: string, mention: MentionFacts) => PageLink[] {
  let baseNames: Set<string> | undefined;
  return (page, mention) => {
    const written = mention.value.replaceAll('\\', '/');
    if (NOT_ONE_FILE.test(written) || !written.includes('/')) return [];
    const at = { path: page, span: mention.at };
    const bases = [...new Set(['', folderOf(page)])];
    const candidates = bases.map((base) => resolvePath(base, written)).filter((path) => path !== undefined);
    const named = { target: mention.value, at, form: mention.where };
    const existing = candidates.find((path) => tree.hasFile(path) || tree.hasFolder(path));
    if (existing !== undefined)
      return [{ ...named, link: { state: 'resolved', to: { path: existing }, how: 'path in text' } }];
    baseNames ??= new Set(tree.paths.map((path) => baseNameOf(path).toLowerCase()));
    const base = baseNameOf(written);
    if (extensionOf(base) === '' || baseNames.has(base.toLowerCase())) return [];
    const sure = candidates.some((path) => surelyMeant(tree, path, written));
    if (!sure || candidates.some((path) => findPath(tree, path, undefined).found === 'unknown')) return [];
    return [{ ...named, link: { state: 'dangling', at, wanted: mention.value, lacks: 'file' } }];
  };
}

/** With a folder that exists, or in the page's own words `./folder/file`: a lone `./file` is often one to be made. */
function surelyMeant(tree: Tree, path: string, written: string): boolean {
  const folder = folderOf(path);
  if (folder === '') return false;
  if (written.startsWith('./')) return folderOf(written.slice(2)) !== '';
  return tree.hasFolder(folder);
}
