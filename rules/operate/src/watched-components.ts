import type { Archetype, Artifact, Component, Place, Profile } from '@shipworthy/model';

/** What its own people keep running day and night. */
export const WATCHED = ['service', 'web-app', 'data-pipeline'] as const satisfies readonly Archetype[];
/** What may be watched from elsewhere, or by those who install it. */
export const PERHAPS_WATCHED = [
  'infrastructure',
  'mobile',
  'shipped-component',
] as const satisfies readonly Archetype[];

const isAsked = ({ archetypes }: Component): boolean =>
  archetypes.some(({ name }) => (WATCHED as readonly Archetype[]).includes(name));

const isWithin = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/**
 * What is kept for a component: in its folder, or beside all components. What lies in the folder of another one that
 * runs is that one's.
 */
export function keptFor<A extends { readonly path: string }>(
  { folder }: Component,
  { components }: Profile,
  artifacts: readonly A[],
): A[] {
  const others = components.filter((other) => other.folder !== '' && other.folder !== folder && isAsked(other));
  return artifacts.filter(
    ({ path }) =>
      (folder !== '' && isWithin(path, folder)) ||
      !others.some((other) => isWithin(path, other.folder) && !isWithin(folder, other.folder)),
  );
}

/** As a sentence names it: `this repository`, or the name of the part. */
export const nameOf = ({ name, folder }: Component): string => (folder === '' ? 'this repository' : name);

/** Resources of Terraform that are of one of the types, as evidence. */
export function resourcesOf(code: readonly Artifact<'infrastructure-code'>[], types: RegExp): Place[] {
  return code.flatMap(({ path, facts }) =>
    facts.resources.filter(({ type }) => types.test(type)).map(({ at }) => ({ path, span: at })),
  );
}

/** What shows that it is brought to where it runs from this repository; undefined when nothing does. */
export function deployedBy(
  tools: readonly Artifact<'release-tool'>[],
  deployments: readonly Artifact<'deployment'>[],
): Place | undefined {
  const tool = tools.find(({ pathClass, facts }) => pathClass !== 'example' && facts.does.includes('deploys'));
  if (tool) return { path: tool.path, ...(tool.facts.at ? { span: tool.facts.at } : {}) };
  const production = deployments.find(
    ({ pathClass, facts }) => pathClass !== 'example' && /^(?:prod|production|live)$/i.test(facts.environment ?? ''),
  );
  return production && { path: production.path };
}
