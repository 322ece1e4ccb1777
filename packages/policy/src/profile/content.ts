import type { Archetype, Judgement } from '@shipworthy/model';
import { setsMachinesUp } from './plain.ts';
import { needs, type Signs } from './signs.ts';
import { COLLECTION_WORDS, MIXIN_WORDS, MONITORING } from './tree-words.ts';

/** A repository whose product is mostly infrastructure code has no program of its own. */
const INFRASTRUCTURE_SHARE = 0.5;
/** Fewer files that set machines up are those of a small program. */
const MIN_SETS_UP = 5;
/** Runbooks and rules are the content from this share of the files on. */
const COLLECTION_SHARE = 0.3;
/** Charts are the content where the folder that holds them holds so much of the product. */
const CHARTS_SHARE = 0.7;
/** Steps that try out another program are the content from this share of the product on. */
const TRIALS_SHARE = 0.5;
/** A share of source files above which a program is the product. */
const PROGRAM_SHARE = 0.2;

/** Fewer source files than this share help with something else, where pages have the other. */
const HELPER_SHARE = 0.05;
const PAGES_SHARE = 0.25;
/** So many folders of programs for monitoring are a stack of them. */
const STACK = 2;

export interface Kept {
  /** Runbooks, rule files and dashboards of the repository's own. */
  readonly operational: number;
}

/** What is kept here for its own sake, whatever programs help to keep it; empty when a program is the product. */
export function contentOf(signs: Signs, kept: Kept): readonly Judgement<Archetype>[] {
  const taken = bundle(signs);
  if (taken) return taken;
  const content =
    release(signs) ??
    plugIn(signs) ??
    template(signs) ??
    site(signs) ??
    module(signs) ??
    role(signs) ??
    collection(signs, kept) ??
    charts(signs) ??
    infrastructure(signs) ??
    trials(signs) ??
    pages(signs);
  return content ? [content] : [];
}

/** A release of BOSH is packages and jobs for the machines of others. */
function release(signs: Signs): Judgement<Archetype> | undefined {
  const [release] = signs.of.get('bosh-release') ?? [];
  return release && signs.atRoot.has('jobs') ? { ...release, name: 'shipped-component' } : undefined;
}

/** A program that others install into one of theirs runs where they run it. */
function plugIn(signs: Signs): Judgement<Archetype> | undefined {
  const [plugIn] = signs.of.get('plug-in') ?? [];
  return plugIn && { ...plugIn, name: 'shipped-component' };
}

/** What others begin with, whatever the programs in it would be. */
function template(signs: Signs): Judgement<Archetype> | undefined {
  const [template] = signs.of.get('template') ?? [];
  return template && { ...template, name: 'library' };
}

/** Pages that the forge serves under a domain of their own: the scripts beside them keep them. */
function site(signs: Signs): Judgement<Archetype> | undefined {
  const [settings] = signs.of.get('jekyll-settings') ?? [];
  if (!settings || !signs.of.has('jekyll-layouts') || !signs.of.has('own-domain')) return undefined;
  const runs = signs.of.has('platform') || signs.of.has('environment') || needs(signs.manifests, 'server');
  const offers = signs.manifests.some(
    ({ path, facts: { library, private: kept } }) => !path.includes('/') && library && !kept,
  );
  return runs || offers ? undefined : { ...settings, name: 'documentation' };
}

/** A module of Terraform that others call: with inputs, outputs and examples, and no environment of its own. */
function module(signs: Signs): Judgement<Archetype> | undefined {
  const [inputs] = signs.of.get('module-inputs') ?? [];
  if (!inputs || !signs.of.has('module-outputs') || !signs.hasExamples) return undefined;
  if (signs.of.has('environment') || signs.of.has('platform') || signs.sources / signs.product > PROGRAM_SHARE)
    return undefined;
  return { ...inputs, name: 'library' };
}

/** What sets up machines of others, when they say so: roles of Ansible, modules of Puppet. */
function role({ of, atRoot }: Signs): Judgement<Archetype> | undefined {
  const [collection] = of.get('role-collection') ?? [];
  const [role] = atRoot.has('tasks') || atRoot.has('handlers') ? (of.get('role') ?? []) : [];
  const [puppet] = of.has('puppet') ? (of.get('puppet-metadata') ?? []) : [];
  const found = collection ?? role ?? puppet;
  return found && { ...found, name: 'library' };
}

/** Pages and their data are the content, and a command only helps to keep them. */
function pages(signs: Signs): Judgement<Archetype> | undefined {
  const isHelper = signs.sources / signs.files < HELPER_SHARE && signs.pages / signs.files > PAGES_SHARE;
  if (!isHelper || !signs.of.has('go-command') || signs.of.has('packed') || signs.of.has('released')) return undefined;
  return { name: 'documentation', because: 'nearly all of its files are pages and what belongs to them' };
}

