import {
  artifactsOf,
  type Link,
  type Place,
  placeOf,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { dashboardLinks } from '../alert-dashboard/relation.ts';
import { uidsIn } from '../dashboards/dashboards-by-uid.ts';
import { followLink } from '../pages/resolve-target.ts';

/**
 * Who leads to a dashboard: an alert, a page that links its address, its file or a folder it lies in, or a page that
 * names its file.
 */
export const dashboardReferrer: RelationModule<'dashboard -> referrer'> = {
  name: 'dashboard -> referrer',
  build(context) {
    const { paths, uids, folders, names } = referrers(context);
    return ({ path, facts, artifact }) => {
      const direct =
        (facts.uid === undefined ? undefined : uids.get(facts.uid)) ?? paths.get(placeKey(path, artifact.at));
      if (direct) return direct;
      const byPath = paths.get(path) ?? names.get(path.slice(path.lastIndexOf('/') + 1));
      if (byPath) return byPath;
      for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
        const found = folders.get(folder);
        if (found) return found;
      }
      return facts.uid === undefined && artifact.level !== 'parsed'
        ? { state: 'unknown', why: 'its address shows when the template is rendered', at: { path } }
        : { state: 'missing' };
    };
  },
};

interface Referrers {
  readonly paths: ReadonlyMap<string, Link>;
  readonly uids: ReadonlyMap<string, Link>;
  readonly folders: ReadonlyMap<string, Link>;
  /** Base names of files that pages name in code. */
  readonly names: ReadonlyMap<string, Link>;
}

const placeKey = (path: string, span: Place['span']): string => (span ? `${path}@${span[0]}` : path);

function referrers(context: RelationContext): Referrers {
  const paths = new Map<string, Link>();
  const uids = new Map<string, Link>();
  const folders = new Map<string, Link>();
  const names = new Map<string, Link>();
  const note = (index: Map<string, Link>, key: string, to: Place, how: string) => {
    if (!index.has(key)) index.set(key, { state: 'resolved', to, how });
  };
  const follow = dashboardLinks(context);
  for (const artifact of artifactsOf(context.own, 'alert-rules'))
    for (const alert of artifact.facts.alerts) {
      const at = (...field: string[]) => placeOf(artifact.path, alert.spans, field);
      const link = follow(alert, artifact, at);
      if (link.state === 'resolved') note(paths, placeKey(link.to.path, link.to.span), at(), 'an alert');
    }
  const followPage = followLink(context);
  for (const { path, facts } of artifactsOf(context.own, 'document')) {
    for (const { target, at } of facts.links) {
      const from = { path, span: at };
      for (const uid of uidsIn(target)) note(uids, uid, from, 'a page');
      const link = followPage({ target, at: from });
      if (link?.state === 'resolved')
        note(context.tree.hasFolder(link.to.path) ? folders : paths, link.to.path, from, 'a page');
    }
    for (const { value, at } of facts.mentions)
      if (/\.(?:json|ya?ml|libsonnet)$/.test(value))
        note(names, value.slice(value.lastIndexOf('/') + 1), { path, span: at }, 'a page');
  }
  return { paths, uids, folders, names };
}
