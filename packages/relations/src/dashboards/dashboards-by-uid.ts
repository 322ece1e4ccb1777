import { type Artifact, artifactsOf, type Place, type RelationContext } from '@shipworthy/model';
import { oncePerContext } from '../once-per-context.ts';

export type DashboardArtifact = Artifact<'dashboard'>;

export const placeOfDashboard = ({ path, at }: DashboardArtifact): Place => (at ? { path, span: at } : { path });

/** The dashboards of a repository by the id that links carry; of equal ids the first, one of its own before others. */
export const dashboardsByUid: (context: RelationContext) => ReadonlyMap<string, DashboardArtifact> = oncePerContext(
  (context) => {
    const found = new Map<string, DashboardArtifact>();
    for (const inventory of [context.own, context.inventory])
      for (const dashboard of artifactsOf(inventory, 'dashboard')) {
        const { uid } = dashboard.facts;
        if (uid !== undefined && !found.has(uid)) found.set(uid, dashboard);
      }
    return found;
  },
);

/** `https://grafana.acme.dev/d/abc123/orders`, `d/abc123?orgId=1`, `/d-solo/abc123`: the id in each. */
const ADDRESS = /(?:^|[^\w-])(?:d|d-solo)\/([\w-]{1,60})(?=[/?#&\s)"'>]|$)/g;

/** The ids of dashboards that the addresses in a text carry. */
export function uidsIn(text: string): string[] {
  return text.includes('d/') || text.includes('d-solo/') ? [...text.matchAll(ADDRESS)].map(([, uid = '']) => uid) : [];
}
