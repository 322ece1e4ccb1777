import type { SourceEntry } from '@shipworthy/model';
import { PAGE } from './words.ts';

/** `1.4`, `v1.18`, `version-2.x`, `0.9.1`: a release, and no version of an interface (`v1`). */
const RELEASE = /(?:^|\/)((?:v|version-|release-)?\d+\.(?:\d+|x)(?:\.(?:\d+|x))?)\//;
/** What is written on, beside the copies. */
const GOES_ON = new Set([
  'main',
  'master',
  'next',
  'latest',
  'current',
  'dev',
  'devel',
  'edge',
  'unreleased',
  'stable',
]);
/** A folder of fewer pages is notes on a release, not its documentation. */
const MIN_PAGES = 3;
/** Copies share this part of their pages with what they were copied from, or with the copy before. */
const SHARED = 0.5;

/**
 * Folders that keep the documentation as it was for one release (`docs/v1.9/` beside `docs/main/`): nobody writes there any
 * more. Without a folder that goes on, the newest release is the documentation of today.
 */
export function findSnapshotFolders(entries: readonly SourceEntry[]): ReadonlySet<string> {
  const releases = new Map<string, Map<string, Set<string>>>();
  for (const { path } of entries) {
    const match = PAGE.test(path) ? RELEASE.exec(path) : undefined;
    if (match?.[1] === undefined) continue;
    const end = match.index + match[0].length;
    const parent = path.slice(0, end - match[1].length - 1);
    if (parent !== '') at(at(releases, parent, newMap), match[1], newSet).add(path.slice(end));
  }
  return new Set([...releases].flatMap(([parent, byName]) => copiesIn(parent, byName, entries)));
}

function copiesIn(
  parent: string,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  entries: readonly SourceEntry[],
): string[] {
  const copies = [...byName].filter(([, held]) => held.size >= MIN_PAGES);
  if (copies.length === 0) return [];
  const ongoing = new Set<string>();
  for (const { path } of entries) {
    if (!path.startsWith(parent) || !PAGE.test(path)) continue;
    const [folder = '', ...rest] = path.slice(parent.length).split('/');
    if (rest.length > 0 && GOES_ON.has(folder)) ongoing.add(rest.join('/'));
  }
  const [newest] = copies.map(([name]) => name).toSorted((a, b) => -byNumbers(a, b));
  return copies
    .filter(([name, held]) => {
      if (ongoing.size === 0 && name === newest) return false;
      const others = [ongoing, ...copies.flatMap(([other, theirs]) => (other === name ? [] : [theirs]))];
      return others.some((other) => shareOf(held, other) >= SHARED);
    })
    .map(([name]) => parent + name);
}

const shareOf = (held: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...held].filter((page) => other.has(page)).length / held.size;

/** `v1.9` before `v1.10`. */
const byNumbers = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const newMap = () => new Map<string, Set<string>>();
const newSet = () => new Set<string>();

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
