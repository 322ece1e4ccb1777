import { ok } from '../answer.ts';
import type { Caller } from '../caller.ts';
import { idOf } from '../hosted-repository.ts';
import type { Route } from '../route.ts';
import type { RepositoryState } from '../state.ts';

/** The part of a repository that is known here, for every schema that has one. */
export function repositoryBody(repository: RepositoryState): Record<string, unknown> {
  const { hosted, fullName } = repository;
  return {
    id: repositoryId(repository),
    name: hosted.name,
    full_name: fullName,
    owner: { login: hosted.owner, type: 'Organization' },
    private: hosted.private === true,
    visibility: hosted.private === true ? 'private' : 'public',
    archived: hosted.archived === true,
    default_branch: hosted.defaultBranch ?? 'main',
  };
}

export const repositoryId = ({ hosted }: RepositoryState): number => idOf(hosted);

/** Roles that may write; apps are not told a role. */
const WRITERS: readonly Caller['association'][] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

const permissionsOf = ({ association }: Caller) => ({
  admin: association === 'OWNER',
  push: WRITERS.includes(association),
  pull: true,
});

export const repositoryRoutes: readonly Route[] = [
  {
    operation: 'repos/get',
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    handle: ({ repository, caller }) =>
      ok({
        ...repositoryBody(repository),
        has_issues: repository.hosted.issues !== 'off',
        ...(caller && !caller.app ? { permissions: permissionsOf(caller) } : {}),
      }),
  },
];
