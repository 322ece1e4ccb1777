import type { Span, SuppressionFacts } from '@shipworthy/model';

/** What a comment that asks for silence begins with. */
export const DIRECTIVE = 'shipworthy-disable-next-line';
/** No file needs more; a hostile one has a million. */
export const MAX_SUPPRESSIONS = 1000;

/** Comments of code and data, on a line of their own. */
const COMMENT = /^[ \t]*(?:#+|\/\/+|<!--|\/\*+|\{\{-?[ \t]*\/\*|\{#|--|;+)[ \t]*$/;
/** In pages `#` is a heading and `--` is prose. */
const PAGE_COMMENT = /^[ \t]*(?:<!--|\{\/\*|\.\.|\/\/)[ \t]*$/;
const PAGE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|html?|txt)$/i;
const FENCE = /^[ \t]*(?:```|~~~)/;
const CLOSER = /[ \t]*(?:-->|\*\/[ \t]*-?(?:\}\}|\})?|#\})[ \t]*$/;
const REASON = /(?:^|\s)--(?:\s|$)/;

/** The comments of a file that ask for silence on the line after them, in any of the usual comment syntaxes. */
export function readSuppressions(path: string, text: string): SuppressionFacts[] {
  if (!text.includes(DIRECTIVE)) return [];
  const isPage = PAGE.test(path);
  const found: SuppressionFacts[] = [];
  let fenced = false;
  for (const [start, end] of linesOf(text)) {
    const line = text.slice(start, end);
    if (isPage && FENCE.test(line)) fenced = !fenced;
    const column = line.indexOf(DIRECTIVE);
    if (column < 0 || fenced || !(isPage ? PAGE_COMMENT : COMMENT).test(line.slice(0, column))) continue;
    const written = line.slice(column + DIRECTIVE.length).replace(CLOSER, '');
    // A longer word is another directive.
    if (/^[\w-]/.test(written)) continue;
    const [names = '', ...reasons] = written.split(REASON);
    const reason = reasons.join(' -- ').trim();
    found.push({
      rules: names.split(/[\s,]+/).filter((name) => name !== ''),
      ...(reason === '' ? {} : { reason }),
      at: [start + column, start + column + DIRECTIVE.length + written.trimEnd().length],
      covers: lineBelow(text, end),
    });
    if (found.length >= MAX_SUPPRESSIONS) break;
  }
  return found;
}

/** The next line that holds something else than such a comment. */
function lineBelow(text: string, from: number): Span {
  for (const [start, end] of linesOf(text, from + 1)) {
    const line = text.slice(start, end);
    if (line.trim() !== '' && !line.includes(DIRECTIVE)) return [start, end];
  }
  return [text.length, text.length];
}

function* linesOf(text: string, from = 0): Generator<Span, void, undefined> {
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield [start, end];
    start = end + 1;
  }
}
