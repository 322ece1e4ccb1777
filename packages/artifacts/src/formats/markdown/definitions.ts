import type { Piece } from './block.ts';
import { readDestination, readTitle, skipSpace, unescapeDestination } from './destination.ts';
import { closingBracket, type Definition, normaliseLabel } from './inline.ts';

/** End of the line if only white space is left on it, else undefined. */
function lineRest(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length && /[ \t\r]/.test(text.charAt(at))) at++;
  return at >= text.length ? at : text.charCodeAt(at) === 10 ? at + 1 : undefined;
}

/** One `[label]: target "title"` at `from`; footnotes are none. */
function readDefinition(text: string, from: number) {
  if (text.charCodeAt(from) !== 91 || text.charCodeAt(from + 1) === 94) return undefined;
  const close = closingBracket(text, from + 1);
  if (close === undefined || text.charCodeAt(close + 1) !== 58) return undefined;
  const label = text.slice(from + 1, close);
  const at = skipSpace(text, close + 2);
  const destination = readDestination(text, at);
  if (label.trim() === '' || !destination || destination.end === at) return undefined;
  const titleAt = skipSpace(text, destination.end);
  const titleEnd = titleAt > destination.end ? readTitle(text, titleAt) : undefined;
  const end = (titleEnd === undefined ? undefined : lineRest(text, titleEnd)) ?? lineRest(text, destination.end);
  if (end === undefined) return undefined;
  return { label, start: destination.start, stop: destination.stop, end };
}

/** Takes the definitions off the head of a paragraph; what is left is its text. The first definition of a label counts. */
export function takeDefinitions(piece: Piece, into: Map<string, Definition>): Piece {
  let at = 0;
  for (;;) {
    const start = skipSpace(piece.text, at);
    const found = readDefinition(piece.text, start);
    if (!found) break;
    const label = normaliseLabel(found.label);
    if (!into.has(label))
      into.set(label, {
        target: unescapeDestination(piece.text.slice(found.start, found.stop)),
        start: piece.start + found.start,
        end: piece.start + found.stop,
      });
    at = found.end;
  }
  return at === 0 ? piece : { start: piece.start + at, text: piece.text.slice(at) };
}
