import { coverageInWords } from '../../coverage.ts';
import { refusedInWords } from '../../exemptions.ts';
import type { OrgRepository } from '../../org-report.ts';
import { othersInWords } from '../../others.ts';
import { neediestFirst } from '../../standing.ts';
import { counted, day, number } from '../../words.ts';
import type { Page } from '../document.ts';
import { exemptionsSection } from '../exemptions.ts';
import { banners, countFacts, hero, metInWords } from '../headline.ts';
import { LEGEND } from '../heatmap.ts';
import { type Html, html } from '../html.ts';
import { repositoryLink } from '../names.ts';
import { repositoryRows, repositoryTable } from '../repository-table.ts';
import { leftOut, pageBudget } from '../room.ts';
import { CHANGES, OVERVIEW, REPOSITORIES, type Site, TEAMS, UNOWNED } from '../site.ts';
import { teamHeatmap } from '../team-heatmap.ts';
import { thisWeek } from '../this-week.ts';
import { trendSection } from '../trend.ts';

/** Teams on the first page; the others are on theirs. */
const TEAMS_SHOWN = 40;
/** With more repositories than this the first page shows those that need it most. */
const ALL_SHOWN = 150;
const NEEDIEST_SHOWN = 25;

/** What somebody wants to know on a Monday, most of it before scrolling. */
export function overviewPage(site: Site): Page {
  const { report } = site;
  const budget = pageBudget();
  const others = othersInWords(report.others);
  const latest = report.trend.at(-1);
  const body = html`<h1>${day(report.asOf)}</h1>
${hero(report.met, metInWords(report), countFacts(report.counts))}<p class="sub">${coverageInWords(report.coverage)}.</p>
${banners(report)}${latest?.changed === undefined || report.trend.length < 2 ? '' : html`<p class="soft small">With this report something else changed as well: ${latest.changed}.</p>\n`}${thisWeek(site, OVERVIEW, { ...report, named: 'repository and team' }, budget)}${
  others === undefined ? '' : html`<p class="soft small">${others} <a href="${CHANGES}#others">Which</a></p>\n`
}${stages(site)}${exemptionsSection(site, OVERVIEW, { due: report.exemptions, named: 'repository and team' }, budget)}${refused(site)}${trendSection(report.trend)}${repositories(site)}`;
  return { path: OVERVIEW, title: 'Overview', scripted: true, body };
}

function stages(site: Site): Html {
  const { shown, left } = teamHeatmap(site, OVERVIEW, pageBudget(), TEAMS_SHOWN);
  const unowned = site.report.repositories.filter(
    ({ team, state }) => team === undefined && state !== 'excluded',
  ).length;
  return html`<section aria-labelledby="stages-heading">
<h2 id="stages-heading">Stages and teams</h2>
${shown}${LEGEND}${leftOut(left, html`<a href="${TEAMS}">all teams</a>`)}${
  unowned === 0
    ? ''
    : html`<p><a href="${UNOWNED}">For ${counted(unowned, 'repository', 'repositories')} nobody is named</a>.</p>\n`
}</section>
`;
}

/** Repositories that are named. */
const REFUSED_SHOWN = 20;

/** Where a configuration asks for less than the policy lets it. */
function refused(site: Site): Html | '' {
  const { report } = site;
  const said = refusedInWords(report);
  if (said === undefined) return '';
  const having = report.repositories.filter((each) => each.state !== 'excluded' && (each.refused?.length ?? 0) > 0);
  const shown = having.slice(0, REFUSED_SHOWN);
  return html`<section aria-labelledby="refused-heading">
<h2 id="refused-heading">Asking for less than the policy allows</h2>
<p>${said}: ${shown.map(({ id }, index) => html`${index > 0 ? ', ' : ''}${repositoryLink(site, OVERVIEW, id)}`)}.</p>
${leftOut(having.length - shown.length, html`in <a href="exceptions.csv">exceptions.csv</a>`)}</section>
`;
}

function repositories(site: Site): Html {
  const all = site.report.repositories.filter(({ state }) => state !== 'excluded').sort(neediestFirst);
  const whole = all.length <= ALL_SHOWN;
  const some: readonly OrgRepository[] = whole ? all : all.slice(0, NEEDIEST_SHOWN);
  const { items, left } = repositoryRows(site, OVERVIEW, some, pageBudget());
  const missing = all.length - some.length + left;
  return html`<section aria-labelledby="repositories-heading">
<h2 id="repositories-heading">Repositories</h2>
${repositoryTable(items, whole ? 'Those with most errors first' : `The ${items.length} with most errors`, whole ? { search: 'Find a repository or a team' } : {})}${missing > 0 ? html`<p><a href="${REPOSITORIES}">All ${number(all.length)} repositories</a></p>\n` : ''}</section>
`;
}
