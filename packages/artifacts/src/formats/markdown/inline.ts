import type { LinkFacts } from '@shipworthy/model';
import {
  type Destination,
  isSpace,
  readDestination,
  readTitle,
  skipSpace,
  unescapeDestination,
} from './destination.ts';
import { type HtmlAttribute, type HtmlTag, HtmlTagReader } from './html-tag.ts';

/** Where `[label]: target` of a page leads, by normalised label; the first definition of a label wins. */
export type Definitions = ReadonlyMap<string, Definition>;
export interface Definition {
  readonly target: string;
  readonly start: number;
  readonly end: number;
}

export interface InlineLink {
  readonly form: LinkFacts['form'];
  readonly target: string;
  /** Span of the target in the page. */
  readonly start: number;
  readonly end: number;
  /** Span of the text in the scanned piece. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** What a piece of prose holds besides words. Offsets are into the piece, except those of link targets. */
export interface Inline {
  readonly links: readonly InlineLink[];
  /** Content of code spans. */
  readonly codes: readonly (readonly [start: number, end: number])[];
  /** Values of `id` and `name` attributes. */
  readonly ids: readonly string[];
  /** Markup that is not read aloud, in order: brackets, targets, tags, backticks, backslashes. */
  readonly cuts: readonly (readonly [start: number, end: number])[];
}

const NOTHING: Inline = { links: [], codes: [], ids: [], cuts: [] };

/** Labels are compared without regard to case and kind of white space (CommonMark, "matches"). */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** Longest label of a reference, as CommonMark limits it. */
export const MAX_LABEL = 999;

interface Bracket {
  readonly at: number;
  readonly image: boolean;
  /** Number of links found before it. */
  readonly links: number;
  /** Depth of the images found within. */
  nested: number;
}

/** Pictures within the texts of pictures; deeper ones are text. */
const MAX_NESTED_IMAGES = 8;

const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*)>/y;
const URL_END = /[\s<>[\]`|"\\]/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** What may begin markup. Shared by all scans, which set where it starts: making one for each piece is dear. */
const SPECIAL = /[\\`<[\]]|https?:\/\//g;

/** Reads one piece of prose left to right: code, tags and autolinks bind tighter than brackets. */
class InlineScan {
  readonly #text: string;
  readonly #base: number;
  readonly #definitions: Definitions;
  readonly #tags: HtmlTagReader;
  readonly #brackets: Bracket[] = [];
  /** Openers below this depth stand before a link, so they open none themselves (links do not nest; images may). */
  #spent = 0;
  #ticks: Map<number, number[]> | undefined;
  #escaped = -1;
  readonly links: InlineLink[] = [];
  readonly codes: [number, number][] = [];
  readonly ids: string[] = [];
  readonly cuts: [number, number][] = [];

  constructor(text: string, base: number, definitions: Definitions, jsx: boolean) {
    this.#text = text;
    this.#base = base;
    this.#definitions = definitions;
    this.#tags = new HtmlTagReader(text, jsx);
  }

