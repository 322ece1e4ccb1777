import type { Archetype, Artifact, Component, PathClass, Place, Profile } from '@shipworthy/model';
import { OPERATED } from '@shipworthy/rule-kit';

/** What may be watched from elsewhere. Software that others install is watched by them. */
export const PERHAPS_WATCHED = ['infrastructure', 'mobile'] as const satisfies readonly Archetype[];

const isAsked = ({ archetypes }: Component): boolean =>
  archetypes.some(({ name }) => (OPERATED as readonly Archetype[]).includes(name));

const isWithin = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/**
 * What is kept for a component: in its folder, or beside all components. What lies in the folder of another one that
 * runs is that one's.
 */
export function keptFor(
  { folder }: Component,
  { components }: Profile,
): <A extends { readonly path: string }>(artifacts: readonly A[]) => A[] {
  const others = components.filter((other) => other.folder !== '' && other.folder !== folder && isAsked(other));
  const isKept = (path: string): boolean =>
    (folder !== '' && isWithin(path, folder)) ||
    !others.some((other) => isWithin(path, other.folder) && !isWithin(folder, other.folder));
  return (artifacts) => artifacts.filter(({ path }) => isKept(path));
}

/** How messages name it: alone (`this repository`, or the name of the part), and as one of several (`its root`). */
export const inWords = ({ name, folder }: Component): { component: string; part: string } =>
  folder === '' ? { component: 'this repository', part: 'its root' } : { component: name, part: name };

/** Resources of Terraform that are of one of the types, as evidence. */
export function resourcesOf(code: readonly Artifact<'infrastructure-code'>[], types: RegExp): Place[] {
  return code.flatMap(({ path, facts }) =>
    facts.resources.filter(({ type }) => types.test(type)).map(({ at }) => ({ path, span: at })),
  );
}

/** Configuration for these is also kept for whoever wants a copy of their own: a button in the README. */
const OFFERED_TO_OTHERS: ReadonlySet<string> = new Set([
  'Render',
  'Railway',
  'Vercel',
  'Netlify',
  'Heroku',
  'Cloudflare Workers',
]);

/** What shows that a component is brought to where it runs from this repository. */
export interface Deployed {
  readonly at: Place;
  /** The repository whose workflow does it, and which may keep what it is watched with. */
  readonly by?: string;
}

/** Why it cannot be told whether there are any. `what`: `alerts`. */
export const mayKeepToo = (by: string, what: string): string =>
  `deployed by a workflow of ${by}, which may keep its ${what} too`;

/** Undefined when nothing shows that its makers run it. */
export function deployedBy(
  component: Component,
  repository: Profile,
  tools: readonly Artifact<'release-tool'>[],
  deployments: readonly Artifact<'deployment'>[],
): Deployed | undefined {
  const ours = <A extends { readonly path: string; readonly pathClass: PathClass }>(artifacts: readonly A[]) =>
    artifacts.filter(
      ({ path, pathClass }) =>
        pathClass !== 'example' &&
        (isShared(path, repository) || (component.folder !== '' && isWithin(path, component.folder))),
    );
  const tool = ours(tools).find(
    ({ path, facts }) =>
      facts.does.includes('deploys') &&
      !OFFERED_TO_OTHERS.has(facts.tool) &&
      !isNamedAfterOther(path, component, repository),
  );
  if (tool) {
    const { at, by } = tool.facts;
    return { at: { path: tool.path, ...(at ? { span: at } : {}) }, ...(by === undefined ? {} : { by }) };
  }
  const production = ours(deployments).find(({ facts }) => /^(?:prod|production|live)$/i.test(facts.environment ?? ''));
  return production && { at: { path: production.path } };
}

/** Lies in the folder of no part of its own. */
const isShared = (path: string, { components }: Profile): boolean =>
  !components.some(({ folder }) => folder !== '' && isWithin(path, folder));

/** Shorter names stand in any other. */
const MIN_NAME = 4;
/** Folders whose name says what is done to the product, or where. */
const GENERIC = /^(?:deploy(?:ment)?s?|releases?|infra(?:structure)?|apps?|prod(?:uction)?|staging|build|main|live)$/;

/** `deploy-checker.yml` brings `apps/checker` to where it runs, and nothing else. */
function isNamedAfterOther(path: string, { folder }: Component, { components }: Profile): boolean {
  const words = `-${path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')}-`
    .replace(/[_.]/g, '-')
    .toLowerCase();
  const isNamed = (other: string): boolean => {
    const name = other.slice(other.lastIndexOf('/') + 1).toLowerCase();
    return name.length >= MIN_NAME && !GENERIC.test(name) && words.includes(`-${name.replace(/[_.]/g, '-')}-`);
  };
  return !isNamed(folder) && components.some((other) => other.folder !== folder && isNamed(other.folder));
}
