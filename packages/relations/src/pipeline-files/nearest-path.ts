import { nearest } from '../addresses/nearest.ts';
import { baseNameOf, folderOf } from '../addresses/repository-path.ts';

/** One letter in this many of a name may differ: a whole path has so many that others of its folder would seem near. */
const LETTERS_TO_A_SLIP = 4;

/** The path that is meant: of another name in the same folder, or of the same name in a folder spelled like it. */
export function nearestPath(missing: string, paths: readonly string[]): string | undefined {
  const name = baseNameOf(missing);
  const folder = folderOf(missing);
  const isNear = (path: string) => folderOf(path) === folder || baseNameOf(path) === name;
  return nearest(missing, paths.filter(isNear), Math.max(1, Math.floor(name.length / LETTERS_TO_A_SLIP)));
}
