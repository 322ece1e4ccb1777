import type { AlertFacts, Artifact, Link, Place, RelationContext, RelationModule } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { withStaticLabels } from '../alert-runbook/template-values.ts';
import { dashboardsByUid, placeOfDashboard, uidsIn } from '../dashboards/dashboards-by-uid.ts';
import { edgeOfLink } from '../graph/edge-of-link.ts';

/** Annotations whose value is a dashboard, however it is spelled. */
const NAMES_DASHBOARD = /dashboard|grafana/i;
/** Grafana's own annotation, the value of which is the bare id. */
const UID_FIELD = '__dashboarduid__';
const PLACEHOLDER = /^(?:todo|tbd|tba|fixme|xxx+|n\/?a|none|-+)\W*$/i;
/** The folder that Grafana reads alerts and dashboards from at its start. */
const PROVISIONING = /^(.*?(?:^|\/)provisioning)\//;

/** Which dashboard an alert shows: by Grafana's own fields, or by an address in its annotations. */
export const alertDashboard: RelationModule<'alert -> dashboard'> = {
  name: 'alert -> dashboard',
  graph: { from: 'alert', edges: (link) => edgeOfLink(link) },
  build(context) {
    const follow = dashboardLinks(context);
    return (alert) => follow(alert, alert.artifact, (...field) => alert.at(...field));
  },
};

export type FollowDashboard = (
  alert: AlertFacts,
  artifact: Artifact<'alert-rules'>,
  at: (...field: string[]) => Place,
) => Link;

/** Follows the dashboard of an alert. */
export function dashboardLinks(context: RelationContext): FollowDashboard {
  const dashboards = dashboardsByUid(context);
  const provisioned = provisionedFolders(context);
  return (alert, artifact, at) => {
    let open: Link = { state: 'missing' };
    for (const { uid, field, bare } of namedBy(alert)) {
      const place = at(...field);
      const found = uid === undefined ? undefined : dashboards.get(uid);
      if (found) return { state: 'resolved', to: placeOfDashboard(found), how: bare ? 'declared id' : 'address' };
      // An address in prose, or of a document that only looks like one, leads to no dashboard.
      if (open.state !== 'missing' || (!bare && !NAMES_DASHBOARD.test(field[1] ?? ''))) continue;
      const folder = PROVISIONING.exec(artifact.path)?.[1];
      open =
        bare && uid !== undefined && folder !== undefined && provisioned.has(folder)
          ? { state: 'dangling', at: place, wanted: uid, lacks: 'file' }
          : {
              state: 'unknown',
              why: 'no dashboard of this repository has the id; it may be kept elsewhere',
              at: place,
            };
    }
    return open;
  };
}

interface Named {
  readonly uid: string | undefined;
  readonly field: readonly string[];
  readonly bare: boolean;
}

function namedBy(alert: AlertFacts): Named[] {
  const named: Named[] = [];
  const known = (text: string) => (/[{}$[\]]/.test(text) ? undefined : text);
  if (alert.dashboardUid) named.push({ uid: known(alert.dashboardUid), field: ['dashboardUid'], bare: true });
  for (const [key, written] of Object.entries(alert.annotations)) {
    const value = withStaticLabels(written, alert).trim();
    if (value === '' || PLACEHOLDER.test(value)) continue;
    const field = ['annotations', key];
    if (key.toLowerCase() === UID_FIELD) {
      named.push({ uid: known(value), field, bare: true });
      continue;
    }
    const uids = uidsIn(value);
    for (const uid of uids) named.push({ uid, field, bare: false });
    if (uids.length === 0 && NAMES_DASHBOARD.test(key) && /^https?:|\//.test(value))
      named.push({ uid: undefined, field, bare: false });
  }
  return named;
}

/** Folders of provisioning whose dashboards, ids included, are all seen: what is not among them is not there. */
function provisionedFolders(context: RelationContext): ReadonlySet<string> {
  const folders = new Set<string>();
  const open = new Set<string>();
  for (const { path, facts, level } of artifactsOf(context.inventory, 'dashboard')) {
    const folder = PROVISIONING.exec(path)?.[1];
    if (folder === undefined) continue;
    folders.add(folder);
    // One without an id may be the one that is meant: Grafana gave it the id on the running instance.
    if (facts.uid === undefined || level !== 'parsed') open.add(folder);
  }
  for (const folder of open) folders.delete(folder);
  return folders;
}
