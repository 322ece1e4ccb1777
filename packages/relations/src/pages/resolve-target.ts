import type { DocumentFacts, Link, LinkFacts, Place, RelationContext } from '@shipworthy/model';
import { isDefaultRef } from '../addresses/forge-url.ts';
import { extensionOf, folderOf, percentDecoded, resolvePath } from '../addresses/repository-path.ts';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { oncePerContext } from '../once-per-context.ts';
import { mayBeHeading } from './anchors.ts';
import { findAnchor } from './find-anchor.ts';
import { findPath, type PathAnswer, pageFromAbove } from './find-path.ts';
import { readInForm } from './form-links.ts';
import { movedFile } from './moved-file.ts';
import { pageIndex, placeOfAnchor } from './page-index.ts';
import { looksLikeHost, looksLikeMail, readTarget } from './read-target.ts';
import { isForgePage, type Site, siteOf } from './sites.ts';
import { fileAboveRoot, fileInOtherFolder, isReadFromRoot } from './stray-paths.ts';

/** Middleman only makes headings of a page's own text, unless the page is a template; is the anchor none of them in any spelling? */
const isSeenWhole = ({ generator }: Site, path: string, page: DocumentFacts, anchor: string): boolean =>
  generator === 'Middleman' && path.endsWith('.md') && !mayBeHeading(page, percentDecoded(anchor));

/** A link as it is written. */
export interface WrittenLink {
  readonly target: string;
  readonly at: Place;
  /** How it is written, where that matters: an address in angle brackets needs no scheme, a picture may have a folder of its own. */
  readonly form?: LinkFacts['form'];
}

/** A page as a site serves it. */
const BUILT = /\.html?$/i;

/**
 * Follows one link of a page. `undefined`: it asks for nothing of this repository (another host, a template expression).
 */
export type FollowLink = (link: WrittenLink) => Link | undefined;

