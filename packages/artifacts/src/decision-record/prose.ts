import type { Span } from '@shipworthy/model';
import type { RepositoryFile } from '../repository-file.ts';

const NOT_PROSE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|<!--[\s\S]*?(?:-->|$)/g;

/** The text with fenced blocks and HTML comments blanked, offsets kept. Pass to `file.once`. */
export function proseOf(file: RepositoryFile): string {
  if (!/```|~~~|<!--/.test(file.text)) return file.text;
  return file.text.replace(NOT_PROSE, (code) => code.replace(/[^\r\n]/g, ' '));
}

/** Longest piece of prose that is kept as what shows something. */
const MAX_SHOWN = 120;

/** The first place where a pattern matches. */
export function firstMatch(prose: string, pattern: RegExp): Span | undefined {
  const match = pattern.exec(prose);
  return match ? [match.index, match.index + Math.min(match[0].length, MAX_SHOWN)] : undefined;
}

/** Text of a line as it reads: links by their words, pictures by their description, no emphasis. */
export function plainLine(line: string): string {
  return line
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, '$1')
    .replace(/!?\[([^\]\n]{0,200})\]\[[^\]\n]{0,100}\]/g, '$1')
    .replace(/<[a-z/!][^>\n]{0,200}>/gi, '')
    .replace(/[*_`]{1,3}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
