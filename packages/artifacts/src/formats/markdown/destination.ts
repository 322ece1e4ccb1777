/** Deepest nesting of parentheses in a bare link destination, as cmark limits it. */
const MAX_PARENTHESES = 32;
/** Longest title that is looked for, so that unclosed quotes stay linear. */
const MAX_TITLE = 2000;

const SPACE = 32;
const BACKSLASH = 92;

/** A parsed destination; `end` is the position behind it, the closing angle bracket included. */
export interface Destination {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

/** Is the UTF-16 unit white space as Markdown means it inside links? */
export function isSpace(unit: number): boolean {
  return unit === SPACE || unit === 9 || unit === 10 || unit === 13;
}

/** Position of the first unit at or behind `from` that is not white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Longest template expression that is read as part of a destination. */
const MAX_TEMPLATE = 500;

/** Position behind a template expression at `from` (`{{< ref "page.md" >}}` of a site generator), or `from`. */
function templateEnd(text: string, from: number): number {
  if (!text.startsWith('{{', from)) return from;
  const expression = text.slice(from, from + MAX_TEMPLATE);
  const end = expression.indexOf('}}');
  return end < 0 || expression.lastIndexOf('\n', end) >= 0 ? from : from + end + 2;
}

/** Reads a destination (CommonMark 0.31, "link destination") at `from`: `<a b>` or balanced, unspaced text. */
export function readDestination(text: string, from: number): Destination | undefined {
  if (text.charCodeAt(from) === 60) {
    for (let at = from + 1; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 62) return { start: from + 1, stop: at, end: at + 1 };
      if (unit === 10 || unit === 60) return undefined;
      if (unit === BACKSLASH) at++;
    }
    return undefined;
  }
  let depth = 0;
  let at = templateEnd(text, from);
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= SPACE || unit === 127) break;
    if (unit === BACKSLASH) {
      if (at + 1 < text.length && !isSpace(text.charCodeAt(at + 1))) at++;
    } else if (unit === 40) {
      if (++depth > MAX_PARENTHESES) return undefined;
    } else if (unit === 41) {
      if (depth === 0) break;
      depth--;
    }
  }
  return depth === 0 ? { start: from, stop: at, end: at } : undefined;
}

/** Position behind a quoted title at `from`, or undefined when there is none. */
export function readTitle(text: string, from: number): number | undefined {
  const open = text.charCodeAt(from);
  if (open !== 34 && open !== 39 && open !== 40) return undefined;
  const close = open === 40 ? 41 : open;
  const limit = Math.min(text.length, from + MAX_TITLE);
  for (let at = from + 1; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === close) return at + 1;
    if (unit === 40 && open === 40) return undefined;
    if (unit === BACKSLASH) at++;
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  rarr: '→',
  larr: '←',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
};

/** Character references decoded; names that are not among the common ones stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** A destination as a reader gets it: backslash escapes and character references resolved. */
export function unescapeDestination(written: string): string {
  const plain = written.includes('\\') ? written.replace(/\\([!-/:-@[-`{-~])/g, '$1') : written;
  return decodeEntities(plain);
}
