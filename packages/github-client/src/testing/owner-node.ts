import { type Caller, type Shown, shownTo } from './caller.ts';
import { repositoryId } from './routes/repositories.ts';
import type { GitHubState, RepositoryState } from './state.ts';

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
}

/** What GitHub says of a field that holds contents, to a token without the right to read them. */
export const NO_CONTENTS = 'Resource not accessible by personal access token';

/** An organisation as GraphQL shows it: its repositories by name, in pages. Null: it owns none here. */
export function ownerNode(state: GitHubState, login: string, caller: Caller): Record<string, unknown> | null {
  const all = state.ownedBy(login);
  if (all.length === 0) return null;
  const owned = all.filter((repository) => shownTo(caller, repository) !== 'nothing');
  return {
    __typename: 'Organization',
    login,
    repositories: ({ first = 0, after }: Asked) => {
      if (first < 1 || first > 100) throw new Error('Requesting more records than the `first` limit of 100.');
      const start = after == null ? 0 : Number(Buffer.from(after, 'base64').toString('utf8'));
      const end = Math.min(owned.length, start + first);
      return {
        totalCount: owned.length,
        pageInfo: {
          hasNextPage: end < owned.length,
          endCursor: end > start ? Buffer.from(String(end)).toString('base64') : null,
        },
        nodes: owned.slice(start, end).map((repository) => listedNode(repository, shownTo(caller, repository))),
      };
    },
  };
}

export function listedNode(repository: RepositoryState, shown: Shown): Record<string, unknown> {
  const { hosted, objects, fullName } = repository;
  const branch = hosted.defaultBranch ?? 'main';
  return {
    databaseId: repositoryId(repository),
    nameWithOwner: fullName,
    url: `https://github.com/${fullName}`,
    isArchived: hosted.archived === true,
    isDisabled: hosted.disabled === true,
    isEmpty: hosted.empty === true,
    isFork: hosted.fork === true,
    isTemplate: hosted.template === true,
    diskUsage: 100,
    primaryLanguage: null,
    repositoryTopics: { nodes: (hosted.topics ?? []).map((name) => ({ topic: { name } })) },
    defaultBranchRef: async () => {
      if (shown !== 'all') throw new Error(NO_CONTENTS);
      if (hosted.empty) return null;
      const oid = await objects.resolve(hosted.commit ?? branch, 'commit');
      const tree = oid && (await objects.resolve(oid, 'tree'));
      return oid && tree ? { name: branch, target: { __typename: 'Commit', oid, tree: { oid: tree } } } : null;
    },
  };
}
