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
 * the checkout has none, from GitHub or from the event. What cannot be seen is said there.
 */
export async function wordsOf(
  event: Event,
  { base, head }: { readonly base: string; readonly head: string },
  ways: Ways,
): Promise<ChangeWords> {
  const { checkout, remote } = ways;
  const said = event.kind === 'pull-request' ? { body: (await currentBody(event.number, remote)) ?? event.body } : {};
  if (checkout && !checkout.shallow) {
    const words = await changeWords(checkout.root, { base, head, ...said });
    if (words.unknown === undefined) return words;
  }
  if (event.kind === 'push' && event.commits) return { ...said, commits: event.commits };
  if (event.kind === 'pull-request') {
    const told = await asked(remote && (() => remote.commitsOf(event.number)));
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
