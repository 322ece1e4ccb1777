import type { RepositorySource } from '@shipworthy/model';
import { readTexts } from '../read-texts.ts';

/** As git has it: a file of which half is left is the same file. */
const MIN_LIKENESS = 0.5;
/** Where more files of a type came or went, only those that kept their name are followed: every pair is compared. */
const MAX_OF_TYPE = 50;
/** Namesakes (`index.md`) that are compared with one file. */
const MAX_NAMESAKES = 50;
/** Longer files are not compared line by line, in characters. */
const MAX_TEXT = 256 * 1024;
/** A shorter text is like too many others. */
const MIN_LINES = 3;

interface Files {
  readonly source: RepositorySource;
  readonly paths: readonly string[];
}

/** Files that were moved and edited at once: old path → new path. */
export async function movedWithEdits(gone: Files, come: Files): Promise<ReadonlyMap<string, string>> {
  if (gone.paths.length === 0 || come.paths.length === 0) return new Map();
  const pairs = candidates(gone.paths, come.paths);
  const before = await linesOf(gone.source, new Set(pairs.map(([from]) => from)));
  const after = await linesOf(come.source, new Set(pairs.map(([, to]) => to)));
  const alike = pairs.flatMap(([from, to]) => {
    const value = likeness(before.get(from) ?? [], after.get(to) ?? []);
    return value >= MIN_LIKENESS ? [{ from, to, value }] : [];
  });
  const moved = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of alike.sort((a, b) => b.value - a.value)) {
    if (moved.has(from) || taken.has(to)) continue;
    moved.set(from, to);
    taken.add(to);
  }
  return moved;
}

/** Of the same name; of the same type where they are few. */
function candidates(gone: readonly string[], come: readonly string[]): (readonly [string, string])[] {
  const byName = grouped(come, nameOf);
  const [goneByType, comeByType] = [grouped(gone, typeOf), grouped(come, typeOf)];
  return gone.flatMap((from) => {
    const [before = [], after = []] = [goneByType.get(typeOf(from)), comeByType.get(typeOf(from))];
    const few = before.length <= MAX_OF_TYPE && after.length <= MAX_OF_TYPE;
    const likely = few ? after : (byName.get(nameOf(from)) ?? []).slice(0, MAX_NAMESAKES);
    return likely.map((to) => [from, to] as const);
  });
}

function grouped(paths: readonly string[], keyOf: (path: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(keyOf(path));
    if (group) group.push(path);
    else groups.set(keyOf(path), [path]);
  }
  return groups;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const typeOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? nameOf(path);

async function linesOf(
  source: RepositorySource,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = await readTexts(source, [...paths]);
  return new Map(
    [...texts].map(([path, text]) => [
      path,
      text.length > MAX_TEXT
        ? []
        : text
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== ''),
    ]),
  );
}

/** Share of the lines of the longer text that the other has as well, 0 to 1. */
export function likeness(before: readonly string[], after: readonly string[]): number {
  const [shorter, longer] = [Math.min(before.length, after.length), Math.max(before.length, after.length)];
  if (shorter < MIN_LINES || shorter / longer < MIN_LIKENESS) return 0;
  const left = new Map<string, number>();
  for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of after) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(line, count - 1);
  }
  return shared / longer;
}
