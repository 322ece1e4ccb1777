import { type GitHub, GitHubFault, type RepositoryName, repositoryInfo } from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';

/**
 * The repository by its names of today, if an issue may be kept there.
 * @param anybody the report may be where anybody reads it
 * @throws SourceError
 */
export async function issueRoom(github: GitHub, asked: RepositoryName, anybody: boolean): Promise<RepositoryName> {
  const name = nameOf(asked);
  const { owner, repo, archived, hasIssues, private: hidden } = await infoOf(github, asked);
  if (archived)
    throw refused(`${name} is archived and takes no changes`, 'Name a repository that is in use, or unarchive it.');
  if (!hasIssues)
    throw refused(
      `issues are switched off in ${name}`,
      'Switch them on in its settings (General, Features), or name another repository.',
    );
  if (!hidden && !anybody)
    throw refused(
      `${name} is public, and the report names repositories, paths and findings that may not be`,
      'Name a private repository; where anybody may read the report, add --public-issue.',
    );
  return { owner, repo };
}

export const nameOf = ({ owner, repo }: RepositoryName): string => `${owner}/${repo}`;

async function infoOf(github: GitHub, asked: RepositoryName) {
  try {
    return await repositoryInfo(github, asked);
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'not-found') throw error;
    throw refused(
      `GitHub knows no repository ${nameOf(asked)}, or does not show it to this token`,
      'Check owner and name; a private repository must be among those of the token, which needs `issues: write` there.',
    );
  }
}

const refused = (message: string, advice: string): SourceError => new SourceError(message, 'environment', advice);
