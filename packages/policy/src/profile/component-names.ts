import type { Component } from '@shipworthy/model';
import { nearestOf } from './signs.ts';

/** The name of the component that holds a path. A repository of one component needs no name for it: undefined. */
export function namerOf(
  components: readonly Pick<Component, 'name' | 'folder'>[],
): (path: string) => string | undefined {
  if (components.length < 2) return () => undefined;
  const names = new Map(components.map(({ folder, name }) => [folder, name]));
  const nearest = nearestOf(new Set(names.keys()));
  return (path) => names.get(nearest(path));
}
