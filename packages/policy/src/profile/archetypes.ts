import type { Archetype, Judgement, Place } from '@shipworthy/model';
import { runsOf } from './running.ts';
import { needs, offeredLibrary, type Signs } from './signs.ts';
import { COLLECTION_WORDS, MONITORING } from './tree-words.ts';

/** A repository with at most this many source files and nothing that ships or runs it is a script (catalogue of archetypes). */
const SCRIPT_SOURCE_FILES = 10;
/** A repository whose files are mostly pages is documentation. */
const DOCUMENTATION_SHARE = 0.6;
/** ... and one whose product is mostly infrastructure code has no program of its own. */
const INFRASTRUCTURE_SHARE = 0.5;
/** Fewer files that set machines up are those of a small program. */
const MIN_SETS_UP = 5;
/** Runbooks and rules are the content from this share of the files on. */
const COLLECTION_SHARE = 0.3;
/** Charts are the content where the folder that holds them holds so much of the product. */
const CHARTS_SHARE = 0.7;
/** Steps that try out another program are the content from this share of the product on. */
const TRIALS_SHARE = 0.5;
/** Infrastructure code of which less sets machines up describes something else: an interface in YAML. */
const SETS_UP_SHARE = 0.15;
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

/**
 * What the signs add up to. Every archetype rests on two signs or one that cannot be misread; when in doubt the one
 * that asks less is chosen, since a wrong archetype costs its users more than a question not asked.
 */
export function archetypesOf(signs: Signs, kept: Kept): Judgement<Archetype>[] {
  if (signs.files === 0) return [];
  const content =
    release(signs) ??
    template(signs) ??
    site(signs) ??
    module(signs) ??
    collection(signs, kept) ??
    charts(signs) ??
    infrastructure(signs) ??
    trials(signs) ??
    pages(signs);
  if (content) return [content];
  const flows = pipeline(signs);
  // What is packed where nothing answers requests is what runs the pipeline.
  const runs = runsOf(signs).filter(({ name }) => flows.length === 0 || name !== 'service' || answers(signs));
  const found = [...app(signs), ...flows, ...runs];
  // What an app of the whole repository keeps in packages of its own is a part of it.
  if (appOfRoot(signs) && offeredLibrary(signs.manifests)?.path.includes('/')) return found;
  if (!runs.some(({ name }) => name === 'service' || name === 'web-app'))
    found.push(...offered(signs, runs.length > 0));
  return found.length > 0 ? found : [plain(signs)];
}

const answers = ({ manifests, of }: Signs): boolean => needs(manifests, 'server') !== undefined || of.has('routes');

const appOfRoot = ({ manifests }: Signs): ReturnType<typeof needs> =>
  needs(
    manifests.filter(({ path }) => !path.includes('/')),
    'mobile',
  );

function app(signs: Signs): Judgement<Archetype>[] {
  const needed = appOfRoot(signs) ?? needs(signs.manifests, 'mobile');
  if (needed) return [{ name: 'mobile', because: `${needed.at.path} needs ${needed.name}`, at: needed.at }];
  const [first, ...more] = signs.of.get('mobile') ?? [];
  if (!first || more.length === 0) return [];
  return [{ name: 'mobile', because: [first, ...more].map((sign) => sign.because).join(', '), ...placed(first.at) }];
}

function pipeline(signs: Signs): Judgement<Archetype>[] {
  const needed = needs(signs.manifests, 'pipeline');
  if (needed) return [{ name: 'data-pipeline', because: `${needed.at.path} needs ${needed.name}`, at: needed.at }];
  const [project] = signs.of.get('dbt') ?? [];
  const models = signs.of.get('dbt-models')?.[0];
  const [sign] = [...(signs.of.get('data-pipeline') ?? []), ...(project && models ? [project] : [])];
  return sign ? [{ ...sign, name: 'data-pipeline' }] : [];
}

