import type { Span } from '@shipworthy/model';
import type { Definitions } from './inline.ts';

/** What a page is made of, in the order of the page. Offsets are into the page. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly piece: Piece;
      /** The whole line or lines of the heading. */
      readonly at: Span;
    }
  | {
      readonly kind: 'prose';
      readonly piece: Piece;
      /** A paragraph of one line that stands in no list or quote: it may be a heading in bold. */
      readonly lone: boolean;
    }
  | { readonly kind: 'item'; readonly ordered: boolean }
  | { readonly kind: 'row' }
  | {
      readonly kind: 'fence';
      readonly at: Span;
      /** The lines between the fences. */
      readonly content: Span;
      readonly info: string;
    }
  | { readonly kind: 'html'; readonly at: Span };

/** Text to be read inline: that of the page, or one of equal length in which the marks of quotes are blanked. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly definitions: Definitions;
}
