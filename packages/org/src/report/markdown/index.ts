import { type Met, STAGES } from '@shipworthy/model';
import { Budget, DEFAULT_LIMIT } from '@shipworthy/reporters/markdown/budget';
import { code, prose } from '@shipworthy/reporters/markdown/escape';
import { clip } from '@shipworthy/reporters/page/clip';
import { coverageInWords, missingFrom, wanted } from '../coverage.ts';
import { dueInWords, refusedInWords } from '../exemptions.ts';
import type { DueExemption, OrgAction, OrgReport, OrgRepository, OrgTeam, Transition } from '../org-report.ts';
import { othersInWords } from '../others.ts';
import { NOT_COMPARED, teamsInOrder, worstFirst } from '../standing.ts';
import {
  capital,
  counted,
  countsInWords,
  day,
  difference,
  movedInWords,
  number,
  percent,
  STAGE_NAMES,
} from '../words.ts';

/** More than three is a list that nobody begins. */
const ACTIONS_SHOWN = 3;
/** Of what came and what went, each; an issue is read, not searched. */
const MOVED_SHOWN = 40;
/** Exemptions, and repositories with settings that do not count. */
const EXCEPTIONS_SHOWN = 20;
/** Failed repositories that are named. */
const FAILED_SHOWN = 10;
/** Characters of a message, a name or a path; rules write sentences, and names in them may be of any length. */
const MAX_MESSAGE = 400;
/** Kept for saying of three lists how much of them was left out, and which parts were. */
const RESERVED = 300;

type Repositories = ReadonlyMap<string, OrgRepository>;

/**
 * The report as the body of one issue: headline, coverage, what got worse, what was fixed, what to do first, teams, exemptions that run
 * out, settings that do not count. Where
 * `limit` is reached lists are cut at their rows, parts that have no room are left out whole, and both is said. Nobody is
 * mentioned, no other issue is referred to.
 * @param limit characters (UTF-16 units)
 */
export function renderReportMarkdown(report: OrgReport, limit: number = DEFAULT_LIMIT): string {
  const repositories: Repositories = new Map(report.repositories.map((repository) => [repository.id, repository]));
  const budget = new Budget(limit - RESERVED, 'characters');
  const head = headOf(report);
  budget.take(head);
  const others = othersInWords(report.others);
  // What is worth most takes its room first, wherever it stands.
  const actions = actionsPart(report.actions, repositories, budget);
  const worse = movedPart('Got worse', report.regressions, repositories, budget);
  const teams = teamsPart(report, budget);
  const exemptions = exemptionsPart(report.exemptions, repositories, budget);
  const refused = refusedPart(report, budget);
  const fixed = movedPart('Fixed', report.fixed, repositories, budget);
  const aside = others === undefined || !budget.take(`\n${others}\n`) ? '' : `\n${others}\n`;
  const left = leftOut([
    ['what got worse', report.regressions.length > 0, worse],
    ['what was fixed', report.fixed.length > 0, fixed],
    ['what came and went otherwise', others !== undefined, aside],
    ['what to do first', report.actions.length > 0, actions],
    ['the teams', report.teams.length > 0, teams],
    ['the exemptions that run out', report.exemptions.length > 0, exemptions],
    ['what does not count under the policy', refusedInWords(report) !== undefined, refused],
  ]);
  return [head, worse, fixed, aside, actions, teams, exemptions, refused, left].join('');
}

/** The word on parts that are there and had no room. */
function leftOut(parts: readonly (readonly [name: string, wanted: boolean, text: string])[]): string {
  const names = parts.filter(([, wanted, text]) => wanted && text === '').map(([name]) => name);
  return names.length === 0 ? '' : `\nNo room here, and in the whole report alone: ${names.join(', ')}.\n`;
}

