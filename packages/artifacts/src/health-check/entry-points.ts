import type { Sampling } from '../kind-module.ts';
import { isNamedAfterHealth, isSourceCandidate } from './source-signs.ts';

/** Source files that are read of one repository; a program has a few, and monorepos have thousands of `index.ts`. */
export const MAX_SOURCE_FILES = 300;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const depthOf = (path: string): number => path.split('/').length;

/** Files named after the check first, then entry points, those near the root before those deep inside. */
export const ENTRY_POINTS: Sampling = {
  suits: () => isSourceCandidate,
  pick: (paths) => {
    if (paths.length <= MAX_SOURCE_FILES) return { read: paths, left: [] };
    const ranked = paths
      .map((path) => ({ path, rank: isNamedAfterHealth(nameOf(path)) ? 0 : depthOf(path) }))
      .sort((a, b) => a.rank - b.rank);
    const read = new Set(ranked.slice(0, MAX_SOURCE_FILES).map(({ path }) => path));
    // An entry point that is left looks like any other file.
    const left = paths.filter((path) => !read.has(path) && isNamedAfterHealth(nameOf(path)));
    return { read: paths.filter((path) => read.has(path)), left };
  },
};
