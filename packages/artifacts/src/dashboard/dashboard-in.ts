import type { DashboardFacts } from '@shipworthy/model';
import { grafanaFacts, isGrafana } from './grafana.ts';
import { isObject, type Located, textOf } from './located.ts';
import { otherDashboard } from './other-dialects.ts';

export interface FoundDashboard {
  readonly facts: DashboardFacts;
  readonly title?: string;
  readonly why: string;
}

/** The dashboard that a value is, or holds as the API of Grafana hands one out (`{ "dashboard": … }`). */
export function dashboardIn(
  source: Located,
  carrier: DashboardFacts['carrier'],
  filled?: ReadonlySet<string>,
): FoundDashboard | undefined {
  const { value } = source;
  for (const base of [[], ['dashboard'], ['spec']]) {
    const holder = base[0] === undefined ? value : value[base[0]];
    if (!isObject(holder) || !isGrafana(holder)) continue;
    // An object of Kubernetes may hold anything below `spec`.
    if (base[0] === 'spec' && !/^dashboard\.grafana\.app\//.test(textOf(value.apiVersion) ?? '')) continue;
    const title = textOf(holder.title);
    const facts = grafanaFacts(holder, base, source, base[0] === 'spec' ? 'object' : carrier, filled);
    return {
      facts: withObjectName(facts, value, base[0] === 'spec'),
      ...(title !== undefined && { title }),
      why: 'panels, and what only dashboards of Grafana have',
    };
  }
  const other = otherDashboard(value, carrier);
  return other && { ...other, why: `the shape of a dashboard (${other.facts.dialect})` };
}

/** An object of Kubernetes is known by its own name. */
function withObjectName(facts: DashboardFacts, value: Located['value'], isHeld: boolean): DashboardFacts {
  const name = isHeld && isObject(value.metadata) ? textOf(value.metadata.name) : undefined;
  return name === undefined || facts.uid !== undefined ? facts : { ...facts, uid: name };
}
