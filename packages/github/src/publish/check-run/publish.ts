import {
  createCheckRun,
  type GitHub,
  latestCheckRun,
  type NewCheckRun,
  type RepositoryName,
  updateCheckRunOutput,
} from '@shipworthy/github-client';
import type { CheckResult } from '../../check-result.ts';
import { failure } from '../failure.ts';
import { type Published, repositoryOf } from '../published.ts';
import { planCheckRun } from './plan.ts';

interface Shown {
  readonly id: number;
  readonly url: string | null;
  /** Annotations that it has. */
  readonly annotations: number;
}

/**
 * Shows a result as a check run of its own: one request makes it completed with the first annotations, others only add to
 * them, so that whatever goes wrong on the way it has its conclusion and is never left in progress. A run with the same
 * content is not made twice; one that was broken off is brought to its end.
 */
export async function publishCheckRun(result: CheckResult, github: GitHub): Promise<Published> {
  const run = planCheckRun(result);
  const repository = repositoryOf(result);
  const latest = await latestCheckRun(github, repository, run);
  const found = latest?.externalId === run.externalId ? latest : undefined;
  const wanted = run.annotations.length;
  if (found && found.annotations >= wanted) return { what: 'check-run', outcome: 'unchanged', ...urlOf(found) };
  const shown = found ?? (await made(github, repository, run));
  const note = await addedTo(github, repository, run, shown);
  return {
    what: 'check-run',
    outcome: note === undefined ? (found ? 'edited' : 'made') : 'failed',
    ...urlOf(shown),
    ...(note === undefined ? {} : { note }),
  };
}

async function made(github: GitHub, repository: RepositoryName, run: NewCheckRun): Promise<Shown> {
  const { unsent, ...created } = await createCheckRun(github, repository, run);
  return { ...created, annotations: run.annotations.length - unsent.length };
}

/** The rest of the annotations; why it did not come to them all, otherwise. */
async function addedTo(
  github: GitHub,
  repository: RepositoryName,
  { title, summary, annotations }: NewCheckRun,
  { id, annotations: sent }: Shown,
): Promise<string | undefined> {
  let left = annotations.slice(sent);
  try {
    while (left.length > 0)
      left = [...(await updateCheckRunOutput(github, repository, id, { title, summary, annotations: left })).unsent];
    return undefined;
  } catch (error) {
    const count = annotations.length - left.length;
    return failure(`The check run has ${count} of ${annotations.length} annotations, the worst ones`, error);
  }
}

const urlOf = ({ url }: Shown): Pick<Published, 'url'> => (url === null ? {} : { url });
