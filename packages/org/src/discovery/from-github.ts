import { GitHubFault, type ListedRepository, type OwnedRepositories } from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';
import type { DiscoveredRepository, Discovery, OpenedRepository } from './discovered.ts';

/** What GitHub is asked for. */
export interface GitHubReach {
  /** The repositories of an organisation or a person. @throws SourceError */
  list(owner: string): Promise<OwnedRepositories>;
  /** One repository by its names. @throws SourceError */
  named(owner: string, repo: string): Promise<ListedRepository>;
  /** The files of a commit. @throws SourceError, ReachLost */
  open(owner: string, repo: string, commit: string): Promise<OpenedRepository>;
}

/** What is left out unless it is asked for. */
export interface Leaving {
  /** Forks are others' work, as a rule. */
  readonly forks: boolean;
}

/** The repositories of organisations or people on GitHub, each once. @throws SourceError */
export async function fromGitHub(owners: readonly string[], reach: GitHubReach, leaving: Leaving): Promise<Discovery> {
  const found = new Map<string, DiscoveredRepository>();
  for (const owner of owners) {
    const { repositories, hidden } = await reach.list(owner);
    for (const listed of repositories) found.set(String(listed.id), discovered(listed, reach, leaving));
    for (let nth = 1; nth <= hidden; nth++) found.set(`${owner}?${nth}`, hiddenOne(owner, nth));
  }
  return { title: owners.join(', '), repositories: [...found.values()].sort(byName), missing: MISSING };
}

const MISSING = 'GitHub shows it no more: it was deleted, belongs to somebody else now, or the token is shown less';

/** One that GitHub counts and does not show. Left out, a report would read like one of all. */
function hiddenOne(owner: string, nth: number): DiscoveredRepository {
  const failed = 'GitHub counts it and shows nothing of it to this token';
  return { id: `${owner}?${nth}`, name: `${owner}/(not shown ${nth})`, failed, open: () => Promise.reject(failed) };
}

/**
 * The repositories of a list, one `owner/name` a line; empty lines and what follows `#` are passed over. One that GitHub does
 * not show is in the report as failed.
 * @throws SourceError for a line that is no name, and where GitHub does not answer at all
 */
export async function fromList(title: string, text: string, reach: GitHubReach): Promise<Discovery> {
  const found = new Map<string, DiscoveredRepository>();
  for (const name of namesIn(text)) {
    const [owner = '', repo = ''] = name.split('/');
    const repository = await asked(name, () => reach.named(owner, repo), reach);
    found.set(repository.id, repository);
  }
  return { title, repositories: [...found.values()].sort(byName) };
}

async function asked(
  name: string,
  question: () => Promise<ListedRepository>,
  reach: GitHubReach,
): Promise<DiscoveredRepository> {
  try {
    // Who writes a list means all that stands in it, forks as well.
    return discovered(await question(), reach, { forks: false });
  } catch (error) {
    if (!(error instanceof GitHubFault) || error.reason !== 'not-found') throw error;
    return { id: name, name, failed: error.message, open: () => Promise.reject(error) };
  }
}

function namesIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = line.replace(/#.*$/, '').trim();
    if (name === '') return [];
    if (/^[\w.-]+\/[\w.-]+$/.test(name)) return [name];
    throw new SourceError(
      `line ${index + 1} of the list is no owner/name: ${JSON.stringify(name.slice(0, 100))}`,
      'usage',
      'Write one repository a line, as on GitHub: owner/name.',
    );
  });
}

const byName = (a: DiscoveredRepository, b: DiscoveredRepository): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

function discovered(listed: ListedRepository, reach: GitHubReach, leaving: Leaving): DiscoveredRepository {
  const { id, name, url, branch, topics, language } = listed;
  const [owner = '', repo = ''] = name.split('/');
  const excluded = exclusionOf(listed, leaving);
  const failed = excluded === undefined && !branch ? NO_BRANCH : undefined;
  return {
    id: String(id),
    name,
    url,
    topics,
    ...(language === null ? {} : { language }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(failed === undefined ? {} : { failed }),
    ...(branch ? { commit: branch.commit, tree: branch.tree } : {}),
    open: () => reach.open(owner, repo, branch?.commit ?? ''),
  };
}

/** To a token that may not read contents GitHub says of the branch what it says where there is none. */
const NO_BRANCH =
  'GitHub shows no default branch: the token may not read its contents (`contents: read`), or it has none';

/** Archived and disabled ones are nobody's work any more, templates are work to come. */
function exclusionOf({ archived, disabled, empty, template, fork }: ListedRepository, { forks }: Leaving) {
  if (archived) return 'archived';
  if (disabled) return 'disabled';
  if (empty) return 'empty';
  if (template) return 'template';
  return forks && fork ? 'fork' : undefined;
}
