import { type ChangeWords, SourceError } from '@shipworthy/model';
import { changeWords } from '@shipworthy/sources';
import type { Checkout } from './checkout.ts';
import type { Event } from './event.ts';
import type { Remote } from './remote.ts';

interface Ways {
  readonly checkout: Checkout | undefined;
  readonly remote: Remote | undefined;
}

/**
 * What people said of the change: the text of the pull request, and the messages of its commits from the history, or where
 * the checkout has none, from GitHub or from the event. What cannot be seen is said there: an answer that stands in it is not
 * missing.
 */
export async function wordsOf(event: Event, range: Range, ways: Ways): Promise<ChangeWords> {
  const number = pullRequestOf(event);
  const body = number === undefined ? undefined : await currentBody(number, ways.remote);
  if (event.kind === 'pull-request') return commitWords(event, { ...range, body: body ?? event.body }, ways);
  const words = await commitWords(event, { ...range, body }, ways);
  // Of a merge queue it is known that there is a pull request, of a push where the commit says so.
  const isSilent = body === undefined && (number !== undefined || event.kind === 'merge-group');
  return isSilent ? { ...words, unknown: words.unknown ?? unheard(number) } : words;
}

interface Range {
  readonly base: string;
  readonly head: string;
}

function pullRequestOf(event: Event): number | undefined {
  if (event.kind === 'pull-request') return event.number;
  return event.kind === 'merge-group' || event.kind === 'push' ? event.merges : undefined;
}

const unheard = (number: number | undefined): string =>
  `the event does not hold the text of ${number === undefined ? 'the pull request' : `pull request #${number}`}, and GitHub did not tell it (permissions: pull-requests: read)`;

async function commitWords(
  event: Event,
  { base, head, body }: Range & { readonly body: string | undefined },
  { checkout, remote }: Ways,
): Promise<ChangeWords> {
  const said = body === undefined ? {} : { body };
  if (checkout && !checkout.shallow) {
    const words = await changeWords(checkout.root, { base, head, ...said });
    if (words.unknown === undefined) return words;
  }
  if (event.kind === 'push' && event.commits) return { ...said, commits: event.commits };
  const number = event.kind === 'push' ? undefined : pullRequestOf(event);
  if (number !== undefined) {
    const told = await asked(remote && (() => remote.commitsOf(number)));
    if (told?.complete) return { ...said, commits: told.commits };
    if (told) return { ...said, commits: told.commits, unknown: 'GitHub tells of the first 250 commits only' };
  }
  if (checkout) return changeWords(checkout.root, { base, head, ...said });
  return { ...said, commits: [], unknown: 'there is no checkout with their history' };
}

async function currentBody(number: number, remote: Remote | undefined): Promise<string | undefined> {
  return asked(remote && (() => remote.bodyOf(number)));
}

/** Undefined where GitHub does not answer: what is said then is what is known without it. */
async function asked<Answer>(question: (() => Promise<Answer>) | undefined): Promise<Answer | undefined> {
  try {
    return await question?.();
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
