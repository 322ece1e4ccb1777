import type { Span } from '@shipworthy/model';

/** Text whose template expressions are replaced by text of equal length, so that offsets stay true. */
export interface Masked {
  readonly text: string;
  /** Places whose output is not known; control flow and comments are not among them. */
  readonly unknown: readonly Span[];
}

/** Fills up what is shorter without its brackets; taken out again when a value is read. A private-use character, so no text holds it. */
export const PADDING = '\uE000';
/** Stands where an expression's output would be: a word in YAML, a name in PromQL. */
const FILLER = '_';

/** Go templates and Jinja `{{ }}`, Jinja `{% %}` and `{# #}`, ERB `<% %>`, and Go templates in `[[ ]]`. */
const BRACKETS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<%': '%>', '[[': ']]' };
const OPENING = /\{[{%#]|<%/g;
const OPENING_SQUARE = /\{[{%#]|<%|\[\[/g;
/** Where `{{ }}` belongs to the alerts, Go templates are given square brackets; in YAML these are lists of lists. */
const SQUARE = /\[\[-?[ \t]*(?:(?:if|else|end|range|with|define|block|template|include)\b|\.[A-Za-z]|\$[A-Za-z])/;
/** An opening bracket with no closing one this near is text. */
const MAX_ACTION_LENGTH = 1000;
/** How far to either side a line's ends are looked for. */
const MAX_LINE_REACH = 500;

const CONTROL = /^-?\s*(?:if|else|end|range|with|define|block|break|continue|\/\*|\$\w+\s*:?=)/;
const LITERAL = /^-?\s*(?:"((?:[^"\\\n]|\\.)*)"|`([^`]*)`|'([^'\n]*)')\s*-?$/;
/** What an alert's own template begins with: data of the alert, not of the file's template engine. */
const OF_THE_ALERT =
  /^-?\s*(?:\$labels|\$value|\$externalLabels|\.Labels|\.Value\b|humanize|printf?\s+"[^"]*"\s+(?:\$|\.)(?:labels|value|Labels|Value)\b)/;

/** Does the text hold anything that `maskTemplate` would replace by something unknown? */
export function hasTemplate(text: string): boolean {
  if (text.includes('{%') || text.includes('<%') || SQUARE.test(text)) return true;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', at + 2))
    if (!OF_THE_ALERT.test(text.slice(at + 2, at + 60))) return true;
  return false;
}

/** Replaces template expressions; lines that hold nothing else become blank. */
export function maskTemplate(text: string): Masked {
  const unknown: Span[] = [];
  const parts: string[] = [];
  const jinja = text.includes('{%');
  const closings = new ClosingBrackets(text);
  let done = 0;
  for (const { index, 0: open } of text.matchAll(SQUARE.test(text) ? OPENING_SQUARE : OPENING)) {
    if (index < done || (open === '{#' && !jinja)) continue;
    const close = BRACKETS[open] ?? '';
    if (closings.next(close, index + 2) > index + 2 + MAX_ACTION_LENGTH) continue;
    const end = endOfAction(text, index + 2, close);
    if (end < 0) continue;
    const action = text.slice(index, end);
    const { shown, known } = replacement(action, () => isAlone(text, index, end));
    if (!known) unknown.push([index, end]);
    parts.push(text.slice(done, index), shown);
    done = end;
  }
  return { text: parts.join('') + text.slice(done), unknown };
}

/** Where closing brackets stand, asked in the order of the text: each is looked for once, so openings without one cost nothing. */
class ClosingBrackets {
  readonly #text: string;
  readonly #found = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of the next one at or behind `from`; infinite without one. */
  next(close: string, from: number): number {
    const known = this.#found.get(close) ?? -1;
    if (known >= from) return known;
    const found = this.#text.indexOf(close, from);
    const offset = found < 0 ? Number.POSITIVE_INFINITY : found;
    this.#found.set(close, offset);
    return offset;
  }
}

/** Offset past the closing bracket; brackets inside Go strings do not close. -1 without one. */
function endOfAction(text: string, from: number, close: string): number {
  const limit = Math.min(text.length, from + MAX_ACTION_LENGTH);
  if (close === '}}' && COMMENT.test(text.slice(from, from + COMMENT_REACH))) return endOfComment(text, from, limit);
  let quote = '';
  for (let position = from; position < limit; position++) {
    const char = text[position] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') position++;
      else if (char === quote) quote = '';
    } else if (text.startsWith(close, position)) return position + close.length;
    else if (close === '}}' && (char === '`' || char === '"')) quote = char;
  }
  const plain = text.slice(from, limit).indexOf(close);
  return plain < 0 ? -1 : from + plain + close.length;
}

/** A comment of Go templates may hold actions; it ends at its own mark. */
const COMMENT = /^-?\s?\/\*/;
const COMMENT_REACH = 4;
function endOfComment(text: string, from: number, limit: number): number {
  const end = /\*\/\s?-?\}\}/.exec(text.slice(from, limit));
  return end ? from + end.index + end[0].length : -1;
}

function replacement(action: string, alone: () => boolean): { readonly shown: string; readonly known: boolean } {
  const inner = action.slice(2, -2);
  if (action.startsWith('{{') || action.startsWith('[[')) {
    if (OF_THE_ALERT.test(inner)) return { shown: action, known: true };
    const literal = LITERAL.exec(inner.trim());
    // Padding goes to the end: before a block it would change the block's indentation.
    if (literal)
      return { shown: (literal[1] ?? literal[2] ?? literal[3] ?? '').padEnd(action.length, PADDING), known: true };
    if (CONTROL.test(inner)) return { shown: blank(action), known: true };
  } else if (!inner.startsWith('=')) return { shown: blank(action), known: true };
  return { shown: alone() ? blank(action) : fill(action), known: false };
}

/** Is there nothing on the line but template expressions? */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_LINE_REACH), start);
  const after = text.slice(end, end + MAX_LINE_REACH);
  const rest = before.slice(before.lastIndexOf('\n') + 1) + (after.split('\n', 1)[0] ?? '');
  return rest.replace(/\{\{[^{}]*\}\}|\[\[[^[\]]*\]\]/g, '').trim() === '';
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** A word as long as the first line; further lines blank. */
function fill(text: string): string {
  const lineEnd = text.search(/[\r\n]/);
  if (lineEnd < 0) return FILLER.repeat(text.length);
  return FILLER.repeat(lineEnd) + blank(text.slice(lineEnd));
}
