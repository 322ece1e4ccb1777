import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { systemCode } from './audited-folder.ts';

/** The commits at which a clone ends, one id a line; empty where it is whole. */
export function shallowCommits(file: string): ReadonlySet<string> {
  if (!existsSync(file)) return new Set();
  return new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean));
}

/**
 * Adds commits at which the clone ends, as git does it: a lock beside the file, then a rename. False when somebody else
 * holds the lock.
 */
export function addShallowCommits(file: string, commits: Iterable<string>): boolean {
  const all = new Set([...shallowCommits(file), ...commits]);
  if (all.size === shallowCommits(file).size) return true;
  const lock = `${file}.lock`;
  let handle: number;
  try {
    handle = openSync(lock, 'wx');
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(handle, [...all].map((id) => `${id}\n`).join(''));
    closeSync(handle);
    renameSync(lock, file);
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
  return true;
}
