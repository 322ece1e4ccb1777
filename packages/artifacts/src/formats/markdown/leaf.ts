import type { Piece } from './block.ts';
import type { FenceStart, HtmlStart, ListMarker } from './line-starts.ts';

/** A quote or list item that the lines below may continue. */
export type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'item'; readonly indent: number; readonly marker: ListMarker; empty: boolean };

/** The open block that holds lines. */
export type Leaf =
  | { readonly kind: 'paragraph'; readonly lines: [start: number, end: number][]; readonly depth: number }
  | {
      readonly kind: 'fence';
      readonly fence: FenceStart;
      readonly start: number;
      readonly content: number;
      end: number;
    }
  | { readonly kind: 'indented'; readonly start: number; end: number }
  | { readonly kind: 'html'; readonly until: HtmlStart['until']; readonly start: number; end: number }
  | { readonly kind: 'table' };

/** The lines of a paragraph as one text; what stands between them (marks of quotes) is blanked, lengths stay. */
export function pieceOf(text: string, lines: readonly (readonly [start: number, end: number])[]): Piece {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return { start: 0, text: '' };
  const whole = text.slice(first[0], last[1]);
  if (lines.length === 1 || !/\n[ \t]*>/.test(whole)) return { start: first[0], text: whole };
  let masked = '';
  let at = first[0];
  for (const [start, end] of lines) {
    masked += text.slice(at, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
    at = end;
  }
  return { start: first[0], text: masked };
}
