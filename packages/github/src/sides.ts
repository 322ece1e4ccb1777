import { type RepositorySource, SourceError } from '@shipworthy/model';
import { gitRevision } from '@shipworthy/sources';
import type { Checkout } from './checkout.ts';
import type { Remote } from './remote.ts';

/** What there is to get the files of a commit from. */
export interface Shelves {
  readonly checkout: Checkout | undefined;
  readonly remote: Remote | undefined;
  /** Whether a commit is in the checkout with all its files. */
  readonly has: (root: string, commit: string) => Promise<boolean>;
  /** Whether the checkout leaves out contents of files of a commit that it has. */
  readonly lacksContents?: (root: string, commit: string) => Promise<boolean>;
  /** The files of a commit by git, apart from the checkout, which stays as it is. */
  readonly fetchApart?: (commit: string) => Promise<RepositorySource>;
  /** Brings a commit into the checkout; tells in one clause why it could not. */
  readonly fetch: (root: string, commit: string) => Promise<string | undefined>;
  readonly note: (sentence: string) => void;
}

/**
 * The files of a commit: from the checkout, where need be after fetching that commit alone, else over GitHub's API. Never
 * the files that lie in the workspace: other steps may have made or changed those.
 * @param what `the base`
 * @throws SourceError when none of them has it: the check must not be green for it
 */
export async function sideOf(what: string, commit: string, shelves: Shelves): Promise<RepositorySource> {
  const { checkout, remote, note } = shelves;
  const reasons: string[] = [];
  let advice = checkout
    ? 'Let actions/checkout fetch it (`fetch-depth: 0`), or give the step a token that may read the contents (`permissions: contents: read`).'
    : 'Add `- uses: actions/checkout` before this step, or give the step a token that may read the contents (`permissions: contents: read`).';
  if (checkout) {
    const found = await ofCheckout(checkout.root, commit, shelves);
    if ('list' in found) return found;
    reasons.push(found.refused);
  }
  if (remote) {
    try {
      const source = await remote.source(commit);
      await source.list();
      if (checkout) note(`${capitalized(what)} was read over GitHub's API, since ${reasons.join(', ')}.`);
      return source;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      reasons.push(error.message);
      advice = error.advice;
    }
  }
  throw new SourceError(
    `cannot read ${what}, commit ${commit}: ${reasons.join('; ') || 'there is neither a checkout nor a token'}`,
    'environment',
    advice,
  );
}

async function ofCheckout(
  root: string,
  commit: string,
  { has, lacksContents, fetch, fetchApart }: Shelves,
): Promise<RepositorySource | { readonly refused: string }> {
  if (!(await has(root, commit))) {
    const refused = await fetch(root, commit);
    if (refused !== undefined) return { refused: `fetching it failed (${refused})` };
  }
  if (!(await lacksContents?.(root, commit))) return gitRevision(root, commit);
  try {
    if (fetchApart) return await fetchApart(commit);
    return { refused: 'the checkout is a partial clone without the contents of its files' };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { refused: `the checkout is a partial clone, and fetching what it lacks failed (${error.message})` };
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
