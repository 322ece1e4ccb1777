import { GitHubFault } from '../faults/github-fault.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { query } from '../graphql/query.ts';
import { REPOSITORIES_DOCUMENT, REPOSITORY_DOCUMENT } from '../graphql/repositories-document.ts';

/** What GitHub tells of a repository without being asked for its files. */
export interface ListedRepository {
  /** Stays when the repository is renamed or moves to another owner. */
  readonly id: number;
  /** `owner/name` */
  readonly name: string;
  readonly url: string;
  readonly archived: boolean;
  readonly disabled: boolean;
  readonly empty: boolean;
  readonly fork: boolean;
  readonly template: boolean;
  /** KiB, as GitHub counts them now and then; null: not known. */
  readonly size: number | null;
  /** `Go`; null where GitHub sees none. */
  readonly language: string | null;
  readonly topics: readonly string[];
  /** The default branch with its commit and the id of that commit's tree; absent before the first commit. */
  readonly branch?: { readonly name: string; readonly commit: string; readonly tree: string };
}

/** What an organisation or a person owns, as far as the token sees it. */
export interface OwnedRepositories {
  /** By name. */
  readonly repositories: readonly ListedRepository[];
  /** GitHub counts so many more in its pages, and shows nothing of them to this token. */
  readonly hidden: number;
}

/** The most that GitHub gives in a page. A page that it does not manage in its ten seconds is asked for in smaller parts. */
const PAGE = 100;
const SMALLEST_PAGE = 10;

interface Node {
  readonly databaseId: number | null;
  readonly nameWithOwner: string;
  readonly url: string;
  readonly isArchived: boolean;
  readonly isDisabled: boolean;
  readonly isEmpty: boolean;
  readonly isFork: boolean;
  readonly isTemplate: boolean;
  readonly diskUsage: number | null;
  readonly primaryLanguage: { readonly name: string } | null;
  readonly repositoryTopics: {
    readonly nodes: readonly ({ readonly topic: { readonly name: string } } | null)[] | null;
  };
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: { readonly oid: string; readonly tree?: { readonly oid: string } } | null;
  } | null;
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Node | null)[] | null;
}

interface Answer {
  readonly repositoryOwner: { readonly login: string; readonly repositories: Page } | null;
}

/**
 * The repositories that an organisation or a person owns and the token sees, by name. Needs a token.
 * @param listed told after each page: how many there are so far, and in all
 * @throws GitHubFault
 */
export async function repositoriesOf(
  github: GitHub,
  owner: string,
  listed?: (soFar: number, total: number) => void,
): Promise<OwnedRepositories> {
  let hidden = 0;
  const found: ListedRepository[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page = await pageOf(github, owner, after, PAGE);
    for (const node of page.nodes ?? []) {
      const known = node ? listedOf(node) : [];
      if (known.length === 0) hidden++;
      found.push(...known);
    }
    listed?.(found.length, page.totalCount);
    if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === null) return { repositories: found, hidden };
    after = page.pageInfo.endCursor;
  }
}

/** The same of one repository by its names. @throws GitHubFault */
export async function repositoryNamed(github: GitHub, { owner, repo }: RepositoryName): Promise<ListedRepository> {
  const { repository } = await query<{ readonly repository: Node | null }>(github, REPOSITORY_DOCUMENT, {
    owner,
    repo,
  });
  const [listed] = repository ? listedOf(repository) : [];
  if (listed) return listed;
  throw new GitHubFault(
    'not-found',
    `GitHub knows no repository ${owner}/${repo}, or does not show it to this token`,
    'Check owner and name; a private repository must be among those the token may read (`contents: read`).',
  );
}

async function pageOf(github: GitHub, owner: string, after: string | null, first: number): Promise<Page> {
  try {
    const variables = { owner, first, ...(after === null ? {} : { after }) };
    const { repositoryOwner } = await query<Answer>(github, REPOSITORIES_DOCUMENT, variables);
    if (repositoryOwner) return repositoryOwner.repositories;
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'unavailable' || first <= SMALLEST_PAGE) throw error;
    return pageOf(github, owner, after, Math.floor(first / 2));
  }
  throw new GitHubFault(
    'not-found',
    `GitHub knows no organisation or person ${owner}, or does not show it to this token`,
    'Check the name; a fine-grained token must be made for that organisation, and approved there.',
  );
}

/** Without its number a repository could not be told from another of the same name. */
function listedOf(node: Node): ListedRepository[] {
  if (node.databaseId === null) return [];
  const { defaultBranchRef: branch } = node;
  const tree = branch?.target?.tree?.oid;
  return [
    {
      id: node.databaseId,
      name: node.nameWithOwner,
      url: node.url,
      archived: node.isArchived,
      disabled: node.isDisabled,
      empty: node.isEmpty,
      fork: node.isFork,
      template: node.isTemplate,
      size: node.diskUsage,
      language: node.primaryLanguage?.name ?? null,
      topics: (node.repositoryTopics.nodes ?? []).flatMap((each) => each?.topic.name ?? []),
      ...(branch?.target && tree !== undefined
        ? { branch: { name: branch.name, commit: branch.target.oid, tree } }
        : {}),
    },
  ];
}
