import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Windows has neither flag; there the folder of the account is what protects the file. */
const NOFOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const WRITABLE_BY_OTHERS = 0o022;
/** Reading marks a file as used, at most this often (milliseconds). */
const MARK_AFTER = 24 * 60 * 60 * 1000;

/** A regular file of our own that nobody else may have written. */
export const isOurs = (stats: Stats): boolean =>
  stats.isFile() &&
  (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & WRITABLE_BY_OTHERS) === 0));

/**
 * The bytes of a file of our own; undefined for anything else: a link, a pipe, a file of another account, one that is
 * larger than `most` bytes. The file's times then say that it was in use.
 * @throws what the file system throws; `ENOENT` for no file.
 */
export function readOurs(path: string, most: number, now = Date.now()): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | NOFOLLOW);
  try {
    const stats = fstatSync(file);
    if (!isOurs(stats) || stats.size > most) return undefined;
    if (now - stats.mtimeMs > MARK_AFTER) mark(file, now);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** On a file system that is mounted read-only a file just grows old. */
function mark(file: number, now: number): void {
  try {
    futimesSync(file, now / 1000, now / 1000);
  } catch {
    // Its age decides about nothing but how long it is kept.
  }
}

/** The endings of the files that this room owns in its folder. */
export const FACTS_ENDING = '.facts';
export const REPORT_ENDING = '.report';
/** What is added to them while a file is being written. */
export const UNFINISHED = '.tmp';

/**
 * Puts a file in place in one step: whoever reads sees the old one or the new one. Readable by this account only.
 * @throws what the file system throws (`ENOSPC`, `EROFS`, `EACCES`); nothing is left behind then.
 */
export function writeOurs(path: string, parts: Iterable<Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  const file = openSync(
    unfinished,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
    0o600,
  );
  try {
    try {
      for (const part of parts) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    unlinkSync(unfinished);
    throw error;
  }
}
