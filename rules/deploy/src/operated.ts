import type { Archetype, Artifact, Profile } from '@shipworthy/model';

/** What its own people keep running, so that a release can hurt somebody the minute it is out. */
const RUN: ReadonlySet<Archetype> = new Set(['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure']);

/** The repository is run by those who release it, at least in part: it is such a thing, and something here deploys it. */
export const isRun = ({ archetypes }: Profile, tools: readonly Artifact<'release-tool'>[]): boolean =>
  archetypes.some(({ name }) => RUN.has(name)) && tools.some(({ facts }) => facts.does.includes('deploys'));

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
