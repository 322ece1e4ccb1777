import {
  type AlertFacts,
  artifactsOf,
  type ChangeObligations,
  type Link,
  type Place,
  type RelationContext,
} from '@shipworthy/model';
import { runbookLinks } from '../alert-runbook/relation.ts';

/** Alerts of the head that the base had nowhere by that group and name; of lists read line by line none is told. */
export function addedAlerts(context: RelationContext): ChangeObligations['alerts'] {
  const { own, before } = context;
  if (!before) return [];
  const known = new Set(artifactsOf(before.own, 'alert-rules').flatMap(({ facts }) => facts.alerts.map(nameOf)));
  const follow = runbookLinks(context);
  return artifactsOf(own, 'alert-rules').flatMap(({ path, level, facts }) =>
    level === 'scraped'
      ? []
      : facts.alerts.flatMap((alert) => {
          const span = alert.spans.name ?? alert.spans[''];
          if (known.has(nameOf(alert))) return [];
          const runbook = namedPage(
            follow(alert, path, (field) => ({ path, span: alert.spans[`annotations.${field}`] ?? span ?? [0, 0] })),
          );
          return { name: alert.name, at: { path, ...(span ? { span } : {}) }, ...(runbook ? { runbook } : {}) };
        }),
  );
}

/** A page of the repository, or else the link that names one elsewhere. What a template fills in is not known. */
function namedPage(link: Link): Place | undefined {
  if (link.state === 'resolved') return link.to;
  return link.state === 'unknown' ? link.at : undefined;
}

const nameOf = ({ group, name }: AlertFacts): string => `${group}\0${name}`;
