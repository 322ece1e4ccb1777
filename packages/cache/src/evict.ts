import { lstatSync, readdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FACTS_ENDING, isOurs, REPORT_ENDING, UNFINISHED } from './private-file.ts';

/** Bytes of the caches of all repositories. */
export const MAX_TOTAL_BYTES = 512 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds since a cache was used. */
export const MAX_AGE = 30 * DAY;
/** Milliseconds after which nobody is writing an unfinished file any more. */
export const MAX_UNFINISHED_AGE = DAY;

const ENDINGS = [FACTS_ENDING, REPORT_ENDING];

interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly used: number;
}

/** Removes caches that were not used for long, and beyond the limit those used least lately; never `current`. */
export function evict(current: string, now = Date.now(), limit = MAX_TOTAL_BYTES): void {
  const folder = dirname(current);
  const kept: Kept[] = [];
  let total = 0;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isUnfinished = name.endsWith(UNFINISHED);
    if (!ENDINGS.some((ending) => name.endsWith(ending) || (isUnfinished && name.includes(ending)))) continue;
    const file = stats(path);
    if (!file) continue;
    const isOld = now - file.used > (isUnfinished ? MAX_UNFINISHED_AGE : MAX_AGE);
    if (isOld && path !== current) remove(path);
    else {
      total += file.bytes;
      if (!isUnfinished) kept.push(file);
    }
  }
  for (const { path, bytes } of kept.sort((a, b) => a.used - b.used)) {
    if (total <= limit) return;
    if (path === current) continue;
    remove(path);
    total -= bytes;
  }
}

function stats(path: string): Kept | undefined {
  try {
    const found = lstatSync(path);
    return isOurs(found) ? { path, bytes: found.size, used: found.mtimeMs } : undefined;
  } catch {
    // Another process removed it meanwhile.
    return undefined;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another process removed it meanwhile, or may do so later.
  }
}
