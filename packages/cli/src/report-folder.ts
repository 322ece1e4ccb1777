import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SourceError } from '@shipworthy/model';
import { systemCode } from '@shipworthy/sources';

/** Names what a report wrote, so that the next one takes away what it writes no more, and nothing else. */
const WRITTEN = '.shipworthy-pages';

/** What systems say of a disk, or of a share of it, without room. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Writes the files of a report into a folder; pages of an earlier one that are not among them go.
 * @throws SourceError when the folder cannot be written
 */
export function writeReportFiles(
  folder: string,
  files: Iterable<readonly [path: string, text: string | Iterable<string>]>,
): void {
  const written = new Set<string>();
  for (const [path, text] of files) {
    put(join(folder, path), text);
    written.add(path);
  }
  for (const path of earlier(folder)) if (!written.has(path)) rmSync(join(folder, path), { force: true });
  put(join(folder, WRITTEN), [...written].map((path) => `${path}\n`).join(''));
}

function put(file: string, text: string | Iterable<string>): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(file, 'w');
    try {
      for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(handle, piece);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    const code = systemCode(cause) ?? 'no reason given';
    const [why, first] = FULL.has(code)
      ? [': the disk is full', 'Make room']
      : [` (${code})`, 'Give --out a folder that is writable'];
    throw new SourceError(
      `cannot write ${file}${why}`,
      'environment',
      `${first}. What was audited is in the store: \`shipworthy org report\` renders it again.`,
      { cause },
    );
  }
}

/** Paths below the folder alone: the list is a file like any other, and may say anything. */
function earlier(folder: string): string[] {
  try {
    const paths = readFileSync(join(folder, WRITTEN), 'utf8').split('\n');
    return paths.filter((path) => /^[\w~.-]+(?:\/[\w~.-]+)?$/.test(path) && !path.split('/').includes('..'));
  } catch {
    return [];
  }
}
