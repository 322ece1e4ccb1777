import { coverageInWords } from '../../coverage.ts';
import type { OrgRepository } from '../../org-report.ts';
import { neediestFirst, teamsInOrder } from '../../standing.ts';
import { byName, counted, number, percent, STAGE_NAMES } from '../../words.ts';
import type { Page } from '../document.ts';
import { banners } from '../headline.ts';
import { LEGEND } from '../heatmap.ts';
import { html } from '../html.ts';
import { ruleLink, severityTag, teamLink } from '../names.ts';
import { repositoryRows, repositoryTable } from '../repository-table.ts';
import { fit, leftOut, pageBudget } from '../room.ts';
import { REPOSITORIES, RULES, type Site, TEAMS } from '../site.ts';
import { type Column, rowOf, tableOf } from '../table.ts';
import { teamHeatmap } from '../team-heatmap.ts';

const DATA = html`in <a href="report.json">report.json</a>`;

const TEAM_COLUMNS: readonly Column[] = [
  { name: 'Team' },
  { name: 'Repositories', numeric: true },
  { name: 'Met', numeric: true },
  { name: 'Errors', numeric: true },
  { name: 'Warnings', numeric: true },
  { name: 'New', numeric: true },
  { name: 'Fixed', numeric: true },
];

/** All teams, by stage and in numbers. */
export function teamsPage(site: Site): Page {
  const { compared, others } = teamsInOrder(site.report.teams);
  const ordered = [...compared, ...others];
  const budget = pageBudget();
  const { items, left } = fit(ordered, budget, ({ name, repositories, met, counts, opened, fixed }) =>
    rowOf(TEAM_COLUMNS, [
      teamLink(site, TEAMS, name),
      number(repositories.length),
      percent(met),
      ...[counts.error, counts.warning, opened, fixed].map(number),
    ]),
  );
  const stages = teamHeatmap(site, TEAMS, budget);
  const body = html`<h1>Teams</h1>
<section aria-labelledby="stages-heading">
<h2 id="stages-heading">By stage</h2>
${stages.shown}${LEGEND}${leftOut(stages.left, DATA)}</section>
${
  ordered.length === 0
    ? ''
    : html`<section aria-labelledby="teams-heading">
<h2 id="teams-heading">In numbers</h2>
${tableOf({ id: 'teams', caption: 'Findings that are open, and what came and went since the run before', columns: TEAM_COLUMNS, rows: items, search: 'Find a team' })}${leftOut(left, DATA)}</section>
`
}`;
  return { path: TEAMS, title: 'Teams', scripted: true, body };
}

/** All repositories; on several pages where one would be too large to open. */
export function repositoriesPages(site: Site): Page[] {
  const { coverage, repositories } = site.report;
  const pages: { rows: ReturnType<typeof repositoryRows>['items']; path: string }[] = [];
  let rest: readonly OrgRepository[] = [...repositories].sort(byState);
  while (rest.length > 0) {
    const path = pages.length === 0 ? REPOSITORIES : `repositories-${pages.length + 1}.html`;
    const { items, left } = repositoryRows(site, path, rest, pageBudget());
    if (items.length === 0) break;
    pages.push({ rows: items, path });
    rest = rest.slice(rest.length - left);
  }
  if (pages.length === 0) pages.push({ rows: [], path: REPOSITORIES });
  const several = pages.length > 1;
  return pages.map(({ rows, path }, index) => ({
    path,
    title: several ? `Repositories, page ${index + 1} of ${pages.length}` : 'Repositories',
    scripted: true,
    body: html`<h1>Repositories</h1>
<p class="sub">${coverageInWords(coverage)}.</p>
${banners(site.report)}${
  several
    ? html`<nav aria-label="Pages of the table"><p>Page ${pages.map((page, at) => html`${at > 0 ? ' · ' : ''}${at === index ? html`<b aria-current="page">${at + 1}</b>` : html`<a href="${page.path}">${at + 1}</a>`}`)}. Search and order look at this page only.</p></nav>\n`
    : ''
}<section aria-label="All repositories">
${repositoryTable(rows, `${counted(rows.length, 'repository', 'repositories')}, those with most errors first`, { search: 'Find a repository or a team' })}</section>
`,
  }));
}

/** Audited ones by need, then those that failed, then those left out. */
function byState(a: OrgRepository, b: OrgRepository): number {
  const order = ['audited', 'failed', 'excluded'];
  return order.indexOf(a.state) - order.indexOf(b.state) || neediestFirst(a, b);
}

const RULE_COLUMNS: readonly Column[] = [
  { name: 'Rule' },
  { name: 'Stage' },
  { name: 'Severity' },
  { name: 'Met', numeric: true },
  { name: 'Repositories', numeric: true },
  { name: 'Findings', numeric: true },
  { name: 'Not seen', numeric: true },
];

/** All rules; those that most repositories fail come first. */
export function rulesPage(site: Site): Page {
  const ordered = [...site.report.rules].sort(
    (a, b) => b.repositories.length - a.repositories.length || b.findings - a.findings || byName(a.id, b.id),
  );
  const { items, left } = fit(
    ordered,
    pageBudget(),
    ({ id, title, stage, severity, met, repositories, findings, unknown }) =>
      rowOf(RULE_COLUMNS, [
        html`${ruleLink(site, RULES, id, title)}<div class="where"><code>${id}</code></div>`,
        STAGE_NAMES[stage],
        severityTag(severity),
        percent(met),
        ...[repositories.length, findings, unknown].map(number),
      ]),
  );
  const asked = ordered.filter(({ met, unknown }) => met.applicable > 0 || unknown > 0);
  const body = html`<h1>Rules</h1>
<p class="sub">${number(asked.length)} of ${counted(ordered.length, 'rule')} asked something of some repository; those that most repositories have yet to meet come first.</p>
<section aria-label="All rules">
${tableOf({ id: 'rules', caption: 'What each rule asks, and how many meet it', columns: RULE_COLUMNS, rows: items, search: 'Find a rule' })}${leftOut(left, DATA)}</section>
`;
  return { path: RULES, title: 'Rules', scripted: true, body };
}