export const followLink: (context: RelationContext) => FollowLink = oncePerContext((context) => {
  const { tree } = context;
  const identity = repositoryIdentity(context);
  const pages = pageIndex(context);
  const site = siteOf(context);
  const moved = movedFile(context);

  return ({ target, at, form }) => {
    const wanted = readTarget(target);
    if (wanted.kind === 'elsewhere' || wanted.kind === 'open') return undefined;
    if (wanted.kind === 'wrapped') return malformed('brackets or quotes around an address make it a path');
    if (wanted.kind === 'quoted') return malformed('the quotes around it are read as a part of it');
    if (wanted.kind === 'file') {
      const { repository, ref, path, fragment } = wanted.url;
      if (identity === undefined)
        return { state: 'unknown', why: 'the repository does not tell its own name on the forge', at };
      if (repository !== identity) return undefined;
      if (!isDefaultRef(ref)) return { state: 'unknown', why: `it leads to the revision ${ref}`, at };
      return arrive(findPath(tree, path, undefined), fragment, undefined, path);
    }
    const { path, fragment } = wanted;
    if (path === '') return arrive({ found: true, path: at.path }, fragment, site(at.path));
    if (looksLikeMail(path)) return form === 'autolink' ? undefined : malformed('the scheme (mailto:) is missing');
    if (fragment !== '' && isFile(`${percentDecoded(path)}#${fragment}`))
      return malformed('the file is there; an address must write the # of its name as %23');
    return fromPage(percentDecoded(path), fragment, site(at.path));

    function isFile(written: string): boolean {
      const absolute = written.startsWith('/');
      const resolved = resolvePath(absolute ? '' : folderOf(at.path), absolute ? written.slice(1) : written);
      return resolved !== undefined && tree.hasFile(resolved);
    }

    function fromPage(written: string, anchor: string, publisher: Site | undefined): Link | undefined {
      const asForm = readInForm(at.path, written);
      if (asForm?.kind === 'page') return undefined;
      if (asForm)
        return isDefaultRef(asForm.ref)
          ? arrive(findPath(tree, asForm.path, undefined), anchor, undefined, asForm.path)
          : { state: 'unknown', why: `it leads to the revision ${asForm.ref}`, at };
      const absolute = written.startsWith('/');
      const resolved = resolvePath(absolute ? '' : folderOf(at.path), absolute ? written.slice(1) : written);
      if (resolved === undefined) {
        const meant = publisher === undefined ? fileAboveRoot(tree, written) : undefined;
        return meant === undefined
          ? { state: 'unknown', why: 'it leads out of the repository', at }
          : dangling('file', { note: `it leads out of the repository; the root has /${meant}` });
      }
      // The README of a book leads to pages by what they are built into; on the forge alone nobody writes so.
      const shownBy = publisher ?? (BUILT.test(written) && folderOf(at.path) !== '' ? site(at.path, true) : undefined);
      const answer = findPath(tree, resolved, shownBy, isForgePage(at.path));
      if (answer.found === true) return arrive(answer, anchor, publisher);
      // A site that publishes `x.md` as `x/` makes the browser look one folder deeper.
      const deeper = publisher && !absolute ? resolvePath(at.path.replace(/\.[^/]*$/, ''), written) : undefined;
      const below = deeper === undefined ? answer : findPath(tree, deeper, publisher);
      if (below.found === true)
        return arrive({ found: true, path: below.path, note: 'as seen from the published page' }, anchor, publisher);
      if (pages.page(at.path)?.format === 'asciidoc' && (form === 'image' || extensionOf(written) !== 'adoc'))
        return {
          state: 'unknown',
          why: 'AsciiDoc finds pictures and cross references by settings of the whole book',
          at,
        };
      if (absolute && !isReadFromRoot(tree, at.path, resolved, publisher))
        return { state: 'unknown', why: `${written} is an address of a site`, at };
      if (looksLikeHost(written)) return malformed('the scheme (https://) is missing');
      const above = answer.found === false && !isForgePage(at.path) ? pageFromAbove(tree, at.path, written) : undefined;
      if (above !== undefined)
        return { state: 'unknown', why: `a site whose root is a folder above may publish ${above}`, at };
      const fromRoot = resolvePath('', written);
      if (answer.found === false && fromRoot && (tree.hasFile(fromRoot) || tree.hasFolder(fromRoot)))
        return dangling('file', { note: `read from the folder of this page; the root has /${fromRoot}` });
      const other =
        answer.found === 'unknown' && answer.siteMade
          ? fileInOtherFolder(tree, resolved, written, publisher, moved)
          : undefined;
      return other === undefined ? arrive(answer, anchor, publisher, resolved) : dangling('file', { nearest: other });
    }

    function arrive(answer: PathAnswer, anchor: string, publisher: Site | undefined, asked?: string): Link {
      if (answer.found === 'unknown') return { state: 'unknown', why: answer.why, at };
      if (!answer.found) {
        const near = answer.nearest ?? (asked === undefined ? undefined : moved(asked));
        return dangling('file', near === undefined ? {} : { nearest: near });
      }
      const note = answer.note === undefined ? {} : { note: answer.note };
      if (anchor === '' || tree.hasFolder(answer.path))
        return { state: 'resolved', to: { path: answer.path }, how: 'link', ...note };
      const found = findAnchor(pages, answer.path, anchor, publisher !== undefined);
      if (found.found === 'unknown') return { state: 'unknown', why: found.why, at };
      const page = pages.page(answer.path);
      if (!found.found) {
        // Content tabs and snippets of MkDocs are anchors that the text does not show as headings.
        const unseen = publisher?.generator === 'MkDocs' && found.nearest === undefined;
        const spelled = publisher?.links === 'free' && !(page && isSeenWhole(publisher, answer.path, page, anchor));
        if (publisher && (spelled || unseen))
          return { state: 'unknown', why: `${publisher.generator} makes anchors of its own`, at };
        const nearest = found.nearest === undefined ? {} : { nearest: found.nearest };
        return dangling('anchor', { target: { path: answer.path }, ...nearest });
      }
      const to: Place =
        page && found.anchor !== undefined
          ? placeOfAnchor(answer.path, pages.anchors(answer.path), found.anchor)
          : { path: answer.path };
      const spelling = found.note === undefined ? note : { note: found.note };
      return { state: 'resolved', to, how: 'link', ...spelling };
    }

    function malformed(note: string): Link {
      return { ...dangling('file', { note }), malformed: true };
    }

    function dangling(
      lacks: 'file' | 'anchor',
      more: { readonly target?: Place; readonly nearest?: string; readonly note?: string },
    ): Link & { state: 'dangling' } {
      return { state: 'dangling', at, wanted: target, lacks, ...more };
    }
  };
});
