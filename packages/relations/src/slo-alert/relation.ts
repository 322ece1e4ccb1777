import {
  type AlertFacts,
  artifactsOf,
  type Link,
  type ObjectiveFacts,
  type Place,
  placeOf,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { edgeOfLink } from '../graph/edge-of-link.ts';

/** Labels in which tools note the objective of an alert. */
const OBJECTIVE_LABELS = ['slo', 'sloth_slo', 'sloth_id', 'slo_name', 'objective'];
const BURN_RATE = /burn[ _-]?rate|error[ _-]?budget|\bslos?\b/i;

/** What alerts on each objective of a document. */
export const sloAlert: RelationModule<'slo -> alert'> = {
  name: 'slo -> alert',
  graph: { from: 'slo', edges: (links) => links.flatMap((link) => edgeOfLink(link)) },
  build(context) {
    const alerts = sloAlerts(context);
    return ({ path, facts }) => facts.objectives.map((objective) => alertOn(objective, path, alerts));
  },
};

interface SloAlerts {
  /** Alerts by the objective their labels name, lower case. */
  readonly named: ReadonlyMap<string, Place>;
  /** The first alert that speaks of a budget or its burning. */
  readonly burning?: Place;
  /** Rule files, whatever they hold. */
  readonly any: boolean;
}

function alertOn(objective: ObjectiveFacts, path: string, alerts: SloAlerts): Link {
  const at = placeOf(path, objective.spans, ['alerting']);
  if (objective.alerting === 'generated')
    return { state: 'resolved', to: at, how: 'written by the tool that reads the objective' };
  if (objective.alerting === 'named')
    return { state: 'resolved', to: at, how: `alert policy ${objective.policies[0] ?? ''}`.trim() };
  if (objective.templated.includes('alerting'))
    return { state: 'unknown', why: 'what alerts on it is set elsewhere', at };
  const named = alerts.named.get(objective.name.toLowerCase());
  if (named) return { state: 'resolved', to: named, how: 'an alert with its name' };
  if (alerts.burning) return { state: 'resolved', to: alerts.burning, how: 'an alert on an error budget' };
  if (!alerts.any)
    return { state: 'unknown', why: 'no alert rules are in this repository; they may be kept elsewhere', at };
  return { state: 'missing' };
}

function sloAlerts(context: RelationContext): SloAlerts {
  const named = new Map<string, Place>();
  let burning: Place | undefined;
  let any = false;
  for (const { path, facts } of artifactsOf(context.own, 'alert-rules'))
    for (const alert of facts.alerts) {
      any = true;
      const at = placeOf(path, alert.spans, []);
      for (const label of OBJECTIVE_LABELS) {
        const value = alert.labels[label]?.toLowerCase();
        if (value !== undefined && !named.has(value)) named.set(value, at);
      }
      if (!named.has(alert.name.toLowerCase())) named.set(alert.name.toLowerCase(), at);
      if (!burning && burns(alert)) burning = at;
    }
  return { named, any, ...(burning && { burning }) };
}

function burns(alert: AlertFacts): boolean {
  const name = alert.name.replace(/([a-z])([A-Z])/g, '$1 $2');
  if (BURN_RATE.test(name)) return true;
  const labels = Object.keys(alert.labels);
  if (labels.includes('long') && labels.includes('short')) return true;
  return (
    Object.values(alert.annotations).some((text) => BURN_RATE.test(text)) ||
    (alert.expression?.metrics.some((metric) => BURN_RATE.test(metric.replaceAll(':', ' '))) ?? false)
  );
}
