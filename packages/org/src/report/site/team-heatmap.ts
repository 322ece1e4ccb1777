import type { Budget } from '@shipworthy/reporters/markdown/budget';
import { NOT_COMPARED, teamsInOrder } from '../standing.ts';
import { counted } from '../words.ts';
import { heatmap, heatRow } from './heatmap.ts';
import { type Html, html } from './html.ts';
import { teamLink } from './names.ts';
import { fit } from './room.ts';
import type { Site } from './site.ts';

/** Stage by team, at most `limit` of them, as far as there is room. */
export function teamHeatmap(
  site: Site,
  from: string,
  budget: Budget,
  limit = Number.POSITIVE_INFINITY,
): { shown: Html; left: number } {
  const { teams, stages, repositories } = site.report;
  const { compared, others } = teamsInOrder(teams);
  const ordered = [...compared, ...others];
  const named = (name: Html, size: number): Html =>
    html`${name}<div class="where">${counted(size, 'repository', 'repositories')}</div>`;
  const { items, left } = fit(
    ordered,
    budget,
    (team) => heatRow({ name: named(teamLink(site, from, team.name), team.repositories.length), stages: team.stages }),
    limit,
  );
  const audited = repositories.filter(({ state }) => state === 'audited').length;
  const everyone = heatRow({ name: named(html`All`, audited), stages });
  const order =
    compared.length > 0
      ? `teams with the lowest share first${others.length > 0 ? `; ${NOT_COMPARED}` : ''}`
      : 'teams by name';
  const caption = teams.length === 0 ? 'What is met, by stage' : `What is met, by stage and team: ${order}`;
  return { shown: heatmap('stages', caption, 'Team', [everyone, ...items]), left };
}
