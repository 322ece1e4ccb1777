import type { Masked } from './mask.ts';

/** Blanks that a build, a script or a program fills in: `@VERSION@`, `%VERSION%`, `__VERSION__`, `{resource}`. */
const BLANK =
  /(?<![$\w{])\{[A-Za-z]\w{0,40}\}(?!\})|@[A-Za-z][\w.-]{0,80}@|%[A-Z][A-Z0-9_]{1,80}%|(?<![A-Za-z0-9_])__[A-Z](?:[A-Z0-9]|_(?!_)){1,80}__(?![A-Za-z0-9_])/g;
/** Stands where the filled in text would be: a word in YAML. */
const FILLER = '_';
/** How far to either side a line's ends are looked for. */
const MAX_LINE_REACH = 500;

/** Replaces blanks by words of equal length; one that has a line to itself stands for lines, and becomes blank. */
export function maskBlanks(text: string): Masked {
  const unknown: (readonly [number, number])[] = [];
  const masked = text.replace(BLANK, (found, at: number) => {
    unknown.push([at, at + found.length]);
    return (isAlone(text, at, at + found.length) ? ' ' : FILLER).repeat(found.length);
  });
  return { text: masked, unknown };
}

function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_LINE_REACH), start);
  const after = text.slice(end, end + MAX_LINE_REACH);
  return before.slice(before.lastIndexOf('\n') + 1).trim() === '' && (after.split('\n', 1)[0] ?? '').trim() === '';
}
