import { visible } from '../text/visible.ts';

/**
 * What GitHub turns into something else wherever it stands in prose: mentions and addresses of mail (`@`), web addresses,
 * references to issues (`#1`, `GH-1`), mathematics (`$`) and emoji (`:x:`). A mention of a team mails all of it.
 */
const ACTED_ON = /@|:\/\/|#\d|\$|^\W*(?:www\.|mailto:|xmpp:|gh-\d)|:[\w+-]+:/i;
/** What ends a sentence or a clause stays outside of the code span that a word is put into. */
const TRAILING: ReadonlySet<string> = new Set('.,;!?');
/** What Markdown acts on inside a line. */
const PUNCTUATION = /[\\`*_[\]|~]/g;

/** What begins a heading, a list or a rule where it begins a line. */
const BEGINS_BLOCK = /^(?:[#+=-]|\d+(?=[.)](?: |$)))/;

/**
 * A text of the repository as Markdown prose, of one line. What stands between backticks becomes code, and so do words that
 * GitHub would act on.
 */
export function prose(text: string): string {
  const parts = visible(text).trim().replace(/ +/g, ' ').split('`');
  // A backtick without a partner is one that people see.
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  return parts
    .map((part, index) => {
      if (index >= paired) return `\\\`${words(part)}`;
      return index % 2 === 0 ? words(part) : code(part);
    })
    .reduce(apart, '')
    .replace(BEGINS_BLOCK, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Two code spans that touch would be one, or none. */
const apart = (before: string, after: string): string =>
  before.endsWith('`') && after.startsWith('`') ? `${before} ${after}` : before + after;

const words = (text: string): string => text.split(' ').map(word).join(' ');

function word(text: string): string {
  if (!ACTED_ON.test(text)) return plain(text);
  let end = text.length;
  while (TRAILING.has(text.charAt(end - 1))) end--;
  return code(text.slice(0, end)) + text.slice(end);
}

const plain = (text: string): string =>
  text.replace(PUNCTUATION, '\\$&').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text inside of an HTML element. Markdown is not read there, mentions are: put what is not ours into `<code>`. */
export const html = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as a code span: nothing inside is acted on, and it can be copied. */
export function code(text: string): string {
  const shown = visible(text) || ' ';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const stripped = shown.startsWith(' ') && shown.endsWith(' ') && shown.trim() !== '';
  const padding = stripped || shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A line of a file as a block of its own; `indent` stands before each of its lines. */
export function block(line: string, indent: string): string {
  const shown = visible(line.replaceAll('\t', '    '));
  const fence = '`'.repeat(Math.max(MIN_FENCE, longestRun(shown) + 1));
  return `${indent}${fence}text\n${indent}${shown}\n${indent}${fence}\n`;
}

const MIN_FENCE = 3;

/** Length of the longest run of backticks. */
function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
