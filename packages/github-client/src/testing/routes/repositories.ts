import { ok } from '../answer.ts';
import type { Caller } from '../caller.ts';
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

/** GraphQL's numbers have 31 bits. */
export const repositoryId = ({ hosted, fullName }: RepositoryState): number => hosted.id ?? idOf(fullName) & 0x7fffffff;

/** A number that is a name's own in every run: FNV-1a, 32 bits. */
function idOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

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
