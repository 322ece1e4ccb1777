import type { OrgRepository, OrgTeam, Transition } from '../../org-report.ts';
import { neediestFirst } from '../../standing.ts';
import { counted, number } from '../../words.ts';
import { actionsOf } from '../actions.ts';
import type { Page } from '../document.ts';
import { exemptionsSection } from '../exemptions.ts';
import { countFacts, hero } from '../headline.ts';
import { heatmap, heatRow, LEGEND } from '../heatmap.ts';
import { html, told } from '../html.ts';
import { repositoryRows, repositoryTable } from '../repository-table.ts';
import { leftOut, pageBudget } from '../room.ts';
import { REPOSITORIES, relative, type Site, UNOWNED } from '../site.ts';
import { thisWeek } from '../this-week.ts';
import { trendSection } from '../trend.ts';

const TREND_BEGINS = 'The trend of a team begins with the second report that keeps its numbers.';

/** What a team's lead asks: what got worse, what to do next, how our repositories stand. */
export function teamPage(site: Site, path: string, team: OrgTeam): Page {
  const own = team.repositories.flatMap((id) => site.repositories.get(id) ?? []);
  const audited = own.filter(({ state }) => state === 'audited').length;
  const failed = own.length - audited;
  const { met } = team;
  const said = html`of what was asked is met: ${number(met.met)} of ${number(met.applicable)}, in ${counted(audited, 'repository', 'repositories')}.${failed > 0 ? html` ${number(failed)} more could not be audited this time.` : ''}`;
  const body = html`<h1>${told(team.name)}</h1>
${hero(met, said, countFacts(team.counts))}${sectionsOf(site, path, own, team)}`;
  return { path, title: team.name, scripted: true, body };
}

/** Repositories that belong to nobody, as if to a team: somebody has to be found for them. */
export function unownedPage(site: Site): Page {
  const own = site.report.repositories.filter(({ team, state }) => team === undefined && state !== 'excluded');
  const body = html`<h1>Nobody is named</h1>
<p class="sub">${counted(own.length, 'repository', 'repositories')} without a team. What is found in them is nobody's to fix until somebody is named, for example in CODEOWNERS.</p>
${own.length === 0 ? '' : sectionsOf(site, UNOWNED, own, undefined)}`;
  return { path: UNOWNED, title: 'Nobody is named', scripted: own.length > 0, body };
}

function sectionsOf(site: Site, path: string, own: readonly OrgRepository[], team: OrgTeam | undefined) {
  const moved = (of: ReadonlyMap<string, readonly Transition[]>) => own.flatMap(({ id }) => of.get(id) ?? []);
  const budget = pageBudget();
  const week = {
    regressions: moved(site.regressions),
    fixed: moved(site.fixed),
    actions: actionsOf(site, own),
    named: 'repository',
  } as const;
  const { items, left } = repositoryRows(site, path, [...own].sort(neediestFirst), budget, { team: false });
  const all = html`<a href="${relative(path, REPOSITORIES)}">all repositories</a>`;
  const due = own.flatMap(({ id }) => site.exemptions.get(id) ?? []);
  return html`${thisWeek(site, path, week, budget)}${exemptionsSection(site, path, { due, named: 'repository' }, budget)}${
    team === undefined
      ? ''
      : html`<section aria-labelledby="stages-heading">
<h2 id="stages-heading">Stages</h2>
${heatmap('stages', 'What is met, by stage', 'Of', [
  heatRow({ name: html`This team`, stages: team.stages }),
  heatRow({ name: html`All`, stages: site.report.stages }),
])}${LEGEND}</section>
${trendSection(team.trend, TREND_BEGINS)}`
  }<section aria-labelledby="repositories-heading">
<h2 id="repositories-heading">Repositories</h2>
${repositoryTable(items, 'Those with most errors first', { team: false, search: 'Find a repository' })}${leftOut(left, all)}</section>
`;
}
