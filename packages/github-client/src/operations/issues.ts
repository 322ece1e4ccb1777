import { call, ONCE } from '../call.ts';
import { createOnce } from '../create-once.ts';
import { cutToCharacters } from '../cut-text.ts';
import type { GitHub, RepositoryName } from '../github.ts';
import { MAX_COMMENT_CHARACTERS, MAX_ISSUE_TITLE, PAGE_SIZE } from '../limits.ts';
import type { Written } from '../ours/slot.ts';

/** Ten thousand issues and pull requests: a hundred requests of the five thousand that a token has in an hour. */
const MAX_PAGES = 100;

export interface Issue extends Written {
  /** What people call it by; unique in the repository, pull requests included. */
  readonly number: number;
  /** Web address. */
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
}

export interface Issues {
  readonly issues: readonly Issue[];
  /** False: there are more than we read. */
  readonly complete: boolean;
}

export interface NewIssue {
  /** Cut at 256 characters. */
  readonly title: string;
  /** Markdown, cut at 65,536 characters. */
  readonly body: string;
}

/**
 * The issues of a repository, closed ones as well, oldest first: what is added while the pages are read moves none of them.
 * GitHub lists pull requests among them; they are left out. Rejects with `GitHubFault`.
 */
export function listIssues(github: GitHub, repository: RepositoryName): Promise<Issues> {
  return call(github, 'issues/list-for-repo', async ({ rest, paginate }) => {
    const issues: Issue[] = [];
    let pages = 0;
    const asked = { ...repository, state: 'all', sort: 'created', direction: 'asc', per_page: PAGE_SIZE } as const;
    for await (const { data } of paginate.iterator(rest.issues.listForRepo, asked)) {
      if (pages++ === MAX_PAGES) return { issues, complete: false };
      issues.push(...data.filter((each) => !each.pull_request).map(issueOf));
    }
    return { issues, complete: true };
  });
}

/** Opens an issue. After a lost answer it looks first whether there is one of that text now. Rejects with `GitHubFault`. */
export function createIssue(github: GitHub, repository: RepositoryName, { title, body }: NewIssue): Promise<Issue> {
  const text = cutToCharacters(body, MAX_COMMENT_CHARACTERS);
  const create = () =>
    call(github, 'issues/create', async ({ rest }) => {
      const asked = { ...repository, title: cutToCharacters(title, MAX_ISSUE_TITLE), body: text, request: ONCE };
      return issueOf((await rest.issues.create(asked)).data);
    });
  const look = async () => {
    const { issues } = await listIssues(github, repository);
    return issues.findLast((issue) => plain(issue.body) === plain(text));
  };
  return createOnce(create, look);
}

/** Replaces the text of an issue, and opens or closes it where that is asked. Rejects with `GitHubFault`. */
export function updateIssue(
  github: GitHub,
  repository: RepositoryName,
  number: number,
  change: { readonly body: string; readonly state?: Issue['state'] },
): Promise<Issue> {
  return call(github, 'issues/update', async ({ rest }) => {
    const body = cutToCharacters(change.body, MAX_COMMENT_CHARACTERS);
    return issueOf((await rest.issues.update({ ...repository, issue_number: number, ...change, body })).data);
  });
}

/** GitHub may store other line ends than it was sent. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** What GitHub sends, as far as we use it. */
interface Sent {
  readonly id: number;
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body?: string | null;
  readonly state: string;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly author_association?: string;
}

const issueOf = (sent: Sent): Issue => ({
  id: sent.id,
  number: sent.number,
  url: sent.html_url,
  title: sent.title,
  body: sent.body ?? '',
  state: sent.state === 'closed' ? 'closed' : 'open',
  author: sent.user && { login: sent.user.login, type: sent.user.type },
  association: sent.author_association ?? 'NONE',
});
