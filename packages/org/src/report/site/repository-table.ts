import type { Budget } from '@shipworthy/reporters/markdown/budget';
import type { OrgRepository } from '../org-report.ts';
import { number, percent } from '../words.ts';
import { type Html, html } from './html.ts';
import { repositoryLink, teamLink } from './names.ts';
import { type Fitted, fit } from './room.ts';
import type { Site } from './site.ts';
import { type Column, type Row, rowOf, tableOf } from './table.ts';

const COLUMNS: readonly Column[] = [
  { name: 'Repository' },
  { name: 'Team' },
  { name: 'Met', numeric: true },
  { name: 'Errors', numeric: true },
  { name: 'Warnings', numeric: true },
  { name: 'Info', numeric: true },
  { name: 'New', numeric: true },
  { name: 'Fixed', numeric: true },
  { name: 'Not seen', numeric: true },
];

/** Without the team where all are of one. */
const columnsFor = (team: boolean): readonly Column[] => COLUMNS.filter(({ name }) => team || name !== 'Team');

/** Rows as far as there is room. */
export const repositoryRows = (
  site: Site,
  from: string,
  repositories: readonly OrgRepository[],
  budget: Budget,
  { team } = { team: true },
): Fitted =>
  fit(repositories, budget, (repository) => {
    const [name, owner, ...numbers] = cellsOf(site, from, repository);
    return rowOf(columnsFor(team), team ? [name, owner, ...numbers] : [name, ...numbers]);
  });

function cellsOf(site: Site, from: string, repository: OrgRepository): Row {
  const { id, team, met, counts, opened, fixed, unknown, state, why } = repository;
  const name = repositoryLink(site, from, id);
  if (state !== 'audited' && repository.auditedOn === undefined)
    return [
      html`${name} <span class="tag plain">${state === 'failed' ? 'failed' : 'left out'}</span><div class="where">${why}</div>`,
      teamLink(site, from, team),
      ...COLUMNS.slice(2).map(() => '–'),
    ];
  return [
    state === 'failed' ? html`${name} <span class="tag plain">failed</span>` : name,
    teamLink(site, from, team),
    percent(met),
    ...[counts.error, counts.warning, counts.info, opened, fixed, unknown].map(number),
  ];
}

/** What is asked of which repository and met; the rows come from `repositoryRows`, told the same of teams. */
export const repositoryTable = (
  rows: readonly Html[],
  caption: string,
  { team = true, search }: { readonly team?: boolean; readonly search?: string } = {},
): Html =>
  tableOf({
    id: 'repositories',
    caption,
    columns: columnsFor(team),
    rows,
    ...(search === undefined ? {} : { search }),
  });
