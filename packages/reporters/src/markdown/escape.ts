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

/** A text of the repository as Markdown prose, of one line. Words that GitHub would act on become code. */
export function prose(text: string): string {
  return visible(text)
    .trim()
    .split(/ +/)
    .map((word) => {
      if (!ACTED_ON.test(word)) return plain(word);
      let end = word.length;
      while (TRAILING.has(word.charAt(end - 1))) end--;
      return code(word.slice(0, end)) + word.slice(end);
    })
    .join(' ')
    .replace(BEGINS_BLOCK, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

const plain = (word: string): string =>
  word.replace(PUNCTUATION, '\\$&').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as a code span: nothing inside is acted on, and it can be copied. */
export function code(text: string): string {
  const shown = visible(text) || ' ';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padding = /^[ `]|[ `]$/.test(shown) ? ' ' : '';
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
