import { decodeEntities } from './destination.ts';
import type { Inline } from './inline.ts';

interface Run {
  at: number;
  length: number;
  readonly unit: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const LETTER_LIKE = /[\p{L}\p{N}]/u;
const WHITE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;
/** Stand-ins for `*`, `_` and `~` that are text (escaped or code), from Unicode's private use area. */
const SAFE: Readonly<Record<string, string>> = { '*': '\ue000', _: '\ue001', '~': '\ue002' };
const UNSAFE: Readonly<Record<string, string>> = { '\ue000': '*', '\ue001': '_', '\ue002': '~' };

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(/\*+|_+|~~/g)) {
    const before = text.slice(0, match.index).at(-1) ?? ' ';
    const after = text.charAt(match.index + match[0].length) || ' ';
    const left = !WHITE.test(after) && (!PUNCTUATION.test(after) || WHITE.test(before) || PUNCTUATION.test(before));
    const right = !WHITE.test(before) && (!PUNCTUATION.test(before) || WHITE.test(after) || PUNCTUATION.test(after));
    const under = match[0].startsWith('_');
    runs.push({
      at: match.index,
      length: match[0].length,
      unit: match[0].charCodeAt(0),
      opens: left && (!under || !right || !LETTER_LIKE.test(before)),
      closes: right && (!under || !left || !LETTER_LIKE.test(after)),
    });
  }
  return runs;
}

/** Text without emphasis marks, by CommonMark's delimiter runs (the rule of three left out: no heading was seen to need it). */
function withoutEmphasis(text: string): string {
  if (!/[*_]|~~/.test(text)) return text;
  const removed = new Set<number>();
  const open: Run[] = [];
  /** By unit: below this height of the stack no opener of it stands, so none is looked for again. */
  const floors = new Map<number, number>();
  for (const run of runsOf(text)) {
    while (run.closes && run.length > 0) {
      const index = openerOf(run.unit, open, floors.get(run.unit) ?? 0);
      const opener = open[index];
      if (!opener) {
        floors.set(run.unit, open.length);
        break;
      }
      const used = Math.min(opener.length, run.length);
      for (let i = 0; i < used; i++) {
        removed.add(opener.at + opener.length - 1 - i);
        removed.add(run.at + i);
      }
      opener.length -= used;
      run.at += used;
      run.length -= used;
      open.length = opener.length > 0 ? index + 1 : index;
    }
    if (run.opens && run.length > 0) open.push(run);
  }
  if (removed.size === 0) return text;
  let plain = '';
  for (let i = 0; i < text.length; i++) if (!removed.has(i)) plain += text.charAt(i);
  return plain;
}

/** Only a bracket that closes behind other markup puts its cut out of order. */
function inOrder(cuts: Inline['cuts']): Inline['cuts'] {
  const sorted = cuts.every((cut, index) => index === 0 || (cuts[index - 1]?.[0] ?? 0) <= cut[0]);
  return sorted ? cuts : cuts.toSorted((a, b) => a[0] - b[0]);
}

/** Index of the last opener of the unit at or above `floor`; -1 without one. */
function openerOf(unit: number, open: readonly Run[], floor: number): number {
  for (let index = open.length - 1; index >= floor; index--) if (open[index]?.unit === unit) return index;
  return -1;
}

/** `piece` as it is read aloud, with emphasis marks still in place: brackets, targets, tags and backticks are left out. */
export function withoutMarkup(piece: string, inline: Inline): string {
  if (inline.cuts.length === 0) return piece;
  let plain = '';
  let at = 0;
  for (const [start, end] of inOrder(inline.cuts)) {
    if (start > at) plain += piece.slice(at, start);
    at = Math.max(at, end);
  }
  return plain + piece.slice(at);
}

/** Each run of white space as one space. */
export const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ');

/** The text of a heading or link without any markup, runs of white space as one space. */
export const plainText = (piece: string, inline: Inline): string => oneSpaced(spacedText(piece, inline));

/** The same with its runs of spaces as they are written. */
export function spacedText(piece: string, inline: Inline): string {
  let guarded = piece;
  if (inline.cuts.length > 0 && /[*_~]/.test(piece)) {
    const units = piece.split('');
    const guard = (at: number) => {
      units[at] = SAFE[units[at] ?? ''] ?? units[at] ?? '';
    };
    for (const [start, end] of inline.codes) for (let at = start; at < end; at++) guard(at);
    for (const [start, end] of inline.cuts) if (end === start + 1 && piece[start] === '\\') guard(end);
    for (const link of inline.links)
      if (link.form === 'autolink') for (let at = link.textStart; at < link.textEnd; at++) guard(at);
    guarded = units.join('');
  }
  const plain = withoutEmphasis(withoutMarkup(guarded, inline));
  const restored = plain.replace(/[\ue000-\ue002]/g, (unit) => UNSAFE[unit] ?? unit);
  return decodeEntities(restored).trim();
}
