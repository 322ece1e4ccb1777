import type { Met, Severity, Stage } from '@shipworthy/model';
import { SEVERITIES, STAGES } from '@shipworthy/model';
import type {
  Cause,
  DueExemption,
  OrgAction,
  OrgFinding,
  OrgReport,
  OrgRepository,
  OrgRule,
  OrgTeam,
  SeverityCounts,
  Transition,
  TrendPoint,
} from '../org-report.ts';
import { movedBySeverity } from '../words.ts';
import { NAMES, RULES, TEAMS } from './sample-words.ts';

/** The same numbers on every machine: a linear congruential generator. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[Math.floor(at * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

/** A report whose sums agree with its parts, of an organisation that nobody is in. */
export function sampleReport({ repositories = 64, seed = 7 } = {}): OrgReport {
  const roll = dice(seed);
  const all = Array.from({ length: repositories }, (_, index) => repositoryOf(index, roll));
  const audited = all.filter(({ state }) => state === 'audited');
  const regressions = transitionsOf(audited, 'change', 0.16, roll).map(asGrown);
  const fixed = transitionsOf(audited, 'change', 0.22, roll).map(asGone);
  const withMoves = all.map((repository) => ({
    ...repository,
    opened: regressions.filter((transition) => transition.repository === repository.id).length,
    fixed: fixed.filter((transition) => transition.repository === repository.id).length,
  }));
  const stages = stagesOf(audited);
  const met = sum(Object.values(stages));
  const counts = countsOf(audited);
  const rules = rulesOf(audited);
  return {
    schema: 1,
    tool: { name: 'shipworthy', version: '0.1.0' },
    title: 'acme',
    asOf: '2026-11-23',
    previous: '2026-11-16',
    coverage: {
      discovered: all.length,
      audited: audited.length,
      unchanged: Math.floor(audited.length * 0.7),
      failed: all.filter(({ state }) => state === 'failed').map(({ name, why = '' }) => ({ name, why })),
      excluded: { archived: all.filter(({ state }) => state === 'excluded').length },
    },
    met,
    previousMet: { met: met.met - Math.floor(met.applicable * 0.012), applicable: met.applicable - 3 },
    stages,
    counts,
    regressions,
    regressed: movedBySeverity(regressions),
    fixed,
    others: {
      opened: transitionsOf(audited, 'rules', 0.05, roll).concat(transitionsOf(audited, 'time', 0.03, roll)),
      gone: transitionsOf(audited, 'exemption', 0.03, roll).map(asGone),
    },
    actions: actionsOf(rules),
    exemptions: exemptionsOf(audited),
    teams: teamsOf(withMoves, roll),
    repositories: withMoves,
    rules,
    trend: trendOf(met, counts, audited.length, roll),
  };
}

function repositoryOf(index: number, roll: () => number): OrgRepository {
  const round = Math.floor(index / NAMES.length);
  const name = `acme/${NAMES[index % NAMES.length] ?? 'x'}${round > 0 ? `-${round + 1}` : ''}`;
  const state = index % 23 === 11 ? 'excluded' : index % 41 === 17 ? 'failed' : 'audited';
  const base = {
    id: `r${1000 + index}`,
    name,
    url: `https://github.example/${name}`,
    ...(index % 9 === 4 ? {} : { team: pick(TEAMS, roll() * roll()) }),
    state,
    ...(index % 7 === 2 ? { refused: ['its ignore does not count'] } : {}),
    archetypes: [pick(['service', 'library', 'web app', 'infrastructure'] as const, roll())],
  } as const;
  const nothing = {
    met: { met: 0, applicable: 0 },
    stages: {},
    counts: { error: 0, warning: 0, info: 0 },
    unknown: 0,
    exempt: 0,
    findings: [],
  };
  if (state !== 'audited') {
    const why = state === 'failed' ? 'the archive ended early after 3 tries' : 'archived';
    return { ...base, why, ...nothing, opened: 0, fixed: 0 };
  }
  const health = 0.35 + roll() * 0.65;
  const findings = RULES.flatMap((rule): OrgFinding[] => {
    if (roll() < health) return [];
    const n = 1 + Math.floor(roll() * 2);
    return Array.from({ length: n }, (_, at) => findingOf(rule, index, at, roll));
  }).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const failing = new Set(findings.map(({ rule }) => rule));
  const stages = Object.fromEntries(
    STAGES.map((stage): [Stage, Met] => {
      const own = RULES.filter((rule) => rule.stage === stage);
      return [stage, { met: own.filter(({ id }) => !failing.has(id)).length, applicable: own.length }];
    }),
  );
  return {
    ...base,
    commit: `${(1_234_567 + index * 7919).toString(16)}${'0123456789abcdef'.repeat(3)}`.slice(0, 40),
    auditedOn: '2026-11-23',
    met: sum(Object.values(stages)),
    stages,
    counts: tally(findings),
    unknown: Math.floor(roll() * 4),
    exempt: Math.floor(roll() * 2),
    opened: 0,
    fixed: 0,
    findings,
  };
}

