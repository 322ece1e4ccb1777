import type { Trailer } from '@shipworthy/model';

/** A line `Key: value`; what follows indented belongs to it. */
const LINE = /^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*:[ \t]*(\S.*)$/;

/**
 * The trailers of a commit's message where no git is asked: lines `Key: value` of its last paragraph, which is not the
 * first (https://git-scm.com/docs/git-interpret-trailers).
 */
export function trailersOf(message: string): Trailer[] {
  const paragraphs = message
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n/);
  const last = paragraphs.at(-1);
  if (paragraphs.length < 2 || last === undefined) return [];
  const unfolded = last.replace(/\n[ \t]+/g, ' ').split('\n');
  const found = unfolded.map((line) => LINE.exec(line));
  // A paragraph of prose that happens to hold a colon is none: git wants trailers to be a quarter of it.
  if (found.filter(Boolean).length * 4 < unfolded.length) return [];
  return found.flatMap((match) => {
    const [, key, value] = match ?? [];
    return key === undefined || value === undefined ? [] : [{ key: key.toLowerCase(), value: value.trim() }];
  });
}
