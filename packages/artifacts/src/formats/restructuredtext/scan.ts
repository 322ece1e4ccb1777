import type { DocumentFacts } from '@shipworthy/model';
import { reportBareUrls } from '../page/bare-links.ts';
import { type Line, linesOf } from '../page/lines.ts';
import { PageBuilder } from '../page/page-builder.ts';

const ADORNMENT = /^([!-/:-@[-`{-~])\1{1,}$/;
const DIRECTIVE = /^\s*\.\.\s+([\w-]+)::\s*(.*)$/s;
const ANCHOR = /^\s*\.\.\s+_`?([^`:]+)`?:\s*$/;
const TARGET = /^\s*\.\.\s+_`?([^`:]+)`?:\s+(\S+)$/;
const COMMENT = /^\s*\.\.(?:\s|$)/;
const EMBEDDED = /`([^`<>]*)<([^<>`]+)>`__?/g;
const NAMED = /`([^`<>]+)`__?|(?<![\w`])([A-Za-z][\w.-]{0,100})_(?=[\s.,;:!?)]|$)/g;
const ROLE = /:(doc|ref|download|file):`(?:([^`<>]*)<)?([^`<>]+)>?`/g;
const LITERAL = /``([^`]+)``/g;
const CODE_DIRECTIVES: ReadonlySet<string> = new Set(['code', 'code-block', 'sourcecode', 'prompt', 'parsed-literal']);

class RestructuredTextPage {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #builder: PageBuilder;
  readonly #adornments: string[] = [];
  readonly #targets = new Map<string, { target: string; start: number }>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = linesOf(text);
    this.#builder = new PageBuilder(text, 'restructuredtext');
  }

  scan(): DocumentFacts {
    this.#collectTargets();
    for (let i = 0; i < this.#lines.length; ) i = this.#step(i);
    return this.#builder.finish();
  }

  #collectTargets(): void {
    for (const line of this.#lines) {
      const match = TARGET.exec(line.text);
      if (match?.[1] && match[2] !== undefined)
        this.#targets.set(normalise(match[1]), {
          target: match[2],
          start: line.start + line.text.length - match[2].length,
        });
    }
  }

  /** Reads what begins at line `i`; the next line to read. */
  #step(i: number): number {
    const line = this.#lines[i];
    if (!line || line.text === '') return i + 1;
    const headed = this.#heading(i);
    if (headed > i) return headed;
    const anchor = ANCHOR.exec(line.text);
    if (anchor?.[1]) {
      this.#builder.anchor(anchor[1].trim());
      return i + 1;
    }
    if (TARGET.test(line.text)) return i + 1;
    const directive = DIRECTIVE.exec(line.text);
    if (directive?.[1]) return this.#directive(i, line, directive[1], directive[2] ?? '');
    if (COMMENT.test(line.text)) return this.#blockEnd(i + 1, line.indent);
    this.#prose(line);
    if (!line.text.endsWith('::')) return i + 1;
    return this.#code(i + 1, line.indent, '');
  }

  /** A line with an underline at least as long, and perhaps an overline. Levels are in the order of first use. */
  #heading(i: number): number {
    const [first, second, third] = [this.#lines[i], this.#lines[i + 1], this.#lines[i + 2]];
    const over =
      first && second && third && ADORNMENT.test(first.text) && first.text === third.text && second.text !== '';
    const title = over ? second : first;
    const under = over ? third : second;
    if (!first || !title || !under || !ADORNMENT.test(under.text) || ADORNMENT.test(title.text)) return i;
    if ((!over && title.indent > 0) || under.text.length < Math.min(title.text.trim().length, 4)) return i;
    if (under.text.length < title.text.trim().length - 1) return i;
    const style = `${over ? 'over' : ''}${under.text.charAt(0)}`;
    if (!this.#adornments.includes(style)) this.#adornments.push(style);
    const level = Math.min(6, this.#adornments.indexOf(style) + 1);
    this.#builder.heading(level, plain(title.text), [first.start, under.end]);
    return i + (over ? 3 : 2);
  }

  #directive(i: number, line: Line, name: string, argument: string): number {
    if (CODE_DIRECTIVES.has(name)) return this.#code(i + 1, line.indent, argument);
    if (name === 'image' || name === 'figure') {
      const start = line.start + line.text.length - argument.length;
      if (argument) this.#builder.link('image', argument, '', [start, start + argument.length]);
    }
    return i + 1;
  }

  /** The indented block behind line `from - 1` as code. */
  #code(from: number, indent: number, info: string): number {
    const end = this.#blockEnd(from, indent);
    let first = from;
    while (first < end && (this.#lines[first]?.text === '' || /^\s*:[\w-]+:/.test(this.#lines[first]?.text ?? '')))
      first++;
    let last = end - 1;
    while (last >= first && this.#lines[last]?.text === '') last--;
    const [start, stop] = [this.#lines[first]?.start, this.#lines[last]?.end];
    if (last >= first && start !== undefined && stop !== undefined)
      this.#builder.fence(info, [start, stop], [start, stop]);
    return end;
  }

  /** First line at or behind `from` that is not blank and not indented deeper than `indent`. */
  #blockEnd(from: number, indent: number): number {
    let i = from;
    while (i < this.#lines.length) {
      const line = this.#lines[i];
      if (line && line.text !== '' && line.indent <= indent) break;
      i++;
    }
    return i;
  }

  #prose({ text, start }: Line): void {
    const item = /^\s*(?:([-*+•])|(\d{1,3}[.)]|#\.))\s+/.exec(text);
    if (item) this.#builder.item(item[2] !== undefined);
    this.#builder.prose(plain(text), start);
    const taken = new Set<number>();
    const put = (target: string, said: string, at: number, reference: boolean) => {
      taken.add(at);
      this.#builder.link(reference ? 'reference' : 'inline', target, said.trim(), [at, at + target.length]);
    };
    for (const match of text.matchAll(EMBEDDED)) {
      const target = match[2] ?? '';
      if (!target.endsWith('_'))
        put(target, match[1] ?? '', start + match.index + match[0].lastIndexOf('<') + 1, false);
    }
    for (const match of text.matchAll(ROLE)) {
      const target = match[3] ?? '';
      // Sphinx finds `:ref:` by label anywhere and `:doc:` without extension: neither is a path as written.
      if (match[1] === 'download')
        put(target, match[2] ?? '', start + match.index + match[0].lastIndexOf(target), false);
    }
    for (const match of text.matchAll(NAMED)) {
      const name = match[1] ?? match[2] ?? '';
      const found = this.#targets.get(normalise(name));
      if (found) put(found.target, name, found.start, true);
    }
    for (const match of text.matchAll(LITERAL)) {
      const at = start + match.index + 2;
      this.#builder.code(match[1] ?? '', [at, at + (match[1]?.length ?? 0)]);
    }
    reportBareUrls(text, start, this.#builder, taken);
  }
}

function normalise(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function plain(text: string): string {
  return text
    .trim()
    .replace(EMBEDDED, '$1')
    .replace(/:[\w-]+:(?=`)/g, '')
    .replace(/`+__?|`+|\*\*?/g, '');
}

/** Facts of a reStructuredText page, as far as a scan of its lines gives them. */
export function scanRestructuredText(text: string): DocumentFacts {
  return new RestructuredTextPage(text).scan();
}
