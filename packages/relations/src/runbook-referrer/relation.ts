import type { Link, Place, RelationContext, RelationModule } from '@shipworthy/model';
import { artifactsOf, placeOf } from '@shipworthy/model';
import { folderOf } from '../addresses/repository-path.ts';
import { runbookLinks } from '../alert-runbook/relation.ts';
import { followLink } from '../pages/resolve-target.ts';
import { siteOf } from '../pages/sites.ts';

/** Pages that a folder is opened with: whoever finds the folder finds them. */
const ENTRANCE = /(?:^|\/)(?:readme|_?index)\.[a-z.]+$/i;

interface Referrers {
  /** By the path of the page that is referred to; the first referrer. */
  readonly pages: ReadonlyMap<string, Link>;
  /** Folders that some page links to. */
  readonly folders: ReadonlyMap<string, Link>;
}

/** Who leads to a runbook: an alert (by link, or by its name), another page, or a link to the runbook's folder. */
export const runbookReferrer: RelationModule<'runbook -> referrer'> = {
  name: 'runbook -> referrer',
  build(context) {
    const site = siteOf(context);
    const { pages, folders } = referrers(context);
    return ({ path }) => {
      const direct = pages.get(path);
      if (direct) return direct;
      if (ENTRANCE.test(path)) return { state: 'resolved', to: { path }, how: 'page of its folder' };
      for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
        const found = folders.get(folder);
        if (found) return found;
      }
      const publisher = site(path);
      if (publisher) return { state: 'unknown', why: `the navigation of ${publisher.generator} may lead to it` };
      return { state: 'missing' };
    };
  },
};

function referrers(context: RelationContext): Referrers {
  const pages = new Map<string, Link>();
  const folders = new Map<string, Link>();
  const note = (to: string, from: Place, how: string) => {
    const index = context.tree.hasFolder(to) ? folders : pages;
    if (!index.has(to)) index.set(to, { state: 'resolved', to: from, how });
  };
  const followRunbook = runbookLinks(context);
  for (const { path, facts } of artifactsOf(context.own, 'alert-rules'))
    for (const alert of facts.alerts) {
      const link = followRunbook(alert, path, (field) => placeOf(path, alert.spans, ['annotations', field]));
      const target = link.state === 'resolved' ? link.to : link.state === 'dangling' ? link.target : undefined;
      const how = link.state === 'resolved' && link.how === 'equal name' ? 'alert of equal name' : 'link of an alert';
      if (target) note(target.path, placeOf(path, alert.spans, []), how);
    }
  const follow = followLink(context);
  for (const { path, facts } of artifactsOf(context.own, 'document'))
    for (const { target, at, form } of facts.links) {
      const from = { path, span: at };
      const link = follow({ target, at: from, form });
      const to = link?.state === 'resolved' ? link.to : link?.state === 'dangling' ? link.target : undefined;
      if (to && to.path !== path) note(to.path, from, 'link of a page');
    }
  return { pages, folders };
}
