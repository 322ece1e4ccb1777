import type { Place, RelationContext } from '@shipworthy/model';
import { artifactsOf } from '@shipworthy/model';
import { baseNameOf, folderOf } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/** Where what to do for one failure is written. */
export interface EntryPlace {
  readonly name: string;
  readonly to: Place;
}

/** The runbooks of a repository, for look-up by name and by published address. */
export interface RunbookEntries {
  /** The entry that is named as the alert is; `undefined` when none or several are. */
  named(alert: string): EntryPlace | undefined;
  /** The page that a published address like `…/runbooks/<group>/<alert>` comes from. */
  published(url: string): EntryPlace | undefined;
}

export const runbookEntries: (context: RelationContext) => RunbookEntries = oncePerContext((context) => {
  const byName = new Map<string, EntryPlace | undefined>();
  const byTail = new Map<string, EntryPlace | undefined>();
  const add = (index: Map<string, EntryPlace | undefined>, key: string, place: EntryPlace) => {
    const known = index.get(key);
    if (!index.has(key) || known?.to.path === place.to.path) index.set(key, known ?? place);
    else index.set(key, undefined);
  };
  for (const { path, facts } of artifactsOf(context.own, 'runbook')) {
    add(byTail, tailOf(path), { name: baseNameOf(path), to: { path } });
    for (const entry of facts.entries) {
      const to: Place = entry.slug === '' ? { path } : { path, span: entry.span };
      for (const spelling of new Set([entry.name, ...entry.aliases].map(normalised)))
        if (spelling !== '') add(byName, spelling, { name: entry.name, to });
    }
  }
  return {
    named: (alert) => byName.get(normalised(alert)),
    published(url) {
      const path = /^https?:\/\/[^/?#]+\/([^?#]*)/i.exec(url)?.[1];
      return path === undefined ? undefined : byTail.get(tailOf(path.replace(/\/$/, '')));
    },
  };
});

/** Letters and digits only, so that `Queue depth high` is `QueueDepthHigh`. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const PAGE_EXTENSION = /^\.(?:html|mdx?|markdown|adoc|rst|erb)$/i;

/** Folder and name without extensions, lower case: what a published address ends with. */
function tailOf(path: string): string {
  let name = baseNameOf(path);
  for (let dot = name.lastIndexOf('.'); PAGE_EXTENSION.test(name.slice(dot)); dot = name.lastIndexOf('.'))
    name = name.slice(0, dot);
  return /^(?:_?index|readme)$/i.test(name)
    ? `${baseNameOf(folderOf(folderOf(path)))}/${baseNameOf(folderOf(path))}`.toLowerCase()
    : `${baseNameOf(folderOf(path))}/${name}`.toLowerCase();
}
