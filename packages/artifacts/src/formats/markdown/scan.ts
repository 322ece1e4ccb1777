import type { DocumentFacts, LinkFacts, Span } from '@shipworthy/model';
import { BOLD_LEVEL, PageBuilder } from '../page/page-builder.ts';
import { isAngleBlank } from '../page/placeholder.ts';
import type { Block, Piece } from './block.ts';
import { scanBlocks } from './blocks.ts';
import { decodeEntities } from './destination.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtml } from './html-text.ts';
import { type Definitions, type Inline, scanInline } from './inline.ts';
import { oneSpaced, plainText, spacedText, withoutMarkup } from './plain-text.ts';

/** Longest line, in units, that stands as a heading in bold or with a colon. */
const MAX_BOLD_LINE = 90;
const BOLD_LINE = /^(?:\*\*([^*]+)\*\*|__([^_]+)__)\s*:?$/;
/** "How to **investigate**:" heads a list as well as a line that is all bold. */
const BOLD_IN_LINE = /^[^*.!?]*\*\*[^*]+\*\*[^*.!?]*:$/;
const HEADING_ID = /^\{:?\s*#([\w:.-]+)[^}]*\}$/;

class MarkdownPage {
  readonly #builder: PageBuilder;
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #mdx: boolean;
  readonly #kept: Span | undefined;

  constructor(text: string, builder: PageBuilder, definitions: Definitions, mdx: boolean) {
    this.#text = text;
    this.#builder = builder;
    this.#definitions = definitions;
    this.#mdx = mdx;
    this.#kept = contributorsIn(text);
  }

  add(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#heading(block);
        break;
      case 'prose':
        this.#prose(block.piece, block.lone);
        break;
      case 'item':
        this.#builder.item(block.ordered);
        break;
      case 'row':
        this.#builder.row();
        break;
      case 'fence':
        this.#builder.fence(block.info, block.at, block.content);
        break;
      case 'html':
        this.#html(block.at[0], block.at[1]);
        break;
    }
  }

  #heading({ piece, level, at }: Block & { kind: 'heading' }): void {
    const id = headingId(piece.text);
    const written = id ? { start: piece.start, text: id.before } : piece;
    const inline = this.#inline(written);
    const spaced = spacedText(written.text, inline);
    this.#builder.heading(level, oneSpaced(spaced), at, spaced);
    if (id) this.#builder.anchor(id.name);
    this.#report(written, inline);
  }

  #prose(written: Piece, lone: boolean): void {
    if (this.#mdx && /^(?:import|export)\s/.test(written.text)) return;
    const piece = this.#mdx ? { start: written.start, text: withoutComments(written.text) } : written;
    const inline = this.#inline(piece);
    const title = lone ? boldLine(piece.text) : undefined;
    if (title !== undefined) {
      const plain = plainText(title, this.#inline({ start: piece.start, text: title })).replace(/:$/, '');
      this.#builder.heading(BOLD_LEVEL, plain, [piece.start, piece.start + piece.text.trimEnd().length]);
    } else this.#builder.prose(this.#plain(piece, inline), piece.start, lone);
    this.#report(piece, inline);
  }

  #plain({ text }: Piece, inline: Inline): string {
    return !this.#builder.readsProse || isAngleBlank(text) ? text : withoutMarkup(text, inline);
  }

  #inline(piece: Piece): Inline {
    return scanInline(piece.text, piece.start, this.#definitions, this.#mdx);
  }

  #report({ text, start }: Piece, inline: Inline): void {
    for (const link of inline.links) {
      const said = text.slice(link.textStart, link.textEnd);
      const plain = /[\\`*_<[&~]/.test(said) ? plainText(said, scanInline(said, 0, this.#definitions)) : said.trim();
      this.#link(link.form, link.target, plain, [link.start, link.end]);
    }
    for (const [from, to] of inline.codes) this.#builder.code(text.slice(from, to), [start + from, start + to]);
    for (const id of inline.ids) this.#builder.anchor(id);
  }

  #link(form: LinkFacts['form'], target: string, text: string, at: Span): void {
    if (this.#kept && at[0] >= this.#kept[0] && at[0] < this.#kept[1]) return;
    this.#builder.link(form, target, text, at);
  }

  #html(start: number, end: number): void {
    for (const part of readHtml(this.#text.slice(start, end), start, this.#mdx)) {
      if (part.kind === 'text') this.#builder.prose(part.text, part.start);
      else if (part.kind === 'id') this.#builder.anchor(part.value);
      else if (part.kind === 'link') this.#link('html', part.target, '', [part.start, part.end]);
      else this.#builder.heading(part.level, decodeEntities(part.text), [part.start, part.end]);
    }
  }
}

/**
 * The list of contributors that a bot keeps up to date between its marks (https://allcontributors.org). The anchors of its
 * links are made up for each person, so that they lead nowhere by design.
 */
function contributorsIn(text: string): Span | undefined {
  const start = text.indexOf('<!-- ALL-CONTRIBUTORS-LIST:START');
  if (start < 0) return undefined;
  const end = text.indexOf('<!-- ALL-CONTRIBUTORS-LIST:END', start);
  return end < 0 ? undefined : [start, end];
}

/** The `{#id}` at the end of a heading, and the heading's text before it. */
function headingId(heading: string): { readonly name: string; readonly before: string } | undefined {
  const text = heading.trimEnd();
  const open = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  if (open < 0 || text.indexOf('}', open) < text.length - 1) return undefined;
  const name = HEADING_ID.exec(text.slice(open))?.[1];
  return name === undefined ? undefined : { name, before: text.slice(0, open).trimEnd() };
}

/** `{/* … *\/}` of MDX blanked, lengths kept. */
function withoutComments(text: string): string {
  let masked = '';
  let at = 0;
  for (let open = text.indexOf('{/*'); open >= 0; open = text.indexOf('{/*', at)) {
    const close = text.indexOf('*/}', open + 3);
    if (close < 0) break;
    masked += text.slice(at, open) + text.slice(open, close + 3).replace(/[^\r\n]/g, ' ');
    at = close + 3;
  }
  return masked + text.slice(at);
}

/** The title that a line of its own is, if it is written as one. */
function boldLine(line: string): string | undefined {
  const text = line.trim();
  if (text.length > MAX_BOLD_LINE || !/\*\*|__/.test(text)) return undefined;
  const bold = BOLD_LINE.exec(text);
  if (bold) return bold[1] ?? bold[2];
  return BOLD_IN_LINE.test(text) ? text : undefined;
}

/**
 * Facts of a Markdown page. `mdx`: tags are components, not HTML blocks, and there is no indented code.
 * `readsProse`: see `PageBuilder`.
 */
export function scanMarkdown(text: string, mdx = false, readsProse = true): DocumentFacts {
  const head = readFrontMatter(text);
  const builder = new PageBuilder(text, mdx ? 'mdx' : 'markdown', readsProse, head.end, head.values);
  const { blocks, definitions } = scanBlocks(text, head.end, mdx);
  const page = new MarkdownPage(text, builder, definitions, mdx);
  for (const block of blocks) page.add(block);
  return builder.finish();
}
