import { SourceError } from '@shipworthy/model';
import { commitOf, mergeBaseOf } from '@shipworthy/sources';
import { type Checkout, surelyParted } from './checkout.ts';
import type { Event, PullRequest } from './event.ts';
import type { Remote } from './remote.ts';

/** The commits that are audited; without a base the head as it is. */
export interface Compared {
  readonly head: string;
  readonly base?: string;
}

/** What there is to find commits with. */
export interface Means {
  readonly checkout: Checkout | undefined;
  readonly remote: Remote | undefined;
  /** The commit that the workflow runs for. */
  readonly sha: string;
  /** A revision that stands in for the base of the event. */
  readonly base?: string | undefined;
  readonly note: (sentence: string) => void;
}

type Asked = Exclude<Event, { readonly kind: 'deleted' }>;

/**
 * Which commits an event asks to compare. The head is always the event's: a checkout that stands elsewhere would be green
 * for something that nobody asked about.
 */
export async function comparedBy(event: Asked, means: Means): Promise<Compared> {
  const found = await ofEvent(event, means);
  if (means.base === undefined) return found;
  return { head: found.head, base: await resolved(means.base, means) };
}

async function ofEvent(event: Asked, means: Means): Promise<Compared> {
  const { checkout, sha, note } = means;
  switch (event.kind) {
    case 'pull-request':
      return ofPullRequest(event, means);
    case 'merge-group':
    case 'push':
      return { head: event.head, base: event.base };
    case 'new-branch':
      return ofNewBranch(event, means);
    case 'whole':
      if (event.why !== undefined && means.base === undefined) note(event.why);
      return { head: checkout?.head ?? event.head ?? sha };
  }
}

/** What GitHub tries to merge is compared with the branch it goes to, as that is now. */
async function ofPullRequest(event: PullRequest, means: Means): Promise<Compared> {
  const { checkout, note } = means;
  const [into, ...merged] = checkout?.parents ?? [];
  if (checkout && into !== undefined && merged.length === 1 && merged[0] === event.head)
    return { head: checkout.head, base: into };
  if (checkout && checkout.head !== event.head)
    note(
      `The checkout is at ${short(checkout.head)}, which is not this pull request; its newest commit ${short(event.head)} was audited.`,
    );
  // Another base is asked for: nobody needs to know where the two parted.
  if (means.base !== undefined) return { head: event.head };
  return { head: event.head, base: await partedFrom(event.base, event.head, means) };
}

async function partedFrom(base: string, head: string, { checkout, remote, note }: Means): Promise<string> {
  const sure = checkout && (await surelyParted(checkout, base, head));
  if (sure) return sure;
  const told = await asked(() => remote?.mergeBase(base, head));
  if (told !== undefined) return told;
  const seen = checkout && (await mergeBaseOf(checkout.root, base, head));
  if (seen) return seen;
  note(
    `Where the change left its base is not known, so that it is compared with ${short(base)}: what the base gained since is counted as if the change had removed it. A checkout of the merge (the default of actions/checkout), \`fetch-depth: 0\` or a token tells.`,
  );
  return base;
}

async function ofNewBranch(
  { head, defaultBranch }: Extract<Asked, { kind: 'new-branch' }>,
  { checkout, remote, base, note }: Means,
): Promise<Compared> {
  if (base !== undefined) return { head };
  const local =
    checkout && !checkout.shallow ? await localCommit(checkout, `refs/remotes/origin/${defaultBranch}`) : undefined;
  const sure = checkout && local && (await surelyParted(checkout, local, head));
  const parted = sure ?? (await asked(() => remote?.mergeBase(defaultBranch, head)));
  if (parted !== undefined) return { head, base: parted };
  note(
    `The branch is new, and where it left ${defaultBranch} is not known, so that all of it was audited. \`fetch-depth: 0\` of actions/checkout or a token tells.`,
  );
  return { head };
}

/** @throws SourceError for a revision that nobody knows */
async function resolved(revision: string, { checkout, remote }: Means): Promise<string> {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return revision;
  // What a branch is called on the server is meant, not a branch that an earlier step made.
  const local =
    checkout &&
    ((await localCommit(checkout, `refs/remotes/origin/${revision}`)) ?? (await localCommit(checkout, revision)));
  if (local !== undefined) return local;
  if (remote) return remote.resolve(revision);
  throw new SourceError(
    `the input base names no commit of the checkout: ${JSON.stringify(revision)}`,
    'usage',
    'Give a branch, a tag or a full commit id; with `fetch-depth: 0` of actions/checkout, or a token, all of them are known.',
  );
}

async function localCommit({ root }: Checkout, revision: string): Promise<string | undefined> {
  return (await asked(() => commitOf(root, revision)))?.commit;
}

/** Undefined where the answer is a fault: there are other ways to know. */
async function asked<Answer>(question: () => Promise<Answer> | undefined): Promise<Answer | undefined> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

const short = (commit: string): string => commit.slice(0, 12);
