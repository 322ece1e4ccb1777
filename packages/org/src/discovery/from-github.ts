import type { ListedRepository } from '@shipworthy/github-client';
import type { RepositorySource } from '@shipworthy/model';
import type { DiscoveredRepository, Discovery } from './discovered.ts';

/** What GitHub is asked for. */
export interface GitHubReach {
  /** The repositories of an organisation or a person. @throws SourceError */
  list(owner: string): Promise<readonly ListedRepository[]>;
  /** The files of a commit. @throws SourceError */
  open(owner: string, repo: string, commit: string): Promise<RepositorySource>;
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
  const repositories = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { title: owners.join(', '), repositories };
}

function discovered(listed: ListedRepository, reach: GitHubReach, leaving: Leaving): DiscoveredRepository {
  const { id, name, url, branch } = listed;
  const [owner = '', repo = ''] = name.split('/');
  const excluded = exclusionOf(listed, leaving);
  return {
    id: String(id),
    name,
    url,
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
