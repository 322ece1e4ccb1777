import type {
  AlertFacts,
  MatcherFacts,
  ReceiverReach,
  RelationContext,
  RelationModule,
  SubjectMap,
  Vocabulary,
} from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { staticLabels } from '../routing/match.ts';
import { receiverState } from '../routing/receiver-state.ts';
import { doubtOf, type RoutingTree, routingTrees } from '../routing/routing-trees.ts';
import { arrivals, fullVisits, type RouteStep, routeSteps } from '../routing/walk.ts';

/** What the trees of one file say about its receivers. */
interface Reached {
  readonly tree: RoutingTree;
  readonly steps: readonly RouteStep[];
  readonly alerts: Arrived[];
}

/** An alert and the rule file it stands in. */
interface Arrived {
  readonly alert: AlertFacts;
  readonly path: string;
}

/** Which routes and alerts lead to a receiver, so that a silent one is reported once and not for each alert. */
export const receiverAlerts: RelationModule<'receiver -> alerts'> = {
  name: 'receiver -> alerts',
  build(context) {
    const reached = reachedReceivers(context);
    // A file may name one receiver a thousand times.
    const byName = new Map<string, Routed>();
    return (subject) => {
      const key = keyOf(subject.path, subject.name);
      const routed = byName.get(key) ?? routedTo(subject, reached.get(key) ?? [], context);
      byName.set(key, routed);
      return reachOf(subject, routed, context);
    };
  },
};

const keyOf = (path: string, receiver: string) => `${path}\n${receiver}`;

function reachedReceivers(context: RelationContext): Map<string, Reached[]> {
  const alerts = artifactsOf(context.own, 'alert-rules')
    .filter(({ level }) => level !== 'scraped')
    .flatMap(({ facts, path }) => facts.alerts.map((alert) => ({ alert, path, grafana: facts.dialect === 'grafana' })));
  const reached = new Map<string, Reached[]>();
  const visits = fullVisits();
  for (const tree of routingTrees(context)) {
    const ofTree = new Map<string, Reached & { readonly steps: RouteStep[] }>();
    const entry = (name: string) => {
      const known = ofTree.get(name) ?? { tree, steps: [], alerts: [] };
      ofTree.set(name, known);
      return known;
    };
    for (const step of routeSteps(tree.route)) if (step.receiver !== undefined) entry(step.receiver).steps.push(step);
    for (const { alert, path, grafana } of alerts) {
      if (grafana !== (tree.system === 'grafana')) continue;
      if (visits.left-- <= 0) break;
      const names = arrivals(tree.route, staticLabels(alert), visits).certain.map(({ receiver }) => receiver);
      for (const name of new Set(names)) if (name !== undefined) entry(name).alerts.push({ alert, path });
    }
    for (const [name, found] of ofTree) {
      const path = tree.receivers.get(name)?.path ?? tree.path;
      const key = keyOf(path, name);
      const known = reached.get(key);
      if (known) known.push(found);
      else reached.set(key, [found]);
    }
  }
  return reached;
}

type Routed = Pick<ReceiverReach, 'routes' | 'default' | 'alerts' | 'sample' | 'pagingSeverity' | 'deliberate'>;

/** Routes to one receiver that are named; reports show fewer. */
const MAX_ROUTES_NAMED = 50;

/** What all receivers of one name in one file have in common. */
function routedTo(
  subject: SubjectMap['receiver'],
  reached: readonly Reached[],
  { vocabulary }: RelationContext,
): Routed {
  const steps = reached.flatMap((one) => one.steps.map((step) => ({ step, path: one.tree.path })));
  const alerts = reached.flatMap((one) => one.alerts);
  const near = nearest(alerts, subject.path);
  const sample = near[0]?.name;
  const pagingSeverity = pagingSeverityOf(near, steps, vocabulary);
  return {
    routes: steps.slice(0, MAX_ROUTES_NAMED).map(({ step, path }) => ({
      at: { path, span: step.route.at },
      matchers: step.matchers.map(written).join(', '),
    })),
    default: steps.some(({ step }) => step.root),
    alerts: alerts.length,
    ...(sample === undefined ? {} : { sample }),
    ...(pagingSeverity === undefined ? {} : { pagingSeverity }),
    deliberate: isDeliberate(subject.name, steps, vocabulary),
  };
}

function reachOf(subject: SubjectMap['receiver'], routed: Routed, context: RelationContext): ReceiverReach {
  const state = receiverState(subject);
  const doubt = doubtOf(subject.artifact, context);
  const templated = subject.artifact.facts.templated || subject.level !== 'parsed';
  return {
    reaches: state.reaches,
    ...(state.reaches === 'nobody' ? { because: state.because } : {}),
    ...(state.reaches === 'nobody' && state.because === 'placeholder-address' && state.integration.target !== undefined
      ? { address: state.integration.target }
      : {}),
    ...routed,
    ...(doubt === undefined ? {} : { doubtful: doubt }),
    ...(templated && state.reaches === 'nobody' && state.because === 'no-integration'
      ? { unknown: `${subject.path} is a template that is filled in elsewhere` }
      : {}),
  };
}

/**
 * The alerts of the rule files that share most folders with the routing file. A repository may hold the rules of several
 * systems: those that stand beside the routes are the ones that take them.
 */
function nearest(arrived: readonly Arrived[], path: string): readonly AlertFacts[] {
  const folders = folderOf(path).split('/');
  const shared = (other: string): number => {
    const others = folderOf(other).split('/');
    const differs = folders.findIndex((folder, index) => folder !== others[index]);
    return differs < 0 ? folders.length : differs;
  };
  const depths = arrived.map((one) => shared(one.path));
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  return arrived.filter((_, index) => depths[index] === deepest).map(({ alert }) => alert);
}

const written = ({ label, operator, value }: MatcherFacts) => `${label}${operator}"${value}"`;

function pagingSeverityOf(
  alerts: readonly AlertFacts[],
  steps: readonly { readonly step: RouteStep }[],
  { severityLabels, pagingSeverities }: Vocabulary,
): string | undefined {
  const fromMatchers = steps.flatMap(({ step }) =>
    step.matchers
      .filter(({ label, operator }) => severityLabels.includes(label) && operator.startsWith('='))
      .flatMap(({ value }) => value.split('|')),
  );
  const fromAlerts = alerts.flatMap(({ labels }) => severityLabels.map((label) => labels[label] ?? ''));
  return [...fromMatchers, ...fromAlerts].find((value) => pagingSeverities.includes(value.toLowerCase()));
}

/** Silent by name, or every route to it takes only alerts that fire on purpose. */
function isDeliberate(
  name: string,
  steps: readonly { readonly step: RouteStep }[],
  { silentReceivers, deliberateAlerts }: Vocabulary,
): boolean {
  if (silentReceivers.includes(name.toLowerCase())) return true;
  return (
    steps.length > 0 && steps.every(({ step }) => step.matchers.some((one) => onlyDeliberate(one, deliberateAlerts)))
  );
}

function onlyDeliberate({ label, operator, value }: MatcherFacts, deliberate: readonly string[]): boolean {
  if (label !== 'alertname') return false;
  const names = operator === '=' ? [value] : operator === '=~' ? value.replace(/^\(|\)$/g, '').split('|') : [];
  return names.length > 0 && names.every((alert) => deliberate.includes(alert.toLowerCase().replace(/[^a-z]/g, '')));
}
