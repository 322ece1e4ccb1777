import type { ChangeWords } from '@shipworthy/model';

/** One line that somebody wrote about a change. */
export interface SaidLine {
  readonly text: string;
  /** For people: `the pull request`, `commit 1a2b3c4`. */
  readonly where: string;
  /** The first line of a commit's message. */
  readonly subject?: true;
}

/** Hidden prompts of templates. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)/g;
/** A choice that nobody took. */
const UNTICKED = /^\s*(?:[-*+]|\d+[.)])\s+\[\s*\]/;
/** What a merge says of itself; its second line may hold the title of what was merged. */
const OF_MERGES = /^Merge (?:pull request|branch|branches|remote-tracking branch|tag|commit)\b/;
/** Digits by which people know a commit. */
const SHORT_ID = 7;

/** What was written about a change, line by line: without prompts of templates, choices that nobody took and empty lines. */
export function saidLines({ body, commits }: ChangeWords): readonly SaidLine[] {
  const ofBody = (body === undefined ? [] : linesOf(body)).map((text) => ({ text, where: 'the pull request' }));
  const ofCommits = commits.flatMap(({ id, message }) =>
    linesOf(message).flatMap((text, index): SaidLine[] =>
      OF_MERGES.test(text)
        ? []
        : [{ text, where: `commit ${id.slice(0, SHORT_ID)}`, ...(index === 0 ? { subject: true } : {}) }],
    ),
  );
  return [...ofBody, ...ofCommits];
}

const linesOf = (text: string): string[] =>
  text
    .replace(HIDDEN, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !UNTICKED.test(line));

const BOT =
  /\[bot\]|\b(?:dependabot|renovate|greenkeeper|snyk-bot|pyup-bot|scala-steward|mergify|github-actions)\b|[-_]bot(?:@|\s*<|$)/i;

/** Nobody wrote the change: all of its commits but merges are a program's. */
export function isByBot({ commits }: ChangeWords): boolean {
  const own = commits.filter(({ message }) => !OF_MERGES.test(message));
  return own.length > 0 && own.every(({ author }) => BOT.test(author));
}

/** Why nobody can tell what was said of the change; undefined where it was seen. */
export const wordsUnseen = ({ body, unknown }: ChangeWords): string | undefined =>
  body === undefined ? unknown : undefined;