/** Configuration of machines is the content: no program of its own, or next to none. */
function infrastructure(signs: Signs): Judgement<Archetype> | undefined {
  if (signs.setsUp < MIN_SETS_UP || signs.infrastructure / signs.product <= INFRASTRUCTURE_SHARE) return undefined;
  if (!setsMachinesUp(signs)) return undefined;
  if (signs.sources / signs.product > PROGRAM_SHARE || needs(signs.manifests, 'server')) return undefined;
  return {
    name: 'infrastructure',
    because: `${signs.infrastructure} of its ${signs.product} files are infrastructure code`,
  };
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Charts that others install; those with values for environments of their own are infrastructure. */
function charts(signs: Signs): Judgement<Archetype> | undefined {
  const { of, packedIn, sources, product } = signs;
  if (of.has('environment') || of.has('platform') || packedIn.has('') || sources / product > PROGRAM_SHARE)
    return undefined;
  const [itself] = of.get('chart') ?? [];
  if (itself) return { ...itself, name: 'collection' };
  const kept = [...signs.atRoot].reduce((sum, [folder, { files }]) => sum + (folder === '.github' ? 0 : files), 0);
  // An image beside the charts is one of the tools that keep them.
  for (const [folder, { files, charts }] of signs.atRoot)
    if (charts > 0 && files / kept > CHARTS_SHARE && ![...packedIn].some((packed) => isWithin(packed, folder))) {
      const what = charts === 1 ? 'a chart' : `${charts} charts`;
      return { name: 'collection', because: `${folder}/ holds ${what} for others to install` };
    }
  return undefined;
}

/** Steps by which something else is tried out, and nothing that answers requests. */
function trials(signs: Signs): Judgement<Archetype> | undefined {
  const [trial] = signs.of.get('trial') ?? [];
  const steps = signs.atRoot.get('features')?.files ?? 0;
  if (!trial || steps / signs.product < TRIALS_SHARE || needs(signs.manifests, 'server')) return undefined;
  return { ...trial, name: 'script' };
}

/** Nothing here is packed, deployed or set up for an environment, and next to nothing of it is a program. */
const isForOthers = ({ of, packedIn, sources, originals }: Signs): boolean =>
  !of.has('platform') && !of.has('environment') && !packedIn.has('') && sources / originals <= PROGRAM_SHARE;

/** Rules, dashboards and manifests in jsonnet that others import as well as take. */
function bundle(signs: Signs): Judgement<Archetype>[] | undefined {
  const [found] = signs.of.get('bundle') ?? [];
  const isNamed = signs.manifests.some(({ facts }) => MIXIN_WORDS.test(facts.name ?? ''));
  return found && signs.hasExamples && (isNamed || isForOthers(signs))
    ? [
        { ...found, name: 'collection' },
        { ...found, name: 'library' },
      ]
    : undefined;
}

/** Runbooks or alerts are the content, not the by-product: the package, a mixin's entry or their share says so. */
function collection(signs: Signs, { operational }: Kept): Judgement<Archetype> | undefined {
  const mixin = signs.of.get('mixin')?.find(({ at }) => at?.path === 'mixin.libsonnet');
  if (mixin) return { ...mixin, name: 'collection' };
  const [scaffold] = signs.of.get('scaffold') ?? [];
  if (scaffold && isForOthers(signs)) return { ...scaffold, name: 'collection' };
  const stack = MONITORING.filter((folder) => signs.atRoot.has(folder));
  const isDeployed = ['packed', 'platform', 'environment'] as const;
  if (operational > 0 && stack.length >= STACK && signs.isDocumented && !isDeployed.some((sign) => signs.of.has(sign)))
    return { name: 'collection', because: `${stack.join('/, ')}/ are a documented stack for others to install` };
  if (operational === 0 || signs.sources / signs.originals > PROGRAM_SHARE) return undefined;
  const named = signs.manifests.find(
    ({ path, facts }) => !path.includes('/') && COLLECTION_WORDS.test(facts.name ?? ''),
  );
  if (named)
    return { name: 'collection', because: `${named.path} names it ${named.facts.name}`, at: { path: named.path } };
  // What packs a program, packs it: the runbooks are then its own.
  return operational / signs.originals > COLLECTION_SHARE && !signs.packedIn.has('')
    ? { name: 'collection', because: 'most of its content is runbooks, alerts or dashboards kept for others' }
    : undefined;
}
