/** One HTML tag, comment or other markup in angle brackets. */
export interface HtmlTag {
  readonly end: number;
  /** Lower case; '' for comments, declarations and the like. */
  readonly name: string;
  readonly closing: boolean;
  /** Attributes that lead somewhere or name a place: `href`, `src`, `id`, `name`. */
  readonly attributes: readonly HtmlAttribute[];
}

export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  /** Where the value starts, without quotes. */
  readonly at: number;
}

const TAG_NAME = /[A-Za-z][A-Za-z0-9-]*/y;
const JSX_NAME = /[A-Za-z][A-Za-z0-9.:-]*/y;
const SPACE = /[ \t\r\n]*/y;
const ATTRIBUTE_NAME = /[A-Za-z_:@][\w.:@-]*/y;
const UNQUOTED = /[^\s"'=<>`]+/y;
const KEPT: ReadonlySet<string> = new Set(['href', 'src', 'id', 'name', 'srcset']);

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Deepest nesting of braces that a JSX attribute value is followed into. */
const MAX_BRACES = 20;

const BRACE_OR_BLANK_LINE = /[{}]|\n\n/g;

/** End of a JSX value `{…}` at `at`, or undefined when it does not close. Values of a megabyte were seen. */
function readBraces(text: string, at: number): number | undefined {
  let depth = 0;
  BRACE_OR_BLANK_LINE.lastIndex = at;
  while (BRACE_OR_BLANK_LINE.test(text)) {
    const end = BRACE_OR_BLANK_LINE.lastIndex;
    const unit = text.charCodeAt(end - 1);
    if (unit === 10 || (unit === 123 && ++depth > MAX_BRACES)) return undefined;
    if (unit === 125 && --depth === 0) return end;
  }
  return undefined;
}

/** Reads tags of one text; remembers what has no end, so that many unclosed openings stay linear. */
export class HtmlTagReader {
  readonly #text: string;
  readonly #jsx: boolean;
  /** Made when it is needed: nearly every text closes what it opens. */
  #unclosed: Set<string> | undefined;

  /** `jsx`: attribute values in braces are tags too. */
  constructor(text: string, jsx: boolean) {
    this.#text = text;
    this.#jsx = jsx;
  }

  /** The tag at `at`, where a `<` stands; undefined when it is only a less-than sign. */
  read(at: number): HtmlTag | undefined {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === 33) {
      if (text.startsWith('<!--', at)) {
        if (text.startsWith('<!-->', at)) return this.#markup(at + 5);
        if (text.startsWith('<!--->', at)) return this.#markup(at + 6);
        return this.#until('-->', at + 4);
      }
      if (text.startsWith('<![CDATA[', at)) return this.#until(']]>', at + 9);
      return /[A-Za-z]/.test(text.charAt(at + 2)) ? this.#until('>', at + 2) : undefined;
    }
    if (next === 63) return this.#until('?>', at + 2);
    const closing = next === 47;
    const nameAt = closing ? at + 2 : at + 1;
    const nameEnd = skip(this.#jsx ? JSX_NAME : TAG_NAME, text, nameAt);
    if (nameEnd === nameAt) return undefined;
    const name = text.slice(nameAt, nameEnd).toLowerCase();
    if (closing) {
      const end = skip(SPACE, text, nameEnd);
      return text.charCodeAt(end) === 62 ? { end: end + 1, name, closing, attributes: [] } : undefined;
    }
    return this.#open(nameEnd, name);
  }

  #open(from: number, name: string): HtmlTag | undefined {
    const text = this.#text;
    const attributes: HtmlAttribute[] = [];
    for (let at = from; ; ) {
      const gap = skip(SPACE, text, at);
      const unit = text.charCodeAt(gap);
      if (unit === 62) return { end: gap + 1, name, closing: false, attributes };
      if (unit === 47 && text.charCodeAt(gap + 1) === 62) return { end: gap + 2, name, closing: false, attributes };
      if (gap === at) return undefined;
      if (unit === 123 && this.#jsx) {
        const end = readBraces(text, gap);
        if (end === undefined) return undefined;
        at = end;
        continue;
      }
      const nameEnd = skip(ATTRIBUTE_NAME, text, gap);
      if (nameEnd === gap) return undefined;
      const equals = skip(SPACE, text, nameEnd);
      if (text.charCodeAt(equals) !== 61) {
        at = nameEnd;
        continue;
      }
      const valueAt = skip(SPACE, text, equals + 1);
      const range = this.#value(valueAt);
      if (range === undefined) return undefined;
      const attribute = text.slice(gap, nameEnd).toLowerCase();
      if (KEPT.has(attribute))
        attributes.push({ name: attribute, value: text.slice(range.start, range.stop), at: range.start });
      at = range.end;
    }
  }

  #value(at: number): { start: number; stop: number; end: number } | undefined {
    const text = this.#text;
    const quote = text.charAt(at);
    if (quote === '"' || quote === "'") {
      const stop = this.#find(quote, at + 1);
      return stop === undefined ? undefined : { start: at + 1, stop, end: stop + 1 };
    }
    if (quote === '{' && this.#jsx) {
      const end = readBraces(text, at);
      return end === undefined ? undefined : { start: at, stop: at, end };
    }
    const end = skip(UNQUOTED, text, at);
    return end === at ? undefined : { start: at, stop: end, end };
  }

  #until(mark: string, from: number): HtmlTag | undefined {
    const found = this.#find(mark, from);
    return found === undefined ? undefined : this.#markup(found + mark.length);
  }

  #find(mark: string, from: number): number | undefined {
    if (this.#unclosed?.has(mark)) return undefined;
    const found = this.#text.indexOf(mark, from);
    if (found >= 0) return found;
    this.#unclosed ??= new Set();
    this.#unclosed.add(mark);
    return undefined;
  }

  #markup(end: number): HtmlTag {
    return { end, name: '', closing: false, attributes: [] };
  }
}
