import { type AlertFacts, artifactsOf, type ChangeObligations, type RelationContext } from '@shipworthy/model';

/** Alerts of the head that the base had nowhere by that group and name; of lists read line by line none is told. */
export function addedAlerts({ own, before }: RelationContext): ChangeObligations['alerts'] {
  if (!before) return [];
  const known = new Set(artifactsOf(before.own, 'alert-rules').flatMap(({ facts }) => facts.alerts.map(nameOf)));
  return artifactsOf(own, 'alert-rules').flatMap(({ path, level, facts }) =>
    level === 'scraped'
      ? []
      : facts.alerts.flatMap((alert) => {
          const span = alert.spans.name ?? alert.spans[''];
          return known.has(nameOf(alert)) ? [] : { name: alert.name, at: { path, ...(span ? { span } : {}) } };
        }),
  );
}

const nameOf = ({ group, name }: AlertFacts): string => `${group}\0${name}`;
