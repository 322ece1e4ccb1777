import type { Span } from '@shipworthy/model';
import type { RepositoryFile } from '../repository-file.ts';

const OPENS = /```|~~~|<!--/g;
/** What closes what another mark opened; a fence closes with its own. */
const CLOSES: Readonly<Record<string, string>> = { '<!--': '-->' };

/** The text with fenced blocks and HTML comments blanked, offsets kept. Pass to `file.once`. */
export function proseOf(file: RepositoryFile): string {
  const { text } = file;
  let prose = '';
  let at = 0;
  OPENS.lastIndex = 0;
  for (let opened = OPENS.exec(text); opened; opened = OPENS.exec(text)) {
    const close = CLOSES[opened[0]] ?? opened[0];
    const found = text.indexOf(close, opened.index + opened[0].length);
    const end = found < 0 ? text.length : found + close.length;
    prose += text.slice(at, opened.index) + blanked(text.slice(opened.index, end));
    at = end;
    OPENS.lastIndex = end;
  }
  return at === 0 ? text : prose + text.slice(at);
}

/** A line at a time: that is several times faster than character by character. */
const blanked = (code: string): string => code.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));

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
