import type { Artifact, LinkFacts } from '@shipworthy/model';

/** A link of a page to another page of the repository, one hop away. */
export interface LinkedPage {
  readonly link: LinkFacts;
  /** Heading of the section that holds the link; '' before the first. */
  readonly heading: string;
  readonly page: Artifact<'document'>;
}

/** A link to another host. */
export interface OutsideLink {
  readonly link: LinkFacts;
  readonly heading: string;
}

const ADDRESS = /^https?:\/\//i;
/** `/owner/name/blob/main/docs/setup.md` of a forge: only the path within the repository is looked at. */
const FORGE_PATH = /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|src)\/(?:branch\/)?[^/]+\/([^?#]+)/i;

/** Where a page leads within the repository, in the order of its links. */
export function linkedPages(from: Artifact<'document'>, documents: readonly Artifact<'document'>[]): LinkedPage[] {
  const byPath = new Map(documents.map((document) => [document.path.toLowerCase(), document]));
  return from.facts.links.flatMap((link) => {
    const path = link.form === 'image' ? undefined : pathOf(link.target, from.path);
    if (path === undefined) return [];
    const page = pageAt(path, byPath);
    const isFolder =
      page === undefined || page.path.toLowerCase().startsWith(`${path.toLowerCase().replace(/\/*$/, '')}/`);
    const pages = new Set([...(page ? [page] : []), ...(isFolder ? pagesIn(path, documents) : [])]);
    pages.delete(from);
    return [...pages].map((one) => ({ link, heading: headingOf(from, link), page: one }));
  });
}

/** A folder shows its list of files, above its page if it has one: so many of them are looked at. */
const MAX_LISTED = 20;

function pagesIn(folder: string, documents: readonly Artifact<'document'>[]): Artifact<'document'>[] {
  const inside = folder.toLowerCase().replace(/\/*$/, '/');
  if (inside === '/') return [];
  const listed = documents.filter(({ path }) => {
    const known = path.toLowerCase();
    return known.startsWith(inside) && !known.includes('/', inside.length);
  });
  return listed.slice(0, MAX_LISTED);
}

/** Links of a page to other hosts; pictures and badges left out. */
export function outsideLinks(from: Artifact<'document'>): OutsideLink[] {
  return from.facts.links
    .filter((link) => link.form !== 'image' && ADDRESS.test(link.target))
    .map((link) => ({ link, heading: headingOf(from, link) }));
}

const DOCUMENTATION_HOST =
  /^https?:\/\/((?:docs?|documentation|develop(?:ers?)?|help|handbook|manual|learn)\.[^/?#]+|[^/?#]+\.readthedocs\.(?:io|org))/i;
/** A page that leads to one documentation site so often keeps its documentation there. */
const MIN_LINKS_TO_SITE = 3;
/** Shorter words of a host are endings and countries, and fit too many names. */
const MIN_NAME = 3;

/**
 * The first link of a page to the documentation site that it leads to again and again, and that has a name of the
 * repository: a page leads to the documentation of its framework as often.
 * @param names what the repository and its owner call themselves, lower case
 */
export function linkToOwnSite(from: Artifact<'document'>, names: readonly string[]): OutsideLink | undefined {
  const byHost = new Map<string, OutsideLink[]>();
  for (const outside of outsideLinks(from)) {
    const host = DOCUMENTATION_HOST.exec(outside.link.target)?.[1]?.toLowerCase();
    if (host !== undefined && isNamedAfter(host, names)) byHost.set(host, [...(byHost.get(host) ?? []), outside]);
  }
  return [...byHost.values()].find((links) => links.length >= MIN_LINKS_TO_SITE)?.[0];
}

/** `docs.acme.com` and `acme-shop.readthedocs.io` for what is called `acme` or `acme-shop`. */
function isNamedAfter(host: string, names: readonly string[]): boolean {
  const known = new Set(names.map(bare));
  return host
    .split('.')
    .slice(0, -1)
    .some((label) => [bare(label), ...label.split('-')].some((word) => word.length >= MIN_NAME && known.has(word)));
}

const bare = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Pages of a project at a host of such pages: `owner.github.io/name`, `name.gitlab.io`. */
const PROJECT_SITE = /^https?:\/\/[\w-]+\.(?:(?:github|gitlab)\.io|pages\.dev|netlify\.app)(?:\/|$)/i;
/** The words of a link that names nothing by itself: "documentation is [here](…)", the address or the host as it is. */
const POINTS =
  /^(?:(?:click )?here|this(?: (?:page|site|link))?|link|https?:\/\/\S+|(?:[\w-]+\.){0,4}(?:github|gitlab|readthedocs)\.io)$/i;

/** The first link that says no more than "here" and leads to a site of documentation. */
export function linkToDocumentation(from: Artifact<'document'>): OutsideLink | undefined {
  return outsideLinks(from).find(
    ({ link }) =>
      POINTS.test(link.text.trim()) && (DOCUMENTATION_HOST.test(link.target) || PROJECT_SITE.test(link.target)),
  );
}

/** The first link of a page to a folder that holds one of the paths, at whatever depth. */
export function linkToFolderOf(
  from: Artifact<'document'>,
  paths: readonly string[],
): { readonly link: LinkFacts; readonly path: string } | undefined {
  for (const link of from.facts.links) {
    const folder = link.form === 'image' ? undefined : pathOf(link.target, from.path)?.replace(/\/$/, '');
    const path = folder && paths.find((one) => one.startsWith(`${folder}/`));
    if (path) return { link, path };
  }
  return undefined;
}

const headingOf = (page: Artifact<'document'>, link: LinkFacts): string =>
  page.facts.sections[link.section]?.heading ?? '';

function pageAt(path: string, byPath: ReadonlyMap<string, Artifact<'document'>>): Artifact<'document'> | undefined {
  const wanted = path.toLowerCase().replace(/\/$/, '');
  const inFolder = wanted === '' ? '' : `${wanted}/`;
  return (
    byPath.get(wanted) ??
    byPath.get(`${wanted}.md`) ??
    byPath.get(`${inFolder}readme.md`) ??
    byPath.get(`${inFolder}index.md`)
  );
}

/** Path from the root that a link names, or undefined when it names none (another host, the same page). */
function pathOf(target: string, page: string): string | undefined {
  const forge = FORGE_PATH.exec(target)?.[1];
  if (forge !== undefined) return forge;
  const written = target.replace(/[?#].*$/s, '');
  if (written === '' || /^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
  const parts = written.startsWith('/') ? [] : page.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
