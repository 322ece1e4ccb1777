import type { OrgReport } from '../org-report.ts';
import { documentOf, type Page } from './document.ts';
import { changesPage } from './pages/changes.ts';
import { repositoriesPages, rulesPage, teamsPage } from './pages/lists.ts';
import { overviewPage } from './pages/overview.ts';
import { repositoryPage } from './pages/repository.ts';
import { rulePage } from './pages/rule.ts';
import { teamPage, unownedPage } from './pages/team.ts';
import { type Site, type SiteOptions, siteOf } from './site.ts';

export type { SiteOptions } from './site.ts';

/**
 * The report as pages that open from a disk: text by path, `index.html` first. Paths differ on file systems without case
 * as well. Pure: no clock, no network; the same report gives the same bytes.
 */
export function renderSite(report: OrgReport, options: SiteOptions = {}): Map<string, string> {
  return new Map(sitePages(report, options));
}

/** The same one after the other, for reports of which not all pages should be in memory at once. */
export function* sitePages(report: OrgReport, options: SiteOptions = {}): Generator<readonly [string, string]> {
  const site = siteOf(report, options);
  for (const page of pagesOf(site)) yield [page.path, documentOf(site, page)];
}

function* pagesOf(site: Site): Generator<Page> {
  const { report, repositoryPages, teamPages, rulePages } = site;
  yield overviewPage(site);
  yield changesPage(site);
  yield teamsPage(site);
  yield unownedPage(site);
  yield* repositoriesPages(site);
  yield rulesPage(site);
  for (const team of report.teams) {
    const path = teamPages.get(team.name);
    if (path !== undefined) yield teamPage(site, path, team);
  }
  for (const repository of report.repositories) {
    const path = repositoryPages.get(repository.id);
    if (path !== undefined) yield repositoryPage(site, path, repository);
  }
  for (const rule of report.rules) {
    const path = rulePages.get(rule.id);
    if (path !== undefined) yield rulePage(site, path, rule);
  }
}
