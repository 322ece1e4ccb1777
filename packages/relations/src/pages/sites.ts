import type { RelationContext, Tree } from '@shipworthy/model';
import { baseNameOf, folderOf, resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';
import { SITE_SIGNATURES, type SiteSignature } from './site-signatures.ts';

/** A site generator that publishes pages of this repository. */
export interface Site {
  readonly generator: string;
  readonly links: SiteSignature['links'];
}

/** Pages that are read on the forge wherever they lie, whatever a site makes of them. */
const FORGE_PAGE =
  /^(?:readme|contributing|code[-_]of[-_]conduct|security|support|governance|maintainers|changelog|changes|history|releasing|release)\b[^/]*$/i;

/**
 * Only Hugo names a section's page so; the site's configuration may stand in another repository. Its pages are read on
 * the forge too, so a link that names a file is taken as written.
 */
const HUGO_SECTION = '_index.md';
const HUGO: Site = { generator: 'Hugo', links: 'literal' };

/** `page.html.md.erb`: the name itself says what it is built into. */
const BUILT_PAGE = /\.html\.[a-z.]+$/i;

export function isForgePage(path: string): boolean {
  return FORGE_PAGE.test(baseNameOf(path));
}

/**
 * The site that publishes a page, if one does: the nearest above it.
 * @param shown also for pages that are read on the forge: a book shows its READMEs as well
 */
export type SiteOf = (path: string, shown?: boolean) => Site | undefined;

export const siteOf: (context: RelationContext) => SiteOf = oncePerContext(({ tree }) => {
  const byStem = new Map<string, SiteSignature[]>();
  for (const signature of SITE_SIGNATURES)
    byStem.set(signature.stem, [...(byStem.get(signature.stem) ?? []), signature]);
  const roots = new Map<string, Site>();
  const publish = (root: string, { generator, links, insteadOf }: SiteSignature) => {
    const there = roots.get(root);
    // Where two generators share a folder, the one that leaves more open decides.
    if (there?.links !== 'free' || there.generator === insteadOf) roots.set(root, { generator, links });
  };
  for (const path of tree.paths) {
    const name = baseNameOf(path);
    const dot = name.startsWith('mkdocs') ? 'mkdocs'.length : name.indexOf('.', 1);
    const signatures = dot > 0 ? byStem.get(name.slice(0, dot)) : undefined;
    if (!signatures) continue;
    const folder = folderOf(path);
    for (const signature of signatures) {
      if (!signature.config.test(name) || (signature.inFolder && baseNameOf(folder) !== signature.inFolder)) continue;
      if (signature.beside !== undefined && !tree.hasFile(resolvePath(folder, signature.beside) ?? '')) continue;
      const below = signature.content.map((content) => resolvePath(folder, content));
      const existing = below.find((root) => root !== undefined && tree.hasFolder(root));
      if (existing === undefined && signature.needsContent) continue;
      publish(existing ?? folder, signature);
      // A website folder often publishes the `docs` beside it.
      const beside = signature.generator === 'Docusaurus' ? resolvePath(folder, '../docs') : undefined;
      if (beside !== undefined && tree.hasFolder(beside)) publish(beside, signature);
    }
  }
  return (path, shown = false) => {
    if (BUILT_PAGE.test(path)) return { generator: 'Middleman', links: 'free' };
    if (!shown && isForgePage(path)) return undefined;
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const site = roots.get(folder);
      if (site) return site;
      if (folder === '') break;
    }
    if (isInHugoSection(tree, path)) return HUGO;
    // Components of MDX only mean something to a site, even if its config is not where it is looked for.
    return path.endsWith('.mdx') ? { generator: 'MDX', links: 'free' } : undefined;
  };
});

function isInHugoSection(tree: Tree, path: string): boolean {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    if (tree.hasFile(`${folder}/${HUGO_SECTION}`)) return true;
  return tree.hasFile(HUGO_SECTION);
}
