import type { DueExemption, OrgReport, OrgRepository, OrgRule, Transition } from '../org-report.ts';
import { slugsFor } from './slug.ts';

export interface SiteOptions {
  /** The page of a rule as Markdown (`## Why`, `## What counts`, `## How to fix`), when there is one. */
  readonly page?: (rule: string) => string | undefined;
}

/** The report with what every page looks up in it. */
export interface Site {
  readonly report: OrgReport;
  readonly page: (rule: string) => string | undefined;
  readonly repositories: ReadonlyMap<string, OrgRepository>;
  readonly rules: ReadonlyMap<string, OrgRule>;
  /** Path of the page of a repository, by id. Those left out have none. */
  readonly repositoryPages: ReadonlyMap<string, string>;
  readonly teamPages: ReadonlyMap<string, string>;
  readonly rulePages: ReadonlyMap<string, string>;
  /** What came and went by a change, by id of the repository. */
  readonly regressions: ReadonlyMap<string, readonly Transition[]>;
  readonly fixed: ReadonlyMap<string, readonly Transition[]>;
  /** Those that have expired or soon do, by id of the repository. */
  readonly exemptions: ReadonlyMap<string, readonly DueExemption[]>;
}

export const OVERVIEW = 'index.html';
export const TEAMS = 'teams.html';
export const REPOSITORIES = 'repositories.html';
export const RULES = 'rules.html';
export const CHANGES = 'changes.html';
export const UNOWNED = 'unowned.html';

export function siteOf(report: OrgReport, { page = () => undefined }: SiteOptions): Site {
  const withPage = report.repositories.filter(({ state }) => state !== 'excluded');
  return {
    report,
    page,
    repositories: new Map(report.repositories.map((repository) => [repository.id, repository])),
    rules: new Map(report.rules.map((rule) => [rule.id, rule])),
    repositoryPages: pagesIn(
      'repositories',
      withPage.map(({ id, name }) => ({ key: id, name })),
    ),
    teamPages: pagesIn(
      'teams',
      report.teams.map(({ name }) => ({ key: name, name })),
    ),
    rulePages: pagesIn(
      'rules',
      report.rules.map(({ id }) => ({ key: id, name: id })),
    ),
    regressions: byRepository(report.regressions),
    fixed: byRepository(report.fixed),
    exemptions: byRepository(report.exemptions),
  };
}

function pagesIn(
  folder: string,
  things: readonly { readonly key: string; readonly name: string }[],
): Map<string, string> {
  return new Map([...slugsFor(things)].map(([key, slug]) => [key, `${folder}/${slug}.html`]));
}

export function byRepository<T extends { readonly repository: string }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.repository);
    if (group) group.push(thing);
    else groups.set(thing.repository, [thing]);
  }
  return groups;
}

/** The address of one page as another has it. Both lie at most one folder deep. */
export function relative(from: string, to: string): string {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  if (folder(from) === folder(to)) return to.slice(folder(to).length);
  return folder(from) === '' ? to : `../${to}`;
}