function findingOf(rule: (typeof RULES)[number], repository: number, at: number, roll: () => number): OrgFinding {
  const [message, path] = pick(rule.says, roll());
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    path,
    ...(rule.absent ? { absent: true } : { line: 1 + Math.floor(roll() * 180) }),
    fingerprint: `${rule.id}:${repository}:${at}`,
    count: roll() < 0.2 ? 2 + Math.floor(roll() * 6) : 1,
    ...(roll() < 0.15 ? { component: 'api' } : {}),
  };
}

const tally = (findings: readonly OrgFinding[]): SeverityCounts => {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
};

const sum = (parts: readonly Met[]): Met => ({
  met: parts.reduce((total, { met }) => total + met, 0),
  applicable: parts.reduce((total, { applicable }) => total + applicable, 0),
});

const stagesOf = (repositories: readonly OrgRepository[]): OrgReport['stages'] =>
  Object.fromEntries(
    STAGES.map((stage): [Stage, Met] => [stage, sum(repositories.flatMap(({ stages }) => stages[stage] ?? []))]),
  );

const countsOf = (repositories: readonly OrgRepository[]): SeverityCounts =>
  tally(repositories.flatMap(({ findings }) => findings));

function transitionsOf(
  repositories: readonly OrgRepository[],
  cause: Cause,
  share: number,
  roll: () => number,
): Transition[] {
  return repositories.flatMap(({ id, findings }) => {
    const finding = findings[Math.floor(roll() * findings.length)];
    return finding !== undefined && roll() < share ? [{ repository: id, cause, finding }] : [];
  });
}

/** What stands for several gaps stood for one before. */
const asGrown = (transition: Transition): Transition =>
  transition.finding.count > 1 ? { ...transition, was: 1 } : transition;

const asGone = ({ finding, ...rest }: Transition, index: number): Transition => ({
  ...rest,
  ...(index % 3 === 2 ? { removed: true } : {}),
  finding: { ...finding, fingerprint: `${finding.fingerprint}:gone` },
});

function rulesOf(repositories: readonly OrgRepository[]): OrgRule[] {
  return RULES.map(({ id, title, stage, severity }) => {
    const failing = repositories.filter(({ findings }) => findings.some(({ rule }) => rule === id));
    return {
      id,
      title,
      stage,
      severity,
      repositories: failing.map((repository) => repository.id),
      findings: failing.reduce((total, { findings }) => total + findings.filter(({ rule }) => rule === id).length, 0),
      met: { met: repositories.length - failing.length, applicable: repositories.length },
      unknown: 0,
    };
  });
}

const actionsOf = (rules: readonly OrgRule[]): OrgAction[] =>
  rules
    .filter(({ findings }) => findings > 0)
    .map(({ id, title, severity, repositories, findings }) => ({ rule: id, title, severity, repositories, findings }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.repositories.length - a.repositories.length,
    );

/** One that is over, two that end this month and next. */
function exemptionsOf(repositories: readonly OrgRepository[]): DueExemption[] {
  const days = ['2026-11-12', '2026-11-30', '2026-12-20'];
  return repositories.slice(0, days.length).map(({ id }, index) => ({
    repository: id,
    rule: RULES[index]?.id ?? '*',
    ...(index === 1 ? { paths: ['legacy/**'] } : {}),
    reason: 'the old system is switched off this winter',
    owner: '@acme/platform',
    expires: days[index] ?? '',
    ...(index === 0 ? { expired: true } : {}),
  }));
}

function teamsOf(repositories: readonly OrgRepository[], roll: () => number): OrgTeam[] {
  return TEAMS.flatMap((name) => {
    const own = repositories.filter(({ team }) => team === name);
    if (own.length === 0) return [];
    const audited = own.filter(({ state }) => state === 'audited');
    const met = sum(audited.map((each) => each.met));
    return [
      {
        name,
        repositories: own.map(({ id }) => id),
        met,
        stages: stagesOf(own),
        counts: countsOf(own),
        opened: own.reduce((total, { opened }) => total + opened, 0),
        fixed: own.reduce((total, { fixed }) => total + fixed, 0),
        trend: trendOf(met, countsOf(own), audited.length, roll),
      },
    ];
  });
}

const WEEK = 7 * 24 * 3600 * 1000;
const RUNS = 16;

function trendOf(met: Met, counts: SeverityCounts, audited: number, roll: () => number): TrendPoint[] {
  return Array.from({ length: RUNS }, (_, index) => {
    const ago = RUNS - 1 - index;
    const drop = ago * 0.009 + (ago > 5 ? -0.045 : 0) + (ago > 0 ? roll() * 0.006 : 0);
    return {
      asOf: new Date(Date.UTC(2026, 10, 23) - ago * WEEK).toISOString().slice(0, 10),
      met: { met: met.met - Math.floor(met.applicable * drop), applicable: met.applicable },
      counts: { ...counts, error: counts.error + ago * 2 },
      audited: Math.max(0, audited - Math.floor(ago / 4)),
      ...(ago === 5 ? { changed: 'shipworthy 0.1.0 brought 6 new rules' } : {}),
    };
  });
}
