import type { SubjectMap } from '@shipworthy/rule-kit';

type Dashboard = SubjectMap['dashboard']['artifact'];

/** The folder Grafana reads at its start. */
const PROVISIONING = /(?:^|\/)provisioning\//;

/** Is it loaded without anybody asking it for data sources? An operator's object says itself what fills them. */
export function isProvisioned({ path, facts }: Dashboard): boolean {
  return (
    facts.carrier === 'config-map' ||
    facts.carrier === 'values' ||
    (facts.carrier === 'file' && PROVISIONING.test(path))
  );
}

/** The dashboards that one Grafana is sure to load together with this one: those of the same folder and carrier. */
export function sameHome(dashboard: Dashboard, all: readonly Dashboard[]): readonly Dashboard[] {
  const home = homeOf(dashboard);
  return all.filter(
    (one) => one !== dashboard && one.facts.dialect === dashboard.facts.dialect && homeOf(one) === home,
  );
}

const programFolders = new WeakMap<readonly Dashboard[], ReadonlySet<string>>();

/** Jsonnet beside it makes dashboards: it takes such files in and adds the variables and the uid, or its upload does. */
export function isBesideProgram({ path, facts }: Dashboard, all: readonly Dashboard[]): boolean {
  if (facts.carrier !== 'file') return false;
  const folders =
    programFolders.get(all) ??
    new Set(all.filter((one) => one.facts.dialect === 'jsonnet').map((one) => folderOf(one.path)));
  programFolders.set(all, folders);
  return folders.has(folderOf(path));
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Files of other folders, and other objects, may be for another Grafana. */
const homeOf = ({ path, facts }: Dashboard): string =>
  facts.carrier === 'file' ? `file ${folderOf(path)}` : `${facts.carrier} ${path}`;
