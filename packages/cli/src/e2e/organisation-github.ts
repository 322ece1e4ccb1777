import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type HostedRepository,
  type LoopbackGitHub,
  type RepositoryStore,
  startGitHub,
  storeOf,
  type Tokens,
} from '@shipworthy/github-client/testing';
import { GitFolder } from '@shipworthy/sources/testing';
import { type Ran, shipworthy } from './run-built.ts';

/** Commits of one folder with a tree of its own each: a document, a plan and alerts, with a link and a runbook that lead nowhere. */
export class Trees {
  readonly folder = new GitFolder();

  /** Commits the tree of this name; its id. */
  commit(name: string): string {
    return this.folder.commit({
      'README.md': `# Service ${name}\n\nSee [the plan](docs/plan.md) and [${name}](docs/${name}.md).\n`,
      'docs/plan.md': '# Plan\n',
      'alerts/service.yaml': [
        'groups:',
        '  - name: service',
        '    rules:',
        `      - alert: Down${name}`,
        '        expr: up == 0',
        '        annotations:',
        `          runbook_url: docs/${name}-down.md`,
        '',
      ].join('\n'),
    });
  }
}

/** Repositories that change while a GitHub shows them. */
export class Organisation implements RepositoryStore {
  /** Listed, and gone when they are asked for: they were deleted in between. By full name. */
  readonly deleted = new Set<string>();
  /** Listed by a name that they have lost when they are asked for: old full name to new name. */
  readonly renamed = new Map<string, string>();
  #repositories: readonly HostedRepository[] = [];
  #store = storeOf([]);

  get repositories(): readonly HostedRepository[] {
    return this.#repositories;
  }

  set repositories(all: readonly HostedRepository[]) {
    this.#repositories = all;
    this.#store = storeOf(all);
  }

  find(owner: string, name: string): HostedRepository | undefined {
    const asked = `${owner}/${name}`;
    if (this.deleted.has(asked)) return undefined;
    for (const [old, now] of this.renamed)
      if (asked === old || asked === `${owner}/${now}`) {
        const [, before = ''] = old.split('/');
        const hosted = this.#store.find(owner, before);
        return hosted && { ...hosted, name: now, formerly: [old] };
      }
    return this.#store.find(owner, name);
  }

  withId(id: number): HostedRepository | undefined {
    const hosted = this.#store.withId(id);
    return hosted && this.find(hosted.owner, hosted.name);
  }

  ownedBy(owner: string): readonly HostedRepository[] {
    return this.#store.ownedBy(owner);
  }
}

/** A GitHub that shows an organisation, and runs of the built command over it. */
export class GitHubScene {
  readonly organisation: Organisation;
  readonly github: LoopbackGitHub;

  private constructor(organisation: Organisation, github: LoopbackGitHub) {
    this.organisation = organisation;
    this.github = github;
  }

  static async start(organisation: Organisation, tokens: Tokens): Promise<GitHubScene> {
    return new GitHubScene(organisation, await startGitHub({ repositories: organisation, tokens }));
  }

  /** What it said, and the requests it made. */
  async run(
    { out, day, token, org = 'acme' }: RunOf,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ran & { readonly requests: LoopbackGitHub['requests'] }> {
    const before = this.github.requests.length;
    const ran = await shipworthy(['org', 'run', '--org', org, '--out', out, '--as-of', day], {
      GITHUB_API_URL: this.github.url,
      GITHUB_TOKEN: token,
      GH_TOKEN: '',
      ...env,
    });
    return { ...ran, requests: this.github.requests.slice(before) };
  }
}

interface RunOf {
  readonly out: string;
  /** `2026-11-22` */
  readonly day: string;
  readonly token: string;
  /** Default: `acme`. */
  readonly org?: string;
}

/** Requests by operation: `{ graphql: 10, git: 80 }`. */
export function kindsOf(requests: LoopbackGitHub['requests']): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { operation } of requests) kinds[operation] = (kinds[operation] ?? 0) + 1;
  return kinds;
}

/** Full names of the repositories that git was asked for, sorted. */
export function fetchedIn(requests: LoopbackGitHub['requests']): string[] {
  const names = requests.filter(({ operation }) => operation === 'git').map(({ path }) => path.split('/').slice(1, 3));
  return [...new Set(names.map((parts) => parts.join('/').replace(/\.git$/, '')))].sort();
}

export const reportOf = (out: string) => JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
