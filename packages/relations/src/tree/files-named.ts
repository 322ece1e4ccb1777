import type { Tree } from '@shipworthy/model';
import { baseNameOf } from '../addresses/repository-path.ts';

/** So many questions are answered by a look at all paths: few repositories ask more, and an index costs as much as fifty. */
const MOST_LOOKS = 50;
const SLASH = 47;

/** The paths of all files of a base name, whatever the case of its letters. */
export type FilesNamed = (name: string) => readonly string[];

const known = new WeakMap<Tree, FilesNamed>();

/** Finds the files of a tree by their names. All who ask of one tree share what is found. */
export function filesNamed(tree: Tree): FilesNamed {
  const found = known.get(tree) ?? search(tree.paths);
  known.set(tree, found);
  return found;
}

function search(paths: readonly string[]): FilesNamed {
  const answers = new Map<string, readonly string[]>();
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  return (name) => {
    const wanted = name.toLowerCase();
    if (!index && answers.size >= MOST_LOOKS) index = byName(paths);
    if (index) return index.get(wanted) ?? [];
    const answer = answers.get(wanted) ?? paths.filter((path) => isNamed(path, wanted));
    answers.set(wanted, answer);
    return answer;
  };
}

function isNamed(path: string, wanted: string): boolean {
  const start = path.length - wanted.length;
  if (start < 0 || (start > 0 && path.charCodeAt(start - 1) !== SLASH)) return false;
  return path.slice(start).toLowerCase() === wanted && !wanted.includes('/');
}

function byName(paths: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const path of paths) {
    const name = baseNameOf(path).toLowerCase();
    const same = index.get(name);
    if (same) same.push(path);
    else index.set(name, [path]);
  }
  return index;
}