/** What others import or install. The command of a program that runs is part of the program. */
function offered(signs: Signs, runs: boolean): Judgement<Archetype>[] {
  const found: Judgement<Archetype>[] = [];
  const library = offeredLibrary(signs.manifests);
  const command = signs.manifests.find(({ facts }) => facts.command && !facts.private);
  const [action] = signs.of.get('action') ?? [];
  // A project of dbt without models is a package that other projects take macros from.
  const macros = signs.of.has('dbt') && !signs.of.has('dbt-models') ? signs.of.get('dbt-macros')?.[0] : undefined;
  const [main] = signs.of.get('go-command') ?? [];
  if (library)
    found.push({
      name: 'library',
      because: `${library.path} offers an entry point to others`,
      at: { path: library.path },
    });
  else if (action) found.push({ ...action, name: 'library' });
  else if (macros) found.push({ ...macros, name: 'library' });
  if (command)
    found.push({ name: 'command', because: `${command.path} installs a command`, at: { path: command.path } });
  else if (main && !runs) found.push({ ...main, name: 'command' });
  return found;
}

/** Nothing runs it, nobody imports it. */
function plain(signs: Signs): Judgement<Archetype> {
  if (signs.pages / signs.files > DOCUMENTATION_SHARE && !signs.of.has('packed'))
    return { name: 'documentation', because: 'most of its files are pages' };
  const [packed] = signs.of.get('packed') ?? [];
  if (signs.setsUp > 0 && signs.infrastructure > signs.sources && setsMachinesUp(signs))
    return {
      name: 'infrastructure',
      because: packed?.because ?? `${signs.infrastructure} files are infrastructure code`,
      ...placed(packed?.at),
    };
  const [generator] = signs.of.get('page-generator') ?? [];
  if (generator && signs.pages >= signs.sources && !signs.of.has('packed'))
    return { ...generator, name: 'documentation' };
  const [command] = signs.of.get('bare-command') ?? [];
  if (signs.sources === 0 && command) return { ...command, name: 'command' };
  if (signs.sources === 0) return { name: 'documentation', because: 'there is no program in it' };
  const module = signs.manifests.find(({ facts }) => facts.ecosystem === 'go');
  if (module && signs.sources > SCRIPT_SOURCE_FILES)
    return { name: 'library', because: `${module.path} is a module without a command`, at: { path: module.path } };
  const crate = signs.manifests.find(({ facts }) => facts.ecosystem === 'cargo' && facts.name !== undefined);
  const [entry] = signs.of.get('crate-library') ?? [];
  if (crate && entry && !crate.facts.private && !signs.of.has('crate-command')) return { ...entry, name: 'library' };
  const [files, them] = signs.sources === 1 ? ['1 source file', 'it'] : [`${signs.sources} source files`, 'them'];
  return {
    name: 'script',
    because: `${files}, nothing that packages, releases or deploys ${them}`,
    ...placed(signs.sample === undefined ? undefined : { path: signs.sample }),
  };
}

const placed = (at: Place | undefined): { at?: Place } => (at === undefined ? {} : { at });

const setsMachinesUp = ({ setsUp, infrastructure }: Signs): boolean => setsUp / infrastructure >= SETS_UP_SHARE;

/** A release of BOSH is packages and jobs for the machines of others. */
function release(signs: Signs): Judgement<Archetype> | undefined {
  const [release] = signs.of.get('bosh-release') ?? [];
  return release && signs.atRoot.has('jobs') ? { ...release, name: 'shipped-component' } : undefined;
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

/** Charts that others install; those with values for environments of their own are infrastructure. */
function charts(signs: Signs): Judgement<Archetype> | undefined {
  if (signs.of.has('environment') || signs.of.has('platform') || signs.packedIn.size > 0) return undefined;
  for (const [folder, { files, charts }] of signs.atRoot)
    if (charts > 0 && files / signs.product > CHARTS_SHARE && signs.sources / signs.product <= PROGRAM_SHARE) {
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

/** Runbooks or alerts are the content, not the by-product: the package, a mixin's entry or their share says so. */
function collection(signs: Signs, { operational }: Kept): Judgement<Archetype> | undefined {
  const mixin = signs.of.get('mixin')?.find(({ at }) => at?.path === 'mixin.libsonnet');
  if (mixin) return { ...mixin, name: 'collection' };
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
