import type { Sampling } from '../kind-module.ts';
import { layerOfPath, pathJudge } from './test-paths.ts';

/**
 * Files of tests that are read of one repository. Reading and searching 300 files takes about a tenth of a second; every
 * repository we looked at showed all its layers in fewer.
 */
export const MAX_TEST_FILES = 300;
/** Of these, for the layers that paths name: they are few, and a layer that is missed counts as absent. */
const FOR_LAYER = { load: 40, contract: 40, e2e: 50, integration: 70, unit: 40 } as const;
/** Source files of languages whose tests stand beside the code; one in three has some. */
const INLINE_FILES = 25;

/** What of the tests is read: layers that paths name first, then evenly over the folders. */
export const testSampling: Sampling = {
  suits: () => pathJudge(),
  pick(paths) {
    const judge = pathJudge();
    const ofLayer = new Map<keyof typeof FOR_LAYER, string[]>();
    const others: string[] = [];
    const inline: string[] = [];
    for (const path of paths) {
      if (judge(path) === 'inline') inline.push(path);
      else {
        const layer = layerOfPath(path);
        if (!layer) others.push(path);
        else {
          const list = ofLayer.get(layer);
          if (list) list.push(path);
          else ofLayer.set(layer, [path]);
        }
      }
    }
    const read = new Set<string>();
    for (const [layer, list] of ofLayer) for (const path of overFolders(list, FOR_LAYER[layer])) read.add(path);
    const beside = overFolders(inline, INLINE_FILES);
    const rest = [...others, ...[...ofLayer.values()].flat().filter((path) => !read.has(path))].sort();
    for (const path of overFolders(rest, MAX_TEST_FILES - read.size - beside.length)) read.add(path);
    const left = rest.filter((path) => !read.has(path));
    for (const path of beside) read.add(path);
    return { read: [...read].sort(), left };
  },
};

/** As many of the paths as wanted: one of each folder, then a second of each..., evenly where a round is cut short. */
export function overFolders(paths: readonly string[], wanted: number): string[] {
  if (paths.length <= wanted) return [...paths];
  if (wanted <= 0) return [];
  const rounds: string[][] = [];
  const taken = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const round = taken.get(folder) ?? 0;
    taken.set(folder, round + 1);
    const list = rounds[round];
    if (list) list.push(path);
    else rounds.push([path]);
  }
  const picked: string[] = [];
  for (const round of rounds) {
    const room = wanted - picked.length;
    if (room <= 0) break;
    if (round.length <= room) picked.push(...round);
    else for (let i = 0; i < room; i++) picked.push(round[Math.floor((i * round.length) / room)] ?? '');
  }
  return picked;
}
