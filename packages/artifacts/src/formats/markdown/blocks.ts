import type { Block, Blocks } from './block.ts';
import { takeDefinitions } from './definitions.ts';
import type { Definition } from './inline.ts';
import { type Container, type Leaf, pieceOf } from './leaf.ts';
import { LineCursor } from './line-cursor.ts';
import {
  cellsOf,
  closesFence,
  endOfLineBefore,
  interruptsParagraph,
  isRuleBelow,
  isThematicBreak,
  type ListMarker,
  nextFenceLine,
  readAtxHeading,
  readFence,
  readHtmlStart,
  readListMarker,
  ruleCells,
  setextLevel,
} from './line-starts.ts';

/** Quotes and lists nested deeper than this are read as text. */
const MAX_DEPTH = 60;

/** The block phase of CommonMark 0.31 with GitHub's tables, line by line, without a tree. */
class BlockScan {
  readonly #text: string;
  readonly #mdx: boolean;
  readonly #cursor: LineCursor;
  readonly #containers: Container[] = [];
  #leaf: Leaf | undefined;
  readonly blocks: Block[] = [];
  readonly definitions = new Map<string, Definition>();

  constructor(text: string, mdx: boolean) {
    this.#text = text;
    this.#mdx = mdx;
    this.#cursor = new LineCursor(text);
  }

