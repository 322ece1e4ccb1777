import type { Tree } from '@shipworthy/model';
import { baseNameOf, extensionOf, folderOf } from '../addresses/repository-path.ts';
import { mountOf } from '../tree/mount.ts';
import type { Site } from './sites.ts';

/** Whether the repository has what a path asks for. */
export type PathAnswer =
  | { readonly found: true; readonly path: string; readonly note?: string }
  | { readonly found: false; readonly nearest?: string }
  /** `siteMade`: the generator of a site may make it. */
  | { readonly found: 'unknown'; readonly why: string; readonly siteMade?: true };

/** Folders that builds and tools fill and that are not committed. */
const BUILT_FOLDERS = new Set([
  'dist',
  'build',
  'out',
  'target',
  'node_modules',
  '_build',
  '_site',
  'coverage',
  'generated',
  'gen',
  'tmp',
  'bin',
  'obj',
  'public',
  'storybook-static',
  'site',
  '.next',
  '.venv',
  'venv',
]);
/** Files that each person makes for themselves. */
const LOCAL_FILE = /^\.env(?:\.|$)|\.local(?:\.|$)|\.log$/;
const PAGE_ENDINGS = ['.md', '.mdx', '.markdown', '.rst', '.adoc', '.html.md', '.md.erb', '.html.md.erb'];
const INDEX_NAMES = ['index', '_index', 'README', 'readme'];
/** What the last segment of a site's own address ends with: nothing, a built page, a version number. */
const ADDRESS_EXTENSION = /^(?:html?|\d*)$/;

/**
 * Looks a path of the repository up as a page's reader would be led to it.
 * @param site the generator that publishes the page that links, if one does
 * @param forgePage the page is surely read on the forge, where a missing extension is a dead link
 */
export function findPath(tree: Tree, path: string, site: Site | undefined, forgePage = true): PathAnswer {
  if (tree.hasFile(path) || tree.hasFolder(path)) return { found: true, path };
  const published = publishedAs(tree, path);
  if (published !== undefined && site) return { found: true, path: published, note: `published from ${published}` };
  const mount = mountOf(tree, path);
  if (mount !== undefined)
    return { found: 'unknown', why: `${mount} is a link or a submodule; what is in it is not seen` };
  if (site && (site.links === 'free' || ADDRESS_EXTENSION.test(extensionOf(path))))
    return { found: 'unknown', why: `${site.generator} makes its own addresses`, siteMade: true };
  if (tree.ignores(path)) return { found: 'unknown', why: `git ignores ${path}, so it may be made or fetched` };
  if (isBuilt(tree, path)) return { found: 'unknown', why: `${path} may be made by a build` };
  if (published !== undefined && !forgePage)
    return { found: 'unknown', why: `a site that leaves extensions out may publish ${published}` };
  const near = published ?? tree.ignoringCase(path);
  return near === undefined ? { found: false } : { found: false, nearest: near };
}

/** The source of a page addressed as `x.html`, `x` or `x/`. */
function publishedAs(tree: Tree, path: string): string | undefined {
  const stem = path.replace(/\.html?$/, '');
  for (const ending of PAGE_ENDINGS) {
    if (tree.hasFile(stem + ending)) return stem + ending;
    for (const index of INDEX_NAMES) {
      const inFolder = `${stem === '' ? '' : `${stem}/`}${index}${ending}`;
      if (tree.hasFile(inFolder)) return inFolder;
    }
  }
  return undefined;
}

/**
 * The page that is meant by an address without an extension if the site's root is a folder above the page that links:
 * pages are often written for a root that only the program which shows them knows.
 */
export function pageFromAbove(tree: Tree, page: string, written: string): string | undefined {
  if (extensionOf(written) !== '' || written.startsWith('.')) return undefined;
  for (let folder = folderOf(folderOf(page)); folder !== ''; folder = folderOf(folder)) {
    const published = publishedAs(tree, `${folder}/${written}`);
    if (published !== undefined) return published;
  }
  return undefined;
}

/** Is the path below a folder that a build makes, which is why the tree does not have it? */
function isBuilt(tree: Tree, path: string): boolean {
  if (LOCAL_FILE.test(baseNameOf(path))) return true;
  let above = '';
  for (const segment of path.split('/')) {
    above = above === '' ? segment : `${above}/${segment}`;
    if (!tree.hasFolder(above)) return BUILT_FOLDERS.has(segment.toLowerCase());
  }
  return false;
}
