import type { AlertFacts, Link, Place, RelationContext, RelationModule } from '@shipworthy/model';
import { isDefaultRef } from '../addresses/forge-url.ts';
import { folderOf, percentDecoded, resolvePath } from '../addresses/repository-path.ts';
import { edgeOfLink } from '../graph/edge-of-link.ts';
import { repositoryIdentity } from '../identity/repository-identity.ts';
import { looksLikeHost, readTarget } from '../pages/read-target.ts';
import { followLink } from '../pages/resolve-target.ts';
import { type RunbookEntries, runbookEntries } from '../runbooks/runbook-entries.ts';
import { pageOfSite } from './declared-site.ts';
import { runbookValue } from './runbook-value.ts';
import { withStaticLabels } from './template-values.ts';

/**
 * Which runbook an alert leads to. `how` tells the ways apart: `declared link`, `published page` (an address of a site
 * that is made from a runbook of this repository), and `equal name` (no link; a runbook is named as the alert is).
 */
export const alertRunbook: RelationModule<'alert -> runbook'> = {
  name: 'alert -> runbook',
  graph: { from: 'alert', edges: (link) => edgeOfLink(link) },
  build(context) {
    const follow = runbookLinks(context);
    return (alert) => follow(alert, alert.path, (field) => alert.at('annotations', field));
  },
};

/** Follows the runbook link of an alert that stands in `path`. */
export type FollowRunbook = (alert: AlertFacts, path: string, at: (annotation: string) => Place) => Link;

export function runbookLinks(context: RelationContext): FollowRunbook {
  const entries = runbookEntries(context);
  const leadTo = leads(context, entries);
  return (alert, path, placeOf) => {
    const value = runbookValue(alert, context.vocabulary);
    if (value.kind === 'none') {
      const entry = entries.named(alert.name);
      return entry ? { state: 'resolved', to: entry.to, how: 'equal name' } : { state: 'missing' };
    }
    if (value.kind === 'templated') return { state: 'unknown', why: `a template fills in ${value.field}` };
    const at = placeOf(value.field);
    if (value.kind === 'placeholder') {
      const entry = entries.named(alert.name);
      return {
        state: 'dangling',
        at,
        wanted: value.written,
        lacks: 'placeholder',
        ...(entry ? { nearest: entry.to.path } : {}),
      };
    }
    return leadTo(withStaticLabels(value.target, alert), path, at);
  };
}

type LeadTo = (target: string, path: string, at: Place) => Link;

function leads(context: RelationContext, entries: RunbookEntries): LeadTo {
  const { tree } = context;
  const follow = followLink(context);
  const identity = repositoryIdentity(context);

  const isUrl = (target: string) => /^https?:/i.test(target);
  return (target, path, at) => {
    if (target.includes('{{')) return constantPart(target, at);
    if (isUrl(target)) return url(target, at);
    return relative(target, path, at);
  };

  function url(target: string, at: Place): Link {
    const declared = pageOfSite(context.runbookSites ?? [], tree, target);
    if (declared?.found === false) {
      const note = `the declared site is made from ${declared.expected}, which is not there`;
      return { state: 'dangling', at, wanted: target, lacks: 'file', note };
    }
    if (declared) {
      const link = follow({ target: `/${declared.path}${declared.fragment}`, at });
      if (link?.state === 'dangling') return { ...link, wanted: target };
      return link?.state === 'resolved'
        ? { ...link, how: 'published page', note: `the site's page of ${declared.path}` }
        : (link ?? { state: 'unknown', why: 'it names no page', at });
    }
    const link = follow({ target, at });
    if (link) return link.state === 'resolved' ? { ...link, how: 'declared link' } : link;
    const page = readTarget(target).kind === 'elsewhere' ? entries.published(target) : undefined;
    if (page)
      return { state: 'resolved', to: page.to, how: 'published page', note: `the site's page of ${page.to.path}` };
    return { state: 'unknown', why: 'it leads to an external page', at };
  }

  /** A path is meant from the repository's root or from the file of the alert. */
  function relative(target: string, path: string, at: Place): Link {
    const [written = '', fragment = ''] = target.split('#', 2);
    const decoded = percentDecoded(written);
    const found = ['', folderOf(path)]
      .map((base) => resolvePath(base, decoded.replace(/^\//, '')))
      .find((candidate) => candidate !== undefined && (tree.hasFile(candidate) || tree.hasFolder(candidate)));
    if (found !== undefined) {
      const link = follow({ target: `/${found}${fragment === '' ? '' : `#${fragment}`}`, at });
      if (link?.state === 'dangling') return { ...link, wanted: target };
      return link?.state === 'resolved'
        ? { ...link, how: 'declared link' }
        : (link ?? { state: 'unknown', why: 'it names no page', at });
    }
    if (looksLikeHost(decoded)) return { state: 'unknown', why: 'it leads to an external page', at };
    if (!/\.(?:mdx?|markdown|adoc|asciidoc|rst|txt|html?)$/i.test(decoded))
      return { state: 'unknown', why: `${target} is no path of this repository and may be a page elsewhere`, at };
    return { state: 'dangling', at, wanted: target, lacks: 'file' };
  }

  /** What is certain of an address that a template expression completes when the alert fires. */
  function constantPart(target: string, at: Place): Link {
    const open: Link = {
      state: 'unknown',
      why: 'a template expression completes the address when the alert fires',
      at,
    };
    const constant = target.slice(0, target.indexOf('{{'));
    const wanted = readTarget(constant);
    if (wanted.kind !== 'file' || wanted.url.repository !== identity || !isDefaultRef(wanted.url.ref)) return open;
    const { path } = wanted.url;
    const inFragment = constant.includes('#');
    const certain = inFragment ? path : constant.endsWith('/') ? path : folderOf(path);
    if (certain === '' || tree.hasFolder(certain) || (inFragment && tree.hasFile(certain))) return open;
    return { state: 'dangling', at, wanted: target, lacks: 'file' };
  }
}