  run(from: number): this {
    const text = this.#text;
    for (let start = from; start < text.length; ) {
      if (this.#leaf?.kind === 'fence' && this.#containers.length === 0) {
        const next = nextFenceLine(text, start, this.#leaf.fence);
        if (next > start) this.#leaf.end = endOfLineBefore(text, next);
        if (next === text.length) break;
        start = next;
      }
      const newline = text.indexOf('\n', start);
      const stop = newline < 0 ? text.length : newline;
      const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      if (!this.#plainLine(start, end)) {
        this.#cursor.reset(start, end);
        this.#line();
      }
      start = stop + 1;
    }
    this.#closeLeaf();
    return this;
  }

  /** Most lines are blank or begin with a letter, as only text does: outside of quotes and lists that is all. */
  #plainLine(start: number, end: number): boolean {
    if (this.#containers.length > 0) return false;
    const leaf = this.#leaf;
    if (leaf && leaf.kind !== 'paragraph') return false;
    if (start === end) {
      this.#closeLeaf();
      return true;
    }
    const letter = this.#text.charCodeAt(start) | 32;
    if (letter < 97 || letter > 122) return false;
    if (leaf) leaf.lines.push([start, end]);
    else this.#leaf = { kind: 'paragraph', lines: [[start, end]], depth: 0 };
    return true;
  }

  #line(): void {
    const cursor = this.#cursor;
    const matched = this.#matchContainers();
    const all = matched === this.#containers.length;
    const leaf = this.#leaf;
    if (leaf && (leaf.kind === 'fence' || leaf.kind === 'html')) {
      if (all && this.#continueLiteral(leaf)) return;
      if (!all) this.#closeTo(matched);
    }
    if (this.#startBlocks(matched)) return;
    const open = this.#leaf;
    if (cursor.blank) {
      if (open?.kind !== 'indented') this.#closeLeaf();
      return;
    }
    if (open?.kind === 'paragraph') open.lines.push([cursor.nonspace, cursor.end]);
    else if (open?.kind === 'table') this.#row();
    else this.#leaf = { kind: 'paragraph', lines: [[cursor.nonspace, cursor.end]], depth: this.#containers.length };
  }

  /** How many of the open containers the line continues; uses up their marks. */
  #matchContainers(): number {
    const cursor = this.#cursor;
    let index = 0;
    for (; index < this.#containers.length; index++) {
      const container = this.#containers[index];
      if (!container) break;
      if (container.kind === 'quote') {
        if (cursor.indent > 3 || !this.#takeQuote()) break;
      } else if (cursor.blank) {
        if (container.empty) break;
        cursor.skipColumns(cursor.indent);
      } else if (cursor.indent >= container.indent) {
        cursor.skipColumns(container.indent);
        container.empty = false;
      } else break;
    }
    return index;
  }

  #takeQuote(): boolean {
    const cursor = this.#cursor;
    if (this.#text.charCodeAt(cursor.nonspace) !== 62 || cursor.blank) return false;
    cursor.skipUnits(1);
    if (cursor.indent > 0) cursor.skipColumns(1);
    return true;
  }

  /** The line belongs to the open fence or HTML block. */
  #continueLiteral(leaf: Leaf & { kind: 'fence' | 'html' }): boolean {
    const cursor = this.#cursor;
    if (leaf.kind === 'fence') {
      if (cursor.indent <= 3 && closesFence(this.#text, cursor.nonspace, cursor.end, leaf.fence)) {
        this.#closeFence(leaf, cursor.end);
        this.#leaf = undefined;
      } else leaf.end = cursor.end;
      return true;
    }
    if (!leaf.until && cursor.blank) return false;
    leaf.end = cursor.end;
    if (leaf.until?.test(this.#text.slice(cursor.at, cursor.end))) this.#closeLeaf();
    return true;
  }

  /**
   * Opens every block that begins on the line. True when the line is used up.
   * @param matched containers that the line continues; the others close unless a paragraph goes on lazily
   */
  #startBlocks(matched: number): boolean {
    const cursor = this.#cursor;
    let depth = matched;
    for (;;) {
      const inParagraph = this.#leaf?.kind === 'paragraph';
      const direct = depth === this.#containers.length;
      if (cursor.blank) {
        if (!direct) this.#closeTo(depth);
        return false;
      }
      if (cursor.indent >= 4 && !this.#mdx) {
        if (inParagraph) return false;
        this.#closeTo(depth);
        this.#indented();
        return true;
      }
      const at = cursor.nonspace;
      const unit = this.#text.charCodeAt(at);
      if (unit === 62 && this.#containers.length < MAX_DEPTH) {
        this.#closeTo(depth);
        this.#closeLeaf();
        this.#takeQuote();
        this.#containers.push({ kind: 'quote' });
        depth = this.#containers.length;
        continue;
      }
      if (direct && this.#leaf?.kind === 'paragraph') {
        if ((unit === 61 || unit === 45) && this.#setext(this.#leaf)) return true;
        if (this.#leaf?.kind === 'paragraph' && this.#tableHead(this.#leaf)) return true;
      }
      if (this.#leafStart(unit, depth, inParagraph)) return true;
      const marker = this.#listMarker(unit, inParagraph, direct);
      if (marker && this.#containers.length < MAX_DEPTH) {
        this.#closeTo(depth);
        this.#closeLeaf();
        this.#item(marker);
        depth = this.#containers.length;
        continue;
      }
      if (!direct && !inParagraph) this.#closeTo(depth);
      if (this.#leaf?.kind === 'indented') this.#closeLeaf();
      return false;
    }
  }

  /** Headings, fences, rules and HTML. */
  #leafStart(unit: number, depth: number, inParagraph: boolean): boolean {
    const text = this.#text;
    const cursor = this.#cursor;
    const at = cursor.nonspace;
    if (unit === 35) {
      const heading = readAtxHeading(text, at, cursor.end);
      if (!heading) return false;
      this.#closeTo(depth);
      this.#closeLeaf();
      const piece = { start: heading.start, text: text.slice(heading.start, heading.end) };
      this.blocks.push({ kind: 'heading', level: heading.level, piece, at: [at, cursor.end] });
      return true;
    }
    if (unit === 96 || unit === 126) {
      const fence = readFence(text, at, cursor.end);
      if (!fence) return false;
      this.#closeTo(depth);
      this.#closeLeaf();
      const content = Math.min(text.length, cursor.end + (text.charCodeAt(cursor.end) === 13 ? 2 : 1));
      this.#leaf = { kind: 'fence', fence, start: at, content, end: cursor.end };
      return true;
    }
    if ((unit === 42 || unit === 45 || unit === 95) && isThematicBreak(text, at, cursor.end)) {
      this.#closeTo(depth);
      this.#closeLeaf();
      return true;
    }
    if (unit !== 60) return false;
    const html = readHtmlStart(text, at, cursor.end, inParagraph);
    if (!html) return false;
    this.#closeTo(depth);
    this.#closeLeaf();
    const leaf: Leaf = { kind: 'html', until: html.until, start: at, end: cursor.end };
    this.#leaf = leaf;
    // In MDX tags do not end Markdown: only their own line is HTML.
    if ((this.#mdx && !html.until) || html.until?.test(text.slice(at, cursor.end))) this.#closeLeaf();
    return true;
  }

  #listMarker(unit: number, inParagraph: boolean, direct: boolean): ListMarker | undefined {
    if (unit !== 42 && unit !== 43 && unit !== 45 && !(unit >= 48 && unit <= 57)) return undefined;
    const cursor = this.#cursor;
    const marker = readListMarker(this.#text, cursor.nonspace, cursor.end);
    if (!marker || !inParagraph || !direct) return marker;
    return interruptsParagraph(marker, this.#text.slice(cursor.nonspace, cursor.end)) ? marker : undefined;
  }

  #item(marker: ListMarker): void {
    const cursor = this.#cursor;
    const before = cursor.indent;
    cursor.skipUnits(marker.length);
    const empty = cursor.blank;
    // Five columns and more are one of space and indented code.
    const space = empty || cursor.indent > 4 ? 1 : cursor.indent;
    if (!empty) cursor.skipColumns(space);
    this.#containers.push({ kind: 'item', indent: before + marker.length + space, marker, empty });
    this.blocks.push({ kind: 'item', ordered: marker.ordered });
  }

  #indented(): void {
    const cursor = this.#cursor;
    const leaf = this.#leaf;
    if (leaf?.kind === 'indented') {
      leaf.end = cursor.end;
      return;
    }
    this.#closeLeaf();
    this.#leaf = { kind: 'indented', start: cursor.nonspace, end: cursor.end };
  }

  #setext(paragraph: Leaf & { kind: 'paragraph' }): boolean {
    const cursor = this.#cursor;
    const level = setextLevel(this.#text, cursor.nonspace, cursor.end);
    if (level === 0) return false;
    const piece = takeDefinitions(pieceOf(this.#text, paragraph.lines), this.definitions);
    if (isRuleBelow(level, piece.text)) return false;
    if (piece.text.trim() === '') {
      // Nothing but definitions: there is no text that could be a heading.
      this.#leaf = undefined;
      if (level === 2) return false;
      this.#leaf = { kind: 'paragraph', lines: [[cursor.nonspace, cursor.end]], depth: paragraph.depth };
      return true;
    }
    this.#leaf = undefined;
    this.blocks.push({ kind: 'heading', level, piece, at: [piece.start, cursor.end] });
    return true;
  }

  /** The line is the rule of a table whose head is the last line of the paragraph. */
  #tableHead(paragraph: Leaf & { kind: 'paragraph' }): boolean {
    const cursor = this.#cursor;
    const unit = this.#text.charCodeAt(cursor.nonspace);
    if (unit !== 124 && unit !== 45 && unit !== 58) return false;
    const head = paragraph.lines.at(-1);
    const cells = ruleCells(this.#text, cursor.nonspace, cursor.end);
    if (!head || cells === 0) return false;
    const headCells = cellsOf(this.#text, head[0], head[1]);
    if (headCells.length !== cells) return false;
    paragraph.lines.pop();
    this.#closeLeaf();
    this.#cells(headCells);
    this.#leaf = { kind: 'table' };
    return true;
  }

  #row(): void {
    this.blocks.push({ kind: 'row' });
    this.#cells(cellsOf(this.#text, this.#cursor.nonspace, this.#cursor.end));
  }

  #cells(cells: readonly (readonly [number, number])[]): void {
    for (const [start, end] of cells)
      if (end > start)
        this.blocks.push({ kind: 'prose', piece: { start, text: this.#text.slice(start, end) }, lone: false });
  }

  #closeTo(depth: number): void {
    if (this.#containers.length === depth) return;
    this.#closeLeaf();
    this.#containers.length = depth;
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    if (!leaf) return;
    this.#leaf = undefined;
    switch (leaf.kind) {
      case 'paragraph': {
        const piece = takeDefinitions(pieceOf(this.#text, leaf.lines), this.definitions);
        const lone = leaf.depth === 0 && leaf.lines.length === 1;
        if (piece.text !== '') this.blocks.push({ kind: 'prose', piece, lone });
        break;
      }
      case 'fence':
        this.#closeFence(leaf, leaf.end);
        break;
      case 'indented':
        this.blocks.push({ kind: 'fence', at: [leaf.start, leaf.end], content: [leaf.start, leaf.end], info: '' });
        break;
      case 'html':
        this.blocks.push({ kind: 'html', at: [leaf.start, leaf.end] });
        break;
      case 'table':
        break;
    }
  }

  #closeFence(leaf: Leaf & { kind: 'fence' }, end: number): void {
    const stop = Math.max(leaf.content, leaf.end);
    this.blocks.push({ kind: 'fence', at: [leaf.start, end], content: [leaf.content, stop], info: leaf.fence.info });
  }
}

/** Blocks and reference definitions of a Markdown text from `from` on (behind the front matter). */
export const scanBlocks = (text: string, from: number, mdx: boolean): Blocks => new BlockScan(text, mdx).run(from);
