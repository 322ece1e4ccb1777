import type { Archetype, Judged, Judgement, Place } from '@shipworthy/model';
import { started, webOf } from './pages.ts';
import type { Manifest, Signs } from './signs.ts';

/** What the manifests of a repository say of its parts together. */
export interface Workspace {
  /** Which other part needs a package, by the package's name and the path of its manifest. */
  neededBy(name: string, own: string): Place | undefined;
  /** npm links the packages of the repository to each other. */
  readonly linked: boolean;
}

/** Development counts: a linter's settings are shared like any other package. */
export function workspaceOf(manifests: readonly Manifest[], isPnpm: boolean): Workspace {
  const first = new Map<string, string[]>();
  for (const { path, facts } of manifests)
    for (const name of new Set([...facts.dependencies, ...(facts.development ?? [])])) {
      const list = first.get(name) ?? [];
      first.set(name, list);
      // Two are enough to find one that is not the package itself.
      if (list.length < 2) list.push(path);
    }
  return {
    linked: isPnpm || manifests.some(({ path, facts }) => path === 'package.json' && facts.workspaces !== undefined),
    neededBy: (name, own) => {
      const path = first.get(name)?.find((needing) => needing !== own);
      return path === undefined ? undefined : { path };
    },
  };
}

/** What runs, here or on a phone, is asked for in its parts, and not again in the repository that holds them. */
const RUN: ReadonlySet<Archetype> = new Set(['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure']);

/** What is left of a repository beside its parts, where that is nothing by itself: the repository is what they are. */
export function rootOf(found: Judged, whole: Judged): Judged {
  return isPlain(found) && !whole.archetypes.some(({ name }) => RUN.has(name)) ? whole : found;
}

/**
 * A part of a repository, as its place among the others shows it. Only where it shows nothing by itself: pages that a browser
 * opens are an app, and a package that others need, or that has an entry or code but no program, is there to be imported.
 */
export function partOf(signs: Signs, found: Judged, workspace: Workspace): Judged {
  // Beside what other parts take from it, a crate may hold a program to try it with.
  const isHelped = found.archetypes.every(({ name }) => name === 'command') && signs.of.has('crate-library');
  const taken = isHelped ? needed(signs, workspace) : undefined;
  if (taken) return { archetypes: [taken] };
  if (!isPlain(found)) return found;
  const shown =
    started(signs) ?? program(signs) ?? called(signs) ?? imported(signs, workspace) ?? bundled(signs) ?? offered(signs);
  return shown ? { archetypes: [shown] } : found;
}

const isPlain = ({ archetypes }: Judged): boolean =>
  archetypes.every(({ name }) => name === 'script' || name === 'documentation');

function program({ manifests, of }: Signs): Judgement<Archetype> | undefined {
  const [main] = of.get('go-command') ?? [];
  return main && manifests.some(({ facts }) => facts.ecosystem === 'go') ? { ...main, name: 'command' } : undefined;
}

/** Folders of functions that a cloud calls. */
const FUNCTIONS = /(?:^|\/)lambdas?(?:[-_](?:code|src|functions?))?(?:\/|$)|(?:^|\/)(?:cloud[-_]?)?functions\/[^/]+$/i;

function called({ folder, sources, sample }: Signs): Judgement<Archetype> | undefined {
  if (sources === 0 || !FUNCTIONS.test(folder)) return undefined;
  const at = sample === undefined ? {} : { at: { path: sample } };
  return { name: 'service', because: `${folder} lies among functions that a cloud calls`, ...at };
}

function needed({ manifests }: Pick<Signs, 'manifests'>, workspace: Workspace): Judgement<Archetype> | undefined {
  for (const { path, facts } of manifests) {
    const by = facts.name === undefined ? undefined : workspace.neededBy(facts.name, path);
    if (by) return { name: 'library', because: `${by.path} needs it`, at: by };
  }
  return undefined;
}

/** Folders that are named after what others share. */
const SHARED = /(?:^|\/)(?:shared|common|libs?|utils?)$/i;

function imported({ folder, manifests, of, sources }: Signs, workspace: Workspace): Judgement<Archetype> | undefined {
  const [parts] = of.get('parts') ?? [];
  if (parts) return { ...parts, name: 'library' };
  const taken = needed({ manifests }, workspace);
  if (taken) return taken;
  const [entry] = of.get('entry') ?? [];
  for (const { path, facts } of manifests) {
    if (facts.library) return { name: 'library', because: `${path} offers an entry point`, at: { path } };
    if (facts.ecosystem === 'npm' && entry && workspace.linked) return { ...entry, name: 'library' };
    if (SHARED.test(folder))
      return { name: 'library', because: `${folder} is named as what others share`, at: { path } };
    if (facts.ecosystem === 'go' && sources > 0)
      return { name: 'library', because: `${path} is a module without a command`, at: { path } };
  }
  const [crate] = of.get('crate-library') ?? [];
  return crate && { ...crate, name: 'library' };
}

/** Pages that have no framework, or that a server elsewhere puts into its own. */
function bundled({ manifests, of, sources }: Signs): Judgement<Archetype> | undefined {
  const [page] = of.get('start-page') ?? [];
  if (page && manifests.some(({ facts }) => facts.ecosystem === 'npm')) return { ...page, name: 'web-app' };
  const web = sources > 0 ? webOf(manifests) : undefined;
  return web && { name: 'web-app', because: `${web.at.path} needs ${web.name}, and nothing imports it`, at: web.at };
}

/** A name within a scope, a version and leave to publish it: a package that others may ask for. */
function offered({ manifests, sources }: Signs): Judgement<Archetype> | undefined {
  const found = manifests.find(
    ({ facts: { ecosystem, name, version, private: kept } }) =>
      sources > 0 && ecosystem === 'npm' && name?.startsWith('@') && version !== undefined && !kept,
  );
  return found && { name: 'library', because: `${found.path} may be published`, at: { path: found.path } };
}