function headOf({ title, asOf, met, previousMet, previous, counts, coverage, stateLost, tool }: OrgReport): string {
  const moved = previousMet && difference(met, previousMet);
  const since = previous === undefined ? '' : ` since ${day(previous)}`;
  const delta = moved === undefined ? '' : `, ${moved.words}${since}`;
  const missing = missingFrom(coverage);
  const named = coverage.failed
    .slice(0, FAILED_SHOWN)
    .map(({ name, why }) => `${code(name)} (${prose(clip(why, MAX_MESSAGE))})`);
  const more = coverage.failed.length > named.length ? ` and ${coverage.failed.length - named.length} more` : '';
  const open = countsInWords(counts);
  return [
    `## Readiness of ${prose(clip(title, MAX_MESSAGE))}: ${percent(met)}\n`,
    `As of ${day(asOf)}: ${number(met.met)} of ${number(met.applicable)} of what was asked is met${delta}. Open: ${open === '' ? 'nothing' : open}.\n`,
    `${prose(coverageInWords(coverage))}. ${tool.name} ${prose(tool.version)}.\n`,
    missing > 0
      ? `**Not the whole picture:** ${missing} of ${counted(wanted(coverage), 'repository', 'repositories')} could not be audited this time${named.length > 0 ? `: ${named.join(', ')}${more}` : ''}.\n`
      : '',
    stateLost ? '**The history was lost:** everything is counted as if seen for the first time.\n' : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function movedPart(
  heading: string,
  transitions: readonly Transition[],
  repositories: Repositories,
  budget: Budget,
): string {
  const head = `\n### ${heading}: ${movedInWords(transitions)}\n\n`;
  if (transitions.length === 0 || !budget.take(head)) return '';
  const worst = worstFirst(transitions);
  return head + rowsOf(worst.slice(0, MOVED_SHOWN), worst.length, budget, (one) => movedRow(one, repositories));
}

function movedRow({ repository, finding, was }: Transition, repositories: Repositories): string {
  const { path, line, absent, severity, message, rule, count } = finding;
  const times = count > 1 ? ` ×${count}${was === undefined ? '' : `, was ${was}`}` : '';
  const place = `${absent ? 'expected at ' : ''}${code(clip(line === undefined ? path : `${path}:${line}`, MAX_MESSAGE))}`;
  const team = repositories.get(repository)?.team;
  const owner = team === undefined ? '' : ` (${prose(clip(team, MAX_MESSAGE))})`;
  return `- **${severity}** in ${code(nameOf(repository, repositories))}${owner}: ${prose(clip(message, MAX_MESSAGE))}${times} (${place}, ${code(rule)})\n`;
}

const nameOf = (id: string, repositories: Repositories): string => clip(repositories.get(id)?.name ?? id, MAX_MESSAGE);

/** As many rows as fit, and how many did not. */
function rowsOf<T>(items: readonly T[], all: number, budget: Budget, render: (item: T) => string): string {
  const rows: string[] = [];
  for (const item of items) {
    const row = render(item);
    if (!budget.take(row)) break;
    rows.push(row);
  }
  const left = all - rows.length;
  return rows.join('') + (left > 0 ? `\n... and ${number(left)} more in the whole report.\n` : '');
}

function actionsPart(actions: readonly OrgAction[], repositories: Repositories, budget: Budget): string {
  const head = '\n### What to do first\n\n';
  if (actions.length === 0 || !budget.take(head)) return '';
  const first = actions.slice(0, ACTIONS_SHOWN);
  const rows = first.map((action, index) => actionRow(action, index + 1, repositories));
  return budget.take(...rows) ? head + rows.join('') : '';
}

function actionRow(
  { rule, title, severity, repositories, findings }: OrgAction,
  at: number,
  all: Repositories,
): string {
  const named = repositories.slice(0, ACTIONS_SHOWN).map((id) => code(nameOf(id, all)));
  const left = repositories.length - named.length;
  const where = `${named.join(', ')}${left > 0 ? ` and ${number(left)} more` : ''}`;
  return `${at}. **${prose(title)}** (${severity}, ${code(rule)}): ${counted(findings, 'finding')} in ${counted(repositories.length, 'repository', 'repositories')}: ${where}\n`;
}

function exemptionsPart(due: readonly DueExemption[], repositories: Repositories, budget: Budget): string {
  const head = `\n### Exemptions that run out: ${dueInWords(due)}\n\n`;
  if (due.length === 0 || !budget.take(head)) return '';
  return head + rowsOf(due.slice(0, EXCEPTIONS_SHOWN), due.length, budget, (one) => exemptionRow(one, repositories));
}

function exemptionRow({ repository, rule, paths, reason, owner, expires, expired }: DueExemption, all: Repositories) {
  const team = all.get(repository)?.team;
  const of = [owner, team === undefined ? '' : `team ${team}`].filter(Boolean).map((each) => told(each));
  const where = paths ? ` for ${code(clip(paths.join(', '), MAX_MESSAGE))}` : '';
  return `- ${expired ? 'Expired after' : 'Until'} ${day(expires)} in ${code(nameOf(repository, all))}: ${told(reason)}${where} (${of.join(', ')}, ${code(clip(rule, MAX_MESSAGE))})\n`;
}

const told = (text: string): string => prose(clip(text, MAX_MESSAGE));

/** Settings that each repository shows. */
const SETTINGS_SHOWN = 3;

function refusedPart(report: OrgReport, budget: Budget): string {
  const said = refusedInWords(report);
  const head = `\n### Does not count under the policy\n\n${capital(said ?? '')}.\n\n`;
  if (said === undefined || !budget.take(head)) return '';
  const having = report.repositories.filter(({ refused = [] }) => refused.length > 0);
  return head + rowsOf(having.slice(0, EXCEPTIONS_SHOWN), having.length, budget, refusedRow);
}

function refusedRow({ name, team, refused = [] }: OrgRepository): string {
  const left = refused.length - SETTINGS_SHOWN;
  const clauses = refused.slice(0, SETTINGS_SHOWN).map(told).join('; ');
  const owner = team === undefined ? '' : `${told(team)}, `;
  return `- ${capital(clauses)}${left > 0 ? `; and ${number(left)} more` : ''} (${owner}${code(clip(name, MAX_MESSAGE))})\n`;
}

function teamsPart({ teams, met, stages }: OrgReport, budget: Budget): string {
  const { compared, others } = teamsInOrder(teams);
  const head = `\n### Teams\n\n| team | all | ${STAGES.map((stage) => STAGE_NAMES[stage]).join(' | ')} | new | fixed |\n|---|---:|${STAGES.map(() => '---:|').join('')}---:|---:|\n`;
  const everyone = `| **all** | ${shareOf(met)} | ${STAGES.map((stage) => shareOf(stages[stage])).join(' | ')} | | |\n`;
  if (teams.length === 0 || !budget.take(head, everyone)) return '';
  const note =
    others.length > 0
      ? `
${capital(NOT_COMPARED)}.
`
      : '';
  budget.take(note);
  return head + everyone + rowsOf([...compared, ...others], teams.length, budget, teamRow) + note;
}

const teamRow = ({ name, met, stages, opened, fixed }: OrgTeam): string =>
  `| ${cell(name)} | ${shareOf(met)} | ${STAGES.map((stage) => shareOf(stages[stage])).join(' | ')} | ${number(opened)} | ${number(fixed)} |\n`;

const shareOf = (met: Met | undefined): string =>
  met === undefined || met.applicable === 0 ? '' : percent(met).replace(/\.\d%$/, '%');

/** What would end a cell, inside of code as well. */
const cell = (text: string): string => prose(text).replace(/(?<!\\)\|/g, '\\|');
