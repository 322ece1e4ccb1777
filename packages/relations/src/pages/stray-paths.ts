import type { Tree } from '@shipworthy/model';
import { extensionOf, folderOf } from '../addresses/repository-path.ts';
import type { Site } from './sites.ts';

/** Signs by which a path that cannot be followed as written is known to be wrong all the same. */

/** Files that only exist as they are committed: no generator makes them of something else. */
const SOURCE_FILE =
  /\.(?:mdx?|markdown|ya?ml|toml|tf|go|py|rb|rs|java|kt|[cm]?[jt]sx?|sh|proto|sql|libsonnet|jsonnet)$/i;
/** Generators that take a relative address as it is written, though they make pages of their own besides. */
const LITERAL_PATHS: ReadonlySet<string> = new Set(['Jekyll', 'Middleman']);
/** `page.html` is made of a file with one of these endings. */
const PAGE_SOURCES = ['.html.md', '.html.md.erb', '.html.erb', '.md'];

/** A relative path climbs above the root; what is left of it without climbing is a file, so `..` was counted wrong. */
export function fileAboveRoot(tree: Tree, written: string): string | undefined {
  const rest = written.replace(/^(?:\.{1,2}\/)+/, '');
  return tree.hasFile(rest) ? rest : undefined;
}

/**
 * A path from the root names a source file in a folder that the root has, and no folder above the page, which a site
 * could be made from, has it: only the forge reads it, which looks from the root, and does not find it.
 * @param path without the slash at its beginning
 */
export function isReadFromRoot(tree: Tree, page: string, path: string, site: Site | undefined): boolean {
  if (site?.links === 'free' || !SOURCE_FILE.test(path)) return false;
  if (!path.includes('/') || !tree.hasFolder(path.slice(0, path.indexOf('/')))) return false;
  for (let folder = folderOf(page); folder !== ''; folder = folderOf(folder))
    if (tree.hasFile(`${folder}/${path}`)) return false;
  return true;
}

/**
 * The file that was meant by a relative path which a generator of pages would take as it is written: the only one of
 * that name, in another folder. A page is only missed from a folder that is there: others may be made by the generator.
 * @param moved the only file of the repository that is named as a path is
 */
export function fileInOtherFolder(
  tree: Tree,
  path: string,
  written: string,
  site: Site | undefined,
  moved: (path: string) => string | undefined,
): string | undefined {
  if (site === undefined || !LITERAL_PATHS.has(site.generator)) return undefined;
  if (SOURCE_FILE.test(path)) return moved(path);
  if (extensionOf(path) !== 'html' || !(tree.hasFolder(folderOf(path)) || tree.hasFolder(folderOf(written))))
    return undefined;
  const stem = path.replace(/\.html$/i, '');
  return PAGE_SOURCES.map((ending) => moved(stem + ending)).find((found) => found !== undefined);
}
