import {
  createIssue,
  type GitHub,
  type Issue,
  isOurs,
  listIssues,
  type RepositoryName,
  type Slot,
  says,
  slotsOf,
  updateIssue,
} from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';
import type { OrgReport } from '../report/org-report.ts';
import { issueRoom, nameOf } from './issue-room.ts';
import { type IssuePlan, KEPT, planIssue } from './plan.ts';

export interface IssueWanted {
  readonly repository: RepositoryName;
  /** The repository may be one that anybody reads. */
  readonly public: boolean;
  /** Web address of where the whole report is kept. */
  readonly run?: string | undefined;
}

export interface PublishedIssue {
  /**
   * - `made`, `edited`: as asked
   * - `reopened`: edited, and open again
   * - `unchanged`: it says so already, and nothing was sent
   */
  readonly outcome: 'made' | 'edited' | 'reopened' | 'unchanged';
  /** Where it is. */
  readonly url: string;
  /** `owner/name` of today: the repository may have been renamed. */
  readonly repository: string;
}

interface Room {
  readonly github: GitHub;
  readonly repository: RepositoryName;
  readonly plan: IssuePlan;
}

type Done = Omit<PublishedIssue, 'repository'>;

/**
 * Keeps one issue at what the report says. The oldest of ours is it, whatever has become of its title; it is edited only when
 * the report says something else. Closed by somebody, it stays closed until then: closing says that it was read. No issue
 * but ours is touched, and of ours only the one and what this call made.
 * @throws SourceError with whose fault it is and what to do
 */
export async function publishIssue(report: OrgReport, wanted: IssueWanted, github: GitHub): Promise<PublishedIssue> {
  const repository = await issueRoom(github, wanted.repository, wanted.public);
  const here = { github, repository, plan: planIssue(report, wanted.run) };
  const oldest = await oldestIn(here);
  return { ...(oldest ? await kept(here, oldest) : await made(here)), repository: nameOf(repository) };
}

/**
 * The author is a bot, or somebody whom the repository trusts: whose token writes next week is not said, and an app is not told
 * who it is.
 */
async function oldestIn({ github, repository, plan }: Room): Promise<Slot<Issue> | undefined> {
  const { issues, complete } = await listIssues(github, repository);
  const [oldest] = slotsOf(issues, KEPT, plan.key, 'person');
  if (oldest || complete) return oldest;
  throw new SourceError(
    `${nameOf(repository)} has too many issues and pull requests to look for the report's among them`,
    'environment',
    'Name a repository made for the report.',
  );
}

async function kept({ github, repository, plan }: Room, { text, marker }: Slot<Issue>): Promise<Done> {
  if (says(marker, plan.hash)) return { outcome: 'unchanged', url: text.url };
  const { body } = plan;
  if (text.state === 'open') {
    const { url } = await updateIssue(github, repository, text.number, { body });
    return { outcome: 'edited', url };
  }
  const { url } = await updateIssue(github, repository, text.number, { body, state: 'open' });
  return { outcome: 'reopened', url };
}

/** Two runs at once may both find none and make one each: the later one is closed again, and leads to the first. */
async function made(here: Room): Promise<Done> {
  const { github, repository, plan } = here;
  const issue = await createIssue(github, repository, plan);
  if (!isOurs(issue, 'person')) {
    // Left open, there would be one more of them every week.
    await updateIssue(github, repository, issue.number, {
      body: 'Opened with a token that cannot keep it.\n',
      state: 'closed',
    });
    throw new SourceError(
      `the next run would not know the issue ${issue.url} for its own: who owns the token is no member and no collaborator of ${nameOf(repository)}; it is closed again`,
      'environment',
      'Give the token of an app, or of somebody who may write there.',
    );
  }
  const oldest = await oldestIn(here);
  if (!oldest || oldest.text.number >= issue.number) return { outcome: 'made', url: issue.url };
  const body = `The report stands in [another issue](${oldest.text.url}).\n`;
  await updateIssue(github, repository, issue.number, { body, state: 'closed' });
  return kept(here, oldest);
}
