import { UsageError } from '@shipworthy/audit/usage-error';
import { connect } from '@shipworthy/github-client';
import { workflowRunUrl } from '@shipworthy/github-client/workflow-run';
import { SourceError } from '@shipworthy/model';
import { type OrgReport, type PublishedIssue, publishIssue } from '@shipworthy/org';
import type { Context } from './context.ts';
import { gitHubAccess } from './github-access.ts';
import { repositoryNames } from './repository-name.ts';

export interface IssueArguments {
  /** `owner/name` of where the report is kept as an issue; absent: nowhere. */
  readonly issue: string | undefined;
  /** That may be where anybody reads it. */
  readonly publicIssue: boolean;
}

/** Keeps a report as an issue and says what became of it, in a line. @throws SourceError */
export type KeepIssue = (report: OrgReport) => Promise<string>;

/**
 * What keeps the report as an issue; undefined where that is not asked for. Nothing is sent yet: what is wrong with the command
 * line is said before hours of audits, what GitHub refuses when the report is on the disk.
 * @param note told of what a person should know, in a sentence
 * @throws UsageError for what is no repository, and without a token
 */
export function issueKeeper(
  { issue, publicIssue }: IssueArguments,
  { env, version }: Context,
  note: (sentence: string) => void,
): KeepIssue | undefined {
  if (issue === undefined && publicIssue)
    throw new UsageError('--public-issue is of an issue, and none is asked for', 'Add --issue owner/name.');
  if (issue === undefined) return undefined;
  const repository = repositoryNames(issue);
  if (!repository)
    throw new UsageError(
      `--issue cannot be ${JSON.stringify(issue)}`,
      'Name the repository that the issue is kept in, as on GitHub: --issue owner/name',
    );
  const access = gitHubAccess(env, `write issues in ${issue} (issues: write)`);
  const github = connect({ ...access, version, note });
  const wanted = { repository, public: publicIssue, run: workflowRunUrl(env) };
  return async (report) => {
    try {
      const published = await publishIssue(report, wanted, github);
      if (published.repository.toLowerCase() !== issue.toLowerCase())
        note(`${issue} is called ${published.repository} now; name it so in --issue.`);
      return `The issue: ${published.url} (${OUTCOMES[published.outcome]})`;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      throw new SourceError(
        `the report is written, but not kept as an issue of ${issue}: ${error.message}`,
        'environment',
        `${error.advice} \`shipworthy org report --issue ${issue}\` tries it again, without audits.`,
        { cause: error },
      );
    }
  };
}

const OUTCOMES: Readonly<Record<PublishedIssue['outcome'], string>> = {
  made: 'opened',
  edited: 'edited',
  reopened: 'edited and opened again',
  unchanged: 'says so already',
};
