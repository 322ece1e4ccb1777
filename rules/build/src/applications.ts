import type { Archetype, Component, Profile } from '@shipworthy/rule-kit';

/** What is built and run, rather than imported by others who bring their own versions. */
const RUN: ReadonlySet<Archetype> = new Set(['service', 'web-app', 'mobile', 'data-pipeline']);

/** Folders whose packages serve the work on the product and are no part of it. */
const ASIDE =
  /(?:^|\/)(?:docs?|documentation|website|site|examples?|samples?|demos?|tests?|e2e|integration-tests?|benchmarks?|scripts?|(?:dev-?)?tools?|tooling|hack|myapp|dummy|\.github|\.devcontainer|\.ci|ci|templates?|fixtures?|playgrounds?|storybook|contrib|experiments?|notebooks?|workshops?|tutorials?)\//i;

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The component that holds a path: the one whose folder is nearest above it. */
export function componentOf(path: string, { components }: Profile): Component | undefined {
  let nearest: Component | undefined;
  for (const component of components) {
    const { folder } = component;
    const holds = folder === '' || path.startsWith(`${folder}/`);
    if (holds && (!nearest || folder.length >= nearest.folder.length)) nearest = component;
  }
  return nearest;
}

/** Why a path belongs to an application; undefined when it is a library's, a tool's or nothing that runs. */
export function applicationOf(path: string, profile: Profile): string | undefined {
  if (ASIDE.test(path)) return undefined;
  const component = componentOf(path, profile);
  return component?.archetypes.find(({ name }) => RUN.has(name))?.because;
}
