import { type Met, SEVERITIES, STAGES } from '@shipworthy/model';
import type { RepositoryRecord, RunHeader, WeekRecord } from '../store/record.ts';
import type { FinishedRun } from '../store/store.ts';
import { dueExemptions } from './exemptions.ts';
import type {
  Coverage,
  MetByStage,
  OrgAction,
  OrgFinding,
  OrgReport,
  OrgRepository,
  OrgRule,
  OrgTeam,
  Transition,
  TrendPoint,
} from './org-report.ts';
import { countsOf, metOf, severityRank } from './week-of.ts';
import { movedBySeverity } from './words.ts';

/** Actions that an overview names, the one worth most first. */
const ACTIONS = 10;
/** Points of the trend: a quarter and a year of weeks. */
const TREND = 65;

export interface AssembleInput {
  readonly run: FinishedRun;
  /** All finished runs, oldest first, this one included. */
  readonly weeks: readonly WeekRecord[];
}

/** The report of the last run. The same store gives the same report. */
export function assembleReport({ run, weeks }: AssembleInput): OrgReport {
  const { header } = run;
  const records = [...run.records.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const audited = records.filter(({ state }) => state === 'audited');
  const previous = weeks.at(-2);
  const opened = transitionsOf(records, 'opened');
  const gone = transitionsOf(records, 'gone');
  const isOfTeams = ({ cause }: Transition): boolean => cause === 'change';
  return {
    schema: 1,
    tool: header.tool,
    title: header.title,
    asOf: header.asOf,
    ...(previous ? { previous: previous.asOf } : {}),
    ...(header.stateLost ? { stateLost: true } : {}),
    coverage: coverageOf(records),
    met: metOf(audited),
    ...(previous ? { previousMet: previous.met } : {}),
    stages: stagesOf(audited),
    counts: countsOf(audited),
    regressions: opened.filter(isOfTeams),
    regressed: movedBySeverity(opened.filter(isOfTeams)),
    fixed: gone.filter(isOfTeams),
    others: {
      opened: opened.filter((each) => !isOfTeams(each)),
      gone: gone.filter((each) => !isOfTeams(each)),
    },
    actions: actionsOf(header, audited),
    exemptions: dueExemptions(records, header.asOf),
    teams: teamsOf(records, weeks),
    repositories: records.map((record) => repositoryOf(record, header)),
    rules: rulesOf(header, audited),
    trend: trendOf(weeks),
  };
}

const transitionsOf = (records: readonly RepositoryRecord[], which: 'opened' | 'gone'): Transition[] =>
  records
    .flatMap((record) => record[which].map((each) => ({ repository: record.id, ...each })))
    .sort((a, b) => severityRank(a.finding.severity) - severityRank(b.finding.severity));

function coverageOf(records: readonly RepositoryRecord[]): Coverage {
  const excluded: Record<string, number> = {};
  for (const { state, why = 'left out' } of records) if (state === 'excluded') excluded[why] = (excluded[why] ?? 0) + 1;
  return {
    discovered: records.length,
    audited: records.filter(({ state }) => state === 'audited').length,
    unchanged: records.filter(({ unchanged }) => unchanged).length,
    failed: records.flatMap(({ state, name, why = '' }) => (state === 'failed' ? [{ name, why }] : [])),
    excluded: Object.fromEntries(Object.entries(excluded).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function stagesOf(records: readonly Pick<RepositoryRecord, 'stages'>[]): MetByStage {
  const sums: Partial<Record<(typeof STAGES)[number], Met>> = {};
  for (const stage of STAGES)
    for (const { stages } of records) {
      const of = stages[stage];
      const sum = sums[stage] ?? { met: 0, applicable: 0 };
      if (of) sums[stage] = { met: sum.met + of.met, applicable: sum.applicable + of.applicable };
    }
  return sums;
}

function repositoryOf(record: RepositoryRecord, { asOf }: RunHeader): OrgRepository {
  const { id, name, url, team, state, why, commit, archetypes, stages, unknown, exempt, findings, refused } = record;
  const auditedOn = state === 'audited' ? asOf : record.auditedOn;
  return {
    id,
    name,
    ...(url === undefined ? {} : { url }),
    ...(team === undefined ? {} : { team }),
    state,
    ...(why === undefined ? {} : { why }),
    ...(commit === undefined ? {} : { commit }),
    ...(refused === undefined ? {} : { refused }),
    ...(auditedOn === undefined ? {} : { auditedOn }),
    archetypes,
    met: metOf([record]),
    stages,
    counts: countsOf([record]),
    unknown,
    exempt,
    ...movedOf([record]),
    findings: findings.toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity)),
  };
}

/** What teams themselves opened and fixed. */
function movedOf(records: readonly RepositoryRecord[]): { readonly opened: number; readonly fixed: number } {
  const own = (which: 'opened' | 'gone') =>
    records.reduce((sum, record) => sum + record[which].filter(({ cause }) => cause === 'change').length, 0);
  return { opened: own('opened'), fixed: own('gone') };
}

function teamsOf(records: readonly RepositoryRecord[], weeks: readonly WeekRecord[]): OrgTeam[] {
  const trends = teamTrends(weeks);
  const teams = new Map<string, RepositoryRecord[]>();
  for (const record of records) {
    if (record.team === undefined || record.state === 'excluded') continue;
    const of = teams.get(record.team);
    if (of) of.push(record);
    else teams.set(record.team, [record]);
  }
  return [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => {
      // As in the sums of all: what could not be audited this time is left out.
      const audited = of.filter(({ state }) => state === 'audited');
      return {
        name,
        repositories: of.map(({ id }) => id),
        met: metOf(audited),
        stages: stagesOf(audited),
        counts: countsOf(audited),
        ...movedOf(of),
        trend: trends.get(name) ?? [],
      };
    });
}

function rulesOf({ rules }: RunHeader, records: readonly RepositoryRecord[]): OrgRule[] {
  return rules.map(({ id, title, stage, severity }) => {
    const standings = records.map(({ standing }) => standing[id]);
    const number = (wanted: string): number => standings.filter((each) => each === wanted).length;
    return {
      id,
      title,
      stage,
      severity,
      repositories: records.filter(({ findings }) => findings.some(({ rule }) => rule === id)).map((each) => each.id),
      findings: records.reduce((sum, { findings }) => sum + findings.filter(({ rule }) => rule === id).length, 0),
      met: { met: number('met'), applicable: number('met') + number('gaps') },
      unknown: number('unknown'),
    };
  });
}

/** The gravest first, then what most repositories would gain by. Hints are nobody's next step. */
function actionsOf({ rules }: RunHeader, records: readonly RepositoryRecord[]): OrgAction[] {
  const actions = rules.flatMap(({ id, title }): OrgAction[] => {
    const all = records.flatMap((record) => record.findings.filter(({ rule }) => rule === id));
    const severity = SEVERITIES.find((each) => all.some((finding) => finding.severity === each));
    if (severity === undefined || severity === 'info') return [];
    const isWorst = (finding: OrgFinding): boolean => finding.rule === id && finding.severity === severity;
    const having = records.filter(({ findings }) => findings.some(isWorst));
    return [
      {
        rule: id,
        title,
        severity,
        repositories: having.map((record) => record.id),
        findings: all.filter(isWorst).length,
      },
    ];
  });
  return actions
    .sort(
      (a, b) =>
        severityRank(a.severity) - severityRank(b.severity) ||
        b.repositories.length - a.repositories.length ||
        b.findings - a.findings ||
        (a.rule < b.rule ? -1 : 1),
    )
    .slice(0, ACTIONS);
}

function trendOf(weeks: readonly Week[]): TrendPoint[] {
  return weeks.slice(-TREND).map((week, index, all) => {
    const before = all[index - 1];
    const changed = before && changedSince(before, week);
    const { asOf, met, counts, audited } = week;
    return { asOf, met, counts, audited, ...(changed ? { changed } : {}) };
  });
}

/** Of a run, the numbers of all or of one team. */
type Week = Omit<WeekRecord, 'teams'>;

/** By team. Weeks that kept nothing of teams are passed over; what changed in between is told of the next that did. */
function teamTrends(weeks: readonly WeekRecord[]): ReadonlyMap<string, TrendPoint[]> {
  const own = new Map<string, Week[]>();
  for (const week of weeks.slice(-TREND))
    for (const { name, met, counts, audited } of week.teams ?? []) {
      const of = own.get(name) ?? [];
      own.set(name, of);
      of.push({ ...week, met, counts, audited });
    }
  return new Map([...own].map(([name, of]) => [name, trendOf(of)]));
}

function changedSince(before: Week, now: Week): string | undefined {
  if (before.tool !== now.tool) return `shipworthy ${before.tool} became ${now.tool}`;
  if (before.code !== now.code) return 'the rules changed';
  return before.policy !== now.policy ? 'the policy changed' : undefined;
}
