import type { RunbookSite, Tree } from '@shipworthy/model';
import { percentDecoded } from '../addresses/repository-path.ts';

/** What a site generator leaves off an address: the extension, or the name of a folder's own page. */
const ENDINGS = [
  '',
  '.md',
  '.mdx',
  '.markdown',
  '.adoc',
  '.rst',
  '/index.md',
  '/_index.md',
  '/README.md',
  '/readme.md',
];

/** The page of this repository that an address of a declared site is made from. */
export type SitePage =
  | { readonly found: true; readonly path: string; readonly fragment: string }
  /** The site is declared and has no such page; `expected` is the first name it could have. */
  | { readonly found: false; readonly expected: string };

/** `undefined` when the address belongs to no declared site. */
export function pageOfSite(sites: readonly RunbookSite[], tree: Tree, address: string): SitePage | undefined {
  const site = sites.find(({ prefix }) => beginsWith(address, prefix));
  if (!site) return undefined;
  const [path = '', fragment = ''] = address.slice(site.prefix.length).split('#', 2);
  const rest = percentDecoded(path.replace(/\?.*$/s, '')).replace(/^\/+|(?:\/|\.html?)$/g, '');
  const page = [site.folder, rest].filter((part) => part !== '').join('/');
  const candidates = ENDINGS.map((ending) => (page + ending).replace(/^\//, ''));
  const found =
    candidates.find((candidate) => tree.hasFile(candidate)) ??
    candidates.map((candidate) => tree.ignoringCase(candidate)).find((candidate) => candidate !== undefined);
  return found === undefined
    ? { found: false, expected: page === '' ? 'README.md' : `${page}.md` }
    : { found: true, path: found, fragment: fragment === '' ? '' : `#${fragment}` };
}

/** `https://r.acme.dev/a` begins `https://r.acme.dev/a/b`, not `https://r.acme.dev/ab`. */
function beginsWith(address: string, prefix: string): boolean {
  return address.startsWith(prefix) && (prefix.endsWith('/') || /^(?:[/?#]|$)/.test(address.slice(prefix.length)));
}
