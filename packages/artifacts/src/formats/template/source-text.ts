import type { ExtractionLevel, Span } from '@shipworthy/model';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/index.ts';
import { PADDING } from './mask.ts';

/** A parsed text and how its offsets relate to the file: the file itself, or a file held in a string of another. */
export interface SourceText {
  /** The text as the repository holds it. */
  readonly original: string;
  /** What was parsed: of equal length, with template expressions masked. */
  readonly parsed: string;
  readonly level: ExtractionLevel;
  /** Masked places, in order. */
  readonly unknown: readonly Span[];
  /** Offsets of this text as offsets of the file. */
  readonly place: (span: Span) => Span;
}

/** Index of the first unknown place that begins at or behind `start`. */
function firstUnknown(text: SourceText, start: number): number {
  let low = 0;
  let high = text.unknown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text.unknown[middle]?.[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The unknown places that begin in `[start, end)`. */
export function unknownWithin(text: SourceText, start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  for (let index = firstUnknown(text, start); (text.unknown[index]?.[0] ?? end) < end; index++) {
    const span = text.unknown[index];
    if (span) found.push(span);
  }
  return found;
}

export function isUnknown(text: SourceText, node: YamlNode): boolean {
  const next = text.unknown[firstUnknown(text, node.span[0])];
  return next !== undefined && next[0] < node.span[1];
}

/** A decoded value without what masking added to keep offsets. */
export function withoutPadding(value: string): string {
  return value.replaceAll(PADDING, '');
}

/** The value as text: as the repository writes it where a template fills in parts. */
export function scalarText(text: SourceText, node: YamlScalar): string {
  return isUnknown(text, node) ? node.textIn(text.original) : withoutPadding(node.text);
}

/** Where the value stands; the key where there is no value. */
export function valueSpan(text: SourceText, { value, keySpan }: YamlEntry): Span {
  return text.place(value.span[0] === value.span[1] ? keySpan : value.span);
}
