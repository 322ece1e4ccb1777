import type { Archetype, Profile } from '@shipworthy/model';

/** What its own people keep running, so that a release can hurt somebody the minute it is out. */
const RUN: ReadonlySet<Archetype> = new Set(['service', 'web-app', 'mobile', 'data-pipeline', 'infrastructure']);

/** The repository is run by those who release it, at least in part. */
export const isRun = ({ archetypes }: Profile): boolean => archetypes.some(({ name }) => RUN.has(name));

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
