import type { MatcherFacts, RouteFacts } from '@shipworthy/model';
import { matchAll, type StaticLabel } from './match.ts';

/** A route together with the way to it. */
export interface RouteStep {
  readonly route: RouteFacts;
  /** Its own or the nearest one above. */
  readonly receiver: string | undefined;
  /** Of all routes from the root to this one. */
  readonly matchers: readonly MatcherFacts[];
  readonly root: boolean;
}

/** Where an alert is handed over: surely, or depending on labels known only when it fires. */
export interface Arrivals {
  readonly certain: readonly RouteStep[];
  readonly possible: readonly RouteStep[];
}

/** Deeper trees are not walked further; real ones have three or four levels. */
const DEEPEST_ROUTE = 32;

/** Routes that all alerts together may be led through; some thousand alerts through some hundred routes are far below it. */
const MAX_VISITS = 20_000_000;

/** What is left of `MAX_VISITS`. Once it is used up, where further alerts go is not known. */
export interface Visits {
  left: number;
}
export const fullVisits = (): Visits => ({ left: MAX_VISITS });

/** Every route of a tree with the receiver it inherits, in document order. */
export function routeSteps(root: RouteFacts): RouteStep[] {
  const steps: RouteStep[] = [];
  const visit = (step: RouteStep, depth: number) => {
    steps.push(step);
    if (depth < DEEPEST_ROUTE) for (const child of step.route.routes) visit(below(step, child), depth + 1);
  };
  visit(rootStep(root), 0);
  return steps;
}

/**
 * Alertmanager's walk: the first child that matches takes the alert unless it says `continue`; an alert that no child
 * takes stays with the route itself. The root takes everything. Matchers on labels not known yet are followed both ways.
 */
export function arrivals(root: RouteFacts, label: StaticLabel, visits: Visits): Arrivals {
  const certain: RouteStep[] = [];
  const possible: RouteStep[] = [];
  for (const found of walk(rootStep(root), label, 0, visits)) (found.certain ? certain : possible).push(found.step);
  return { certain, possible };
}

interface Found {
  readonly step: RouteStep;
  readonly certain: boolean;
}

function* walk(step: RouteStep, label: StaticLabel, depth: number, visits: Visits): Generator<Found> {
  let takenForSure = false;
  let maybeTaken = false;
  let maybeStopped = false;
  for (const child of depth < DEEPEST_ROUTE ? step.route.routes : []) {
    if (visits.left <= 0) {
      maybeTaken = true;
      break;
    }
    visits.left -= 1 + child.matchers.length;
    const match = matchAll(child.matchers, label);
    if (match === 'no') continue;
    const sure = match === 'yes' && !maybeStopped;
    for (const found of walk(below(step, child), label, depth + 1, visits))
      yield sure ? found : { ...found, certain: false };
    if (match === 'yes') {
      takenForSure = true;
      if (!child.continue) break;
    } else {
      maybeTaken = true;
      if (!child.continue) maybeStopped = true;
    }
  }
  if (!takenForSure) yield { step, certain: !maybeTaken };
}

function rootStep(route: RouteFacts): RouteStep {
  return { route, receiver: route.receiver, matchers: [], root: true };
}

function below(parent: RouteStep, route: RouteFacts): RouteStep {
  return {
    route,
    receiver: route.receiver ?? parent.receiver,
    matchers: [...parent.matchers, ...route.matchers],
    root: false,
  };
}
