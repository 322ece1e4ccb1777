import { GitHubFault, type ListedRepository } from '@shipworthy/github-client';
import { SourceError } from '@shipworthy/model';
import type { DiscoveredRepository, Discovery, OpenedRepository } from './discovered.ts';

/** What GitHub is asked for. */
export interface GitHubReach {
  /** The repositories of an organisation or a person. @throws SourceError */
  list(owner: string): Promise<readonly ListedRepository[]>;
  /** One repository by its names. @throws SourceError */
  named(owner: string, repo: string): Promise<ListedRepository>;
  /** The files of a commit. @throws SourceError */
  open(owner: string, repo: string, commit: string): Promise<OpenedRepository>;
}

/** What is left out unless it is asked for. */
export interface Leaving {
  /** Forks are others' work, as a rule. */
  readonly forks: boolean;
}

/** The repositories of organisations or people on GitHub, each once. @throws SourceError */
export async function fromGitHub(owners: readonly string[], reach: GitHubReach, leaving: Leaving): Promise<Discovery> {
  const found = new Map<number, DiscoveredRepository>();
  for (const owner of owners)
    for (const listed of await reach.list(owner)) found.set(listed.id, discovered(listed, reach, leaving));
  const repositories = [...found.values()].sort(byName);
  return { title: owners.join(', '), repositories };
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
  return {
    id: String(id),
    name,
    url,
    topics,
    ...(language === null ? {} : { language }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(branch ? { commit: branch.commit, tree: branch.tree } : {}),
    open: () => reach.open(owner, repo, branch?.commit ?? ''),
  };
}

/** Archived and disabled ones are nobody's work any more, templates are work to come. */
function exclusionOf({ archived, disabled, empty, template, fork, branch }: ListedRepository, { forks }: Leaving) {
  if (archived) return 'archived';
  if (disabled) return 'disabled';
  if (empty || !branch) return 'empty';
  if (template) return 'template';
  return forks && fork ? 'fork' : undefined;
}
