import type { DocumentFacts } from '@shipworthy/model';
import { reportBareUrls } from '../page/bare-links.ts';
import { type Line, linesOf } from '../page/lines.ts';
import { PageBuilder } from '../page/page-builder.ts';

const HEADING = /^(={1,6}|#{1,6})\s+(\S.*)$/;
const BLOCK_ANCHOR = /^\[(?:\[([^\],]+)(?:,[^\]]*)?\]|#([\w:.-]+)(?:[^\w:.\]-][^\]]*)?)\]$/;
/** Quantifiers are bounded so that many openings without an end stay linear; no name or label seen comes near. */
const INLINE_ANCHOR = /\[\[([\w:.-]{1,200})(?:,[^[\]]{0,300})?\]\]|anchor:([\w:.-]{1,200})\[/g;
const HIDDEN_ANCHOR = /\[\[[^[\]]{0,500}\]\]/g;
const SOURCE = /^\[(?:source\s*,\s*|,\s*)([\w+-]+)/;
const DELIMITER = /^(?:-{4,}|\.{4,}|\/{4,}|\+{4,}|`{3,})/;
/** Macros that lead somewhere; targets hold no white space and no brackets. */
const MACRO = /(link|xref|image):(:?)([^\s[\]:][^\s[\]]{0,500})\[([^\]]{0,500})\]/g;
const CROSS_REFERENCE = /<<([^<>,\n]+)(?:,([^<>\n]*))?>>/g;
const URL_MACRO = /(https?:\/\/[^\s[\]<>"]{1,500})\[([^\]]{0,500})\]/g;
const MONO = /`([^`\n]+)`/g;

class AsciiDocPage {
  readonly #lines: readonly Line[];
  readonly #builder: PageBuilder;

  constructor(text: string) {
    this.#lines = linesOf(text);
    this.#builder = new PageBuilder(text, 'asciidoc');
  }

  scan(): DocumentFacts {
    let language = '';
    for (let i = 0; i < this.#lines.length; i++) {
      const line = this.#lines[i];
      if (!line || line.text === '') continue;
      const delimiter = DELIMITER.exec(line.text)?.[0];
      if (delimiter) {
        i = this.#delimited(i, line, delimiter, language);
        language = '';
        continue;
      }
      const source = SOURCE.exec(line.text)?.[1];
      if (source) language = source;
      else this.#line(line);
    }
    return this.#builder.finish();
  }

  /** A listing, literal, passthrough or comment block; its last line. */
  #delimited(from: number, open: Line, delimiter: string, language: string): number {
    let i = from + 1;
    while (i < this.#lines.length && !closes(this.#lines[i], open, delimiter)) i++;
    const first = this.#lines[from + 1];
    const last = this.#lines[i - 1];
    const close = this.#lines[i] ?? last;
    if (!delimiter.startsWith('/') && first && last && close && i > from + 1) {
      const info = language || open.text.slice(delimiter.length);
      this.#builder.fence(info, [open.start, close.end], [first.start, last.end]);
    }
    return i;
  }

  #line(line: Line): void {
    const { text, start, end } = line;
    if (text.startsWith('//') || /^:!?[\w-]+!?:/.test(text)) return;
    const anchor = BLOCK_ANCHOR.exec(text);
    if (anchor) this.#builder.anchor((anchor[1] ?? anchor[2] ?? '').trim());
    if (anchor || /^\[[^\]]*\]$/.test(text) || /^\|={3,}/.test(text)) return;
    const heading = HEADING.exec(text);
    if (heading?.[1] && heading[2]) {
      this.#builder.heading(heading[1].length, plain(withoutClosingMarks(heading[2])), [start, end]);
      this.#links(text, start);
      return;
    }
    const item = /^\s*(?:([-*]+)|(\.+|\d{1,3}\.))\s+/.exec(text);
    if (item) this.#builder.item(item[2] !== undefined);
    if (text.startsWith('|')) this.#builder.row();
    this.#builder.prose(plain(text), start);
    this.#links(text, start);
  }

  #links(text: string, start: number): void {
    const taken = new Set<number>();
    const put = (form: 'inline' | 'image', target: string, said: string, at: number) => {
      taken.add(at);
      this.#builder.link(form, target, said, [at, at + target.length]);
    };
    for (const match of text.matchAll(MACRO)) {
      const target = match[3] ?? '';
      const at = start + match.index + (match[1]?.length ?? 0) + 1 + (match[2]?.length ?? 0);
      // Attributes (`{docdir}/x`) are filled in elsewhere, so where they lead is not known here.
      if (!target.includes('{')) put(match[1] === 'image' ? 'image' : 'inline', target, match[4] ?? '', at);
    }
    for (const match of text.matchAll(CROSS_REFERENCE)) {
      const target = (match[1] ?? '').trim();
      // Only file references are links as written; a bare id may be a title or an attribute of another file.
      if (/^[\w./-]+\.(?:adoc|asciidoc)(?:#[\w.:-]*)?$/.test(target))
        put('inline', target, match[2] ?? '', start + match.index + 2);
    }
    for (const match of text.matchAll(URL_MACRO)) {
      const at = start + match.index;
      if (!taken.has(at)) put('inline', match[1] ?? '', match[2] ?? '', at);
    }
    for (const match of text.matchAll(INLINE_ANCHOR)) this.#builder.anchor(match[1] ?? match[2] ?? '');
    for (const match of text.matchAll(MONO)) {
      const at = start + match.index + 1;
      this.#builder.code(match[1] ?? '', [at, at + (match[1]?.length ?? 0)]);
    }
    reportBareUrls(text, start, this.#builder, taken);
  }
}

function closes(line: Line | undefined, open: Line, delimiter: string): boolean {
  return line !== undefined && (delimiter.startsWith('`') ? line.text === delimiter : line.text === open.text);
}

/** `Title ==` -> `Title`. */
function withoutClosingMarks(title: string): string {
  let end = title.length;
  while (end > 0 && title.charCodeAt(end - 1) === 61) end--;
  const before = title.slice(0, end).trimEnd();
  return end < title.length && before !== '' && before.length < end ? before : title;
}

function plain(text: string): string {
  return text
    .replace(HIDDEN_ANCHOR, '')
    .replace(MACRO, '$4')
    .replace(URL_MACRO, '$2')
    .replace(CROSS_REFERENCE, '$2')
    .replace(/[`*]/g, '')
    .trim();
}

/** Facts of an AsciiDoc page, as far as a scan of its lines gives them. */
export function scanAsciiDoc(text: string): DocumentFacts {
  return new AsciiDocPage(text).scan();
}
