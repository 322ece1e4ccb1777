import { NOT_COMPARED, teamsInOrder } from '../standing.ts';
import { counted } from '../words.ts';
import { type HeatRow, heatmap } from './heatmap.ts';
import { type Html, html } from './html.ts';
import { teamLink } from './names.ts';
import type { Site } from './site.ts';

/** Stage by team, at most `limit` of them. */
export function teamHeatmap(site: Site, from: string, limit = Number.POSITIVE_INFINITY): { shown: Html; left: number } {
  const { teams, stages, repositories } = site.report;
  const { compared, others } = teamsInOrder(teams);
  const ordered = [...compared, ...others];
  const rows = ordered.slice(0, limit).map((team): HeatRow => {
    const size = counted(team.repositories.length, 'repository', 'repositories');
    return { name: html`${teamLink(site, from, team.name)}<div class="where">${size}</div>`, stages: team.stages };
  });
  const audited = repositories.filter(({ state }) => state === 'audited').length;
  const everyone: HeatRow = {
    name: html`All<div class="where">${counted(audited, 'repository', 'repositories')}</div>`,
    stages,
  };
  const order =
    compared.length > 0
      ? `teams with the lowest share first${others.length > 0 ? `; ${NOT_COMPARED}` : ''}`
      : 'teams by name';
  const caption = teams.length === 0 ? 'What is met, by stage' : `What is met, by stage and team: ${order}`;
  return { shown: heatmap('stages', caption, 'Team', [everyone, ...rows]), left: ordered.length - rows.length };
}