  run(): void {
    for (let from = 0; ; ) {
      SPECIAL.lastIndex = from;
      const at = SPECIAL.exec(this.#text)?.index;
      if (at === undefined) return;
      from = this.#step(at, this.#text.charCodeAt(at));
    }
  }

  #step(at: number, unit: number): number {
    switch (unit) {
      case 92: {
        if (/[\r\n]/.test(this.#text.charAt(at + 1))) this.cuts.push([at, at + 1]);
        if (!PUNCTUATION.test(this.#text.charAt(at + 1))) return at + 1;
        this.#escaped = at + 1;
        this.cuts.push([at, at + 1]);
        return at + 2;
      }
      case 96:
        return this.#code(at);
      case 60:
        return this.#angle(at);
      case 91: {
        const image = this.#text.charCodeAt(at - 1) === 33 && this.#escaped !== at - 1;
        this.#brackets.push({ at, image, links: this.links.length, nested: 0 });
        return at + 1;
      }
      case 93:
        return this.#close(at);
      default:
        return this.#bareUrl(at);
    }
  }

  #code(at: number): number {
    const text = this.#text;
    let end = at;
    while (text.charCodeAt(end) === 96) end++;
    const length = end - at;
    const close = this.#closingTicks(length, end);
    if (close === undefined) return end;
    this.cuts.push([at, end], [close, close + length]);
    this.codes.push([end, close]);
    return close + length;
  }

  /** Start of the next run of exactly `length` backticks at or behind `from`. */
  #closingTicks(length: number, from: number): number | undefined {
    // Nearly always the next run closes; an index of all of them keeps texts of many runs linear.
    if (!this.#ticks) {
      const next = this.#text.indexOf('`', from);
      if (next < 0) return undefined;
      let end = next;
      while (this.#text.charCodeAt(end) === 96) end++;
      if (end - next === length) return next;
      this.#ticks = new Map();
      for (const run of this.#text.matchAll(/`+/g)) {
        const starts = this.#ticks.get(run[0].length);
        if (starts) starts.push(run.index);
        else this.#ticks.set(run[0].length, [run.index]);
      }
      for (const starts of this.#ticks.values()) starts.reverse();
    }
    const starts = this.#ticks.get(length);
    while (starts?.length) {
      const start = starts.at(-1) ?? 0;
      if (start >= from) return start;
      starts.pop();
    }
    return undefined;
  }

  #angle(at: number): number {
    AUTOLINK.lastIndex = at;
    const url = AUTOLINK.exec(this.#text)?.[1];
    if (url !== undefined) {
      const end = at + url.length + 2;
      this.#link('autolink', isMail(url) ? `mailto:${url}` : url, at + 1, end - 1, at + 1, end - 1);
      this.cuts.push([at, at + 1], [end - 1, end]);
      return end;
    }
    const tag = this.#tags.read(at);
    if (!tag) return at + 1;
    this.cuts.push([at, tag.end]);
    takeAttributes(tag, this.ids, (attribute) => {
      const start = this.#base + attribute.at;
      this.links.push({
        form: 'html',
        target: unescapeDestination(attribute.value.trim()),
        start,
        end: start + attribute.value.length,
        textStart: tag.end,
        textEnd: tag.name === 'a' ? textOfAnchor(this.#text, tag.end) : tag.end,
      });
    });
    return tag.end;
  }

  #bareUrl(at: number): number {
    const before = at > 0 ? this.#text.charCodeAt(at - 1) : 32;
    const url = trimUrl(this.#text, at);
    if (url.endsWith('//') || /\w/.test(String.fromCharCode(before))) return at + 4;
    this.#link('autolink', url, at, at + url.length, at, at + url.length);
    return at + url.length;
  }

  #close(at: number): number {
    const opener = this.#brackets.pop();
    const spent = this.#brackets.length < this.#spent;
    this.#spent = Math.min(this.#spent, this.#brackets.length);
    if (!opener || (spent && !opener.image)) return at + 1;
    if (opener.nested >= MAX_NESTED_IMAGES) return this.#nest(opener.nested, at + 1);
    const inline = this.#text.charCodeAt(at + 1) === 40 ? this.#inlineTarget(at + 2) : undefined;
    const found = inline ?? this.#reference(opener, at);
    if (!found) return this.#nest(opener.nested, at + 1);
    this.#nest(opener.nested + 1, at);
    const first = opener.image ? opener.at - 1 : opener.at;
    // A URL in the text of a link is text.
    while (this.links.length > opener.links && this.#isBare(this.links.at(-1))) this.links.pop();
    this.links.push({
      form: opener.image ? 'image' : inline ? 'inline' : 'reference',
      target: found.target,
      start: found.start,
      end: found.end,
      textStart: opener.at + 1,
      textEnd: at,
    });
    if (opener.image) {
      while ((this.cuts.at(-1)?.[0] ?? -1) >= first) this.cuts.pop();
      this.cuts.push([first, found.after]);
    } else {
      this.cuts.push([opener.at, opener.at + 1], [at, found.after]);
      this.#spent = this.#brackets.length;
    }
    return found.after;
  }

  /** Tells the bracket around how deep pictures stand in it; `next` is where to read on. */
  #nest(depth: number, next: number): number {
    const around = this.#brackets.at(-1);
    if (around) around.nested = Math.max(around.nested, depth);
    return next;
  }

  #isBare(link: InlineLink | undefined): boolean {
    return link?.form === 'autolink' && this.#text.charCodeAt(link.textStart - 1) !== 60;
  }

  #inlineTarget(from: number): { target: string; start: number; end: number; after: number } | undefined {
    const text = this.#text;
    const destinationAt = skipSpace(text, from);
    const destination: Destination | undefined = readDestination(text, destinationAt);
    if (!destination) return undefined;
    let after = skipSpace(text, destination.end);
    if (text.charCodeAt(after) !== 41) {
      if (!isSpace(text.charCodeAt(after - 1))) return undefined;
      const titleEnd = readTitle(text, after);
      if (titleEnd === undefined) return undefined;
      after = skipSpace(text, titleEnd);
      if (text.charCodeAt(after) !== 41) return undefined;
    }
    return {
      target: unescapeDestination(text.slice(destination.start, destination.stop)),
      start: this.#base + destination.start,
      end: this.#base + destination.stop,
      after: after + 1,
    };
  }

  #reference(opener: Bracket, at: number) {
    if (this.#definitions.size === 0) return undefined;
    const text = this.#text;
    let label = text.slice(opener.at + 1, Math.min(at, opener.at + 2 + MAX_LABEL));
    let after = at + 1;
    if (text.charCodeAt(at + 1) === 91) {
      const close = closingBracket(text, at + 2);
      if (close !== undefined) {
        if (close > at + 2) label = text.slice(at + 2, close);
        after = close + 1;
      }
    }
    if (label.length > MAX_LABEL || label.startsWith('^')) return undefined;
    const definition = this.#definitions.get(normaliseLabel(label));
    return definition && { target: definition.target, start: definition.start, end: definition.end, after };
  }

  #link(form: LinkFacts['form'], target: string, start: number, end: number, textStart: number, textEnd: number): void {
    this.links.push({ form, target, start: this.#base + start, end: this.#base + end, textStart, textEnd });
  }
}

function isMail(address: string): boolean {
  return !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(address);
}

/** The `]` that ends a label opened before `from`; labels hold no bare brackets. */
export function closingBracket(text: string, from: number): number | undefined {
  const limit = Math.min(text.length, from + MAX_LABEL + 1);
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 93) return at;
    if (unit === 91) return undefined;
    if (unit === 92) at++;
  }
  return undefined;
}

/** Longest text of an HTML anchor that is looked for. */
const MAX_ANCHOR_TEXT = 300;

function textOfAnchor(text: string, from: number): number {
  const end = text.slice(from, from + MAX_ANCHOR_TEXT).search(/<\/a/i);
  return end < 0 ? from : from + end;
}

const SENTENCE_MARKS = "?!.,:;*_~'}";

/**
 * The bare URL at `from` without the punctuation of the sentence around it (GFM, "extended autolink path validation").
 * Reads no further than the URL goes, so that many URLs in one unspaced text stay linear.
 */
export function trimUrl(text: string, from: number): string {
  let opened = 0;
  let end = from;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 40) opened++;
    else if (unit === 41 && --opened < 0) break;
    else if (URL_END.test(text.charAt(end))) break;
  }
  while (end > from && SENTENCE_MARKS.includes(text.charAt(end - 1))) end--;
  return text.slice(from, end);
}

/** Sorts the attributes of a tag into places it names (forges and browsers take `name` of any tag) and places it leads to. */
export function takeAttributes(tag: HtmlTag, ids: string[], lead: (attribute: HtmlAttribute) => void): void {
  for (const attribute of tag.attributes) {
    if (attribute.value === '') continue;
    if (attribute.name === 'id' || attribute.name === 'name') ids.push(attribute.value);
    else if (attribute.name === 'href' || attribute.name === 'src') lead(attribute);
  }
}

const ANY_SPECIAL = /[\\`<\]]|https?:\/\//;

/**
 * Links, code and tags of one piece of prose.
 * @param base offset of the piece in the page
 */
export function scanInline(text: string, base: number, definitions: Definitions, jsx = false): Inline {
  if (!ANY_SPECIAL.test(text)) return NOTHING;
  const scan = new InlineScan(text, base, definitions, jsx);
  scan.run();
  return scan;
}
