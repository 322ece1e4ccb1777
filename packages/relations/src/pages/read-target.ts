import { type ForgeUrl, forgeUrl, LONGEST_ADDRESS } from '../addresses/forge-url.ts';

/** What the text of a link asks for, before the tree is looked at. */
export type Wanted =
  | { readonly kind: 'file'; readonly url: ForgeUrl }
  /** Relative to the page, or to the root when it begins with a slash; '' path is the page itself. */
  | { readonly kind: 'path'; readonly path: string; readonly fragment: string }
  /** Another host or scheme: nothing of this repository. */
  | { readonly kind: 'elsewhere' }
  /** Template syntax, or a blank to be filled in. */
  | { readonly kind: 'open' }
  /** Brackets or quotes were written around an address, so that browsers take it for a path. */
  | { readonly kind: 'wrapped' }
  /** Quotes stand around a path, and are read as a part of it. */
  | { readonly kind: 'quoted' };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Template expressions, shell and Ruby interpolation, wiki links, and blanks like `<your-name>`. */
const TEMPLATE = /\{\{|\{%|<%|\$\{|\$\(|%\(|\[\[|[<>]|^\{|\}$|…|\.\.\.\.|^@|^\$/;
/** `[https://acme.dev]` between the parentheses of a link. */
const WRAPPED = /^[[("'“”‘’]+https?:\/\//i;
const QUOTED = /^(?:'[^']+'|"[^"]+"|“[^“”]+”|‘[^‘’]+’)$/;
/** Words that stand for an address which the reader is to put there. */
const BLANK = /^(?:url|link|links?-?here|todo|tbd|fixme|xxx+|example|path\/to\b.*|your[-_].*|#+|\.\.\.|-|_)$/i;

export function readTarget(target: string): Wanted {
  const text = target.trim();
  if (text.length > LONGEST_ADDRESS) return { kind: 'elsewhere' };
  if (text === '' || TEMPLATE.test(text) || BLANK.test(text)) return { kind: 'open' };
  if (WRAPPED.test(text)) return { kind: 'wrapped' };
  if (QUOTED.test(text)) return { kind: 'quoted' };
  if (text.startsWith('//')) return { kind: 'elsewhere' };
  if (SCHEME.test(text)) {
    const url = forgeUrl(text);
    return url ? { kind: 'file', url } : { kind: 'elsewhere' };
  }
  const hash = text.indexOf('#');
  const beforeHash = hash < 0 ? text : text.slice(0, hash);
  const query = beforeHash.indexOf('?');
  return {
    kind: 'path',
    path: (query < 0 ? beforeHash : beforeHash.slice(0, query)).replaceAll('\\', '/'),
    fragment: hash < 0 ? '' : text.slice(hash + 1),
  };
}

/** Top-level domains that links without a scheme were seen with; a file extension of the same spelling is not among them. */
const HOST =
  /^(?:www\.[a-z0-9-]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*)\.(?:com|org|net|io|dev|edu|gov|app|ai|co|uk|de|fr|eu|cloud)(?:[:/]|$)/i;

/** Is it an address whose scheme was forgotten (`backstage.io/docs`)? */
export function looksLikeHost(path: string): boolean {
  return HOST.test(path);
}

/** An e-mail address, without `mailto:`. */
export function looksLikeMail(path: string): boolean {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(path);
}
