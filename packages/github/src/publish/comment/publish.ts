import {
  type Comment,
  createComment,
  type GitHub,
  GitHubFault,
  listComments,
  pullRequest,
  type RepositoryName,
  repositoryInfo,
  type Slot,
  says,
  slotsOf,
  updateComment,
} from '@shipworthy/github-client';
import type { CheckResult } from '../../check-result.ts';
import { type Published, repositoryOf, type Wanted } from '../published.ts';
import { type CommentPlan, planComment } from './plan.ts';

interface Conversation {
  readonly github: GitHub;
  readonly repository: RepositoryName;
  readonly plan: CommentPlan;
  readonly as: Wanted['as'];
}

type Done = Omit<Published, 'what'>;

/**
 * Keeps one comment in the conversation of a pull request at what the check says now. The oldest of ours is it; it is edited
 * only when its text is another, and none is made to say that all is well. Two runs at once may both find none and make one
 * each: whoever sees two afterwards turns the later ones into a line that leads to the first.
 */
export async function publishComment(result: CheckResult, as: Wanted['as'], github: GitHub): Promise<Published> {
  const plan = planComment(result);
  if (!plan) return { what: 'comment', outcome: 'not-needed' };
  return { what: 'comment', ...(await settled({ github, repository: repositoryOf(result), plan, as })) };
}

async function settled(here: Conversation): Promise<Done> {
  const { plan } = here;
  const [...slots] = await slotsIn(here);
  const [oldest] = slots;
  if (!oldest && !plan.worthMaking) return { outcome: 'not-needed' };
  if (oldest && says(oldest.marker, plan.hash)) return kept(here, 'unchanged', oldest.text, slots);
  if (await isOutdated(here))
    return {
      outcome: 'not-needed',
      why: 'The comment was left alone: the pull request has a newer commit, whose own check speaks for it.',
    };
  for (const slot of slots) {
    if (says(slot.marker, plan.hash)) return kept(here, 'unchanged', slot.text, slots);
    const edited = await edit(here, slot.text, plan.body);
    if (edited) return kept(here, 'edited', edited, slots);
  }
  return made(here, slots);
}

async function slotsIn({ github, repository, plan, as = 'app' }: Conversation): Promise<Slot<Comment>[]> {
  const { comments } = await listComments(github, repository, plan.pullRequest);
  const slots = slotsOf(comments, 'summary', plan.key, as);
  if (as === 'app') return slots;
  const all = slotsOf(comments, 'summary', plan.key, 'outsider');
  return all.length > slots.length && (await isOutsider(github, repository)) ? all : slots;
}

/** Who may write could edit comments of strangers as well, and must not. */
async function isOutsider(github: GitHub, repository: RepositoryName): Promise<boolean> {
  try {
    return !(await repositoryInfo(github, repository)).mayWrite;
  } catch (error) {
    if (error instanceof GitHubFault) return false;
    throw error;
  }
}

/** An earlier run can be the later one to end. Where GitHub does not tell, what is written next will tell why. */
async function isOutdated({ github, repository, plan }: Conversation): Promise<boolean> {
  try {
    const { head } = await pullRequest(github, repository, plan.pullRequest);
    return head.sha !== plan.head;
  } catch (error) {
    if (error instanceof GitHubFault) return false;
    throw error;
  }
}

/** Undefined where the comment is gone or not for us to edit. */
async function edit({ github, repository }: Conversation, { id }: Comment, body: string): Promise<Comment | undefined> {
  try {
    return await updateComment(github, repository, id, body);
  } catch (error) {
    if (error instanceof GitHubFault && (error.reason === 'forbidden' || error.reason === 'not-found'))
      return undefined;
    throw error;
  }
}

/** @param refused those of ours that cannot be edited */
async function made(here: Conversation, refused: readonly Slot<Comment>[]): Promise<Done> {
  const { github, repository, plan } = here;
  const comment = await createComment(github, repository, plan.pullRequest, plan.body);
  const slots = (await slotsIn(here)).filter(({ text: { id } }) => !refused.some((slot) => slot.text.id === id));
  const [oldest] = slots;
  // The other run that made one first says the same, or it speaks of a commit that this one is newer than.
  if (oldest && oldest.text.id < comment.id) {
    const first = says(oldest.marker, plan.hash) ? oldest.text : await edit(here, oldest.text, plan.body);
    if (first) return kept(here, 'edited', first, slots);
  }
  return { outcome: 'made', url: comment.url };
}

/** The comment that stays. Ours besides it would go on saying what was true once. */
async function kept(
  here: Conversation,
  outcome: 'edited' | 'unchanged',
  comment: Comment,
  slots: readonly Slot<Comment>[],
): Promise<Done> {
  for (const { text: other } of slots)
    if (other.id > comment.id)
      await edit(here, other, `What shipworthy says stands in [one comment](${comment.url}).\n`);
  return { outcome, url: comment.url };
}
