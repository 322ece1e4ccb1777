import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { MAX_FILE_BYTES, type ReadFailure } from '@shipworthy/model';
import { systemCode } from './audited-folder.ts';

/** Without `O_NONBLOCK` opening a pipe waits for a writer; without `O_NOFOLLOW` a link is followed. Windows has neither. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const OPEN_FOLLOWS_LINKS = constants.O_NOFOLLOW === undefined;
const REPLACEMENT_CHARACTER = '\ufffd';

/** Reads regular files below one root, synchronously, and follows no link on the way down from it. */
export class DiskReader {
  readonly #root: string;
  /** Folder (relative, '' is the root) → the reason it cannot be entered, if any. One lstat for each folder. */
  readonly #folders = new Map<string, ReadFailure | undefined>([['', undefined]]);

  /** `root`: absolute. */
  constructor(root: string) {
    this.#root = root.endsWith('/') ? root.slice(0, -1) : root;
  }

  /**
   * The bytes of a listed file, or why there are none.
   * @param room where the bytes go, in the place of those that were read into it before
   */
  read(path: string, room: ReadRoom): Uint8Array | ReadFailure {
    const blocked = this.#enter(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (blocked) return blocked;
    const full = `${this.#root}/${path}`;
    try {
      if (OPEN_FOLLOWS_LINKS && lstatSync(full).isSymbolicLink()) return LINK;
      return readRegular(full, room);
    } catch (error) {
      return failure(path, error);
    }
  }

  /** Is the entry on disk a link? Undefined when it cannot be seen. */
  isLink(path: string): boolean | undefined {
    if (this.#enter(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) return undefined;
    try {
      return lstatSync(`${this.#root}/${path}`).isSymbolicLink();
    } catch {
      return undefined;
    }
  }

  #enter(folder: string): ReadFailure | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const blocked = this.#enter(folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) ?? this.#look(folder);
    this.#folders.set(folder, blocked);
    return blocked;
  }

  #look(folder: string): ReadFailure | undefined {
    try {
      const stats = lstatSync(`${this.#root}/${folder}`);
      if (stats.isSymbolicLink())
        return {
          reason: 'not-a-file',
          detail: `its folder ${folder} is a symbolic link on disk, which is not followed`,
        };
      return stats.isDirectory() ? undefined : { reason: 'absent', detail: `${folder} is not a folder on disk` };
    } catch (error) {
      return failure(folder, error);
    }
  }
}

/** Bytes of the first room; most files fit in. */
const FIRST_ROOM = 64 * 1024;

/** Memory for one file at a time: a buffer for each of ten thousand is garbage faster than it is collected. */
export class ReadRoom {
  #buffer = Buffer.allocUnsafeSlow(FIRST_ROOM);

  /** Room for so many bytes; what was taken before is overwritten. */
  take(size: number): Buffer {
    if (size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(Math.max(size, 2 * this.#buffer.length));
    return this.#buffer.subarray(0, size);
  }
}

const LINK: ReadFailure = { reason: 'not-a-file', detail: 'a symbolic link on disk, which is not followed' };

function readRegular(full: string, room: ReadRoom): Uint8Array | ReadFailure {
  const file = openSync(full, FLAGS);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile())
      return {
        reason: 'not-a-file',
        detail: stats.isDirectory() ? 'a folder on disk' : 'a pipe, socket or device on disk',
      };
    if (stats.size > MAX_FILE_BYTES) return tooLarge(stats.size);
    const bytes = room.take(stats.size);
    let filled = 0;
    // A file that grows meanwhile is read up to the size it had; one that shrinks ends early.
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return filled === bytes.length ? bytes : bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

/** The failure of a file over the limit; `bytes` is its size. */
export function tooLarge(bytes: number): ReadFailure {
  return { reason: 'too-large', detail: `larger than ${MAX_FILE_BYTES / (1024 * 1024)} MiB`, bytes };
}

function failure(path: string, error: unknown): ReadFailure {
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return path.includes(REPLACEMENT_CHARACTER)
        ? { reason: 'unreadable', detail: 'its name is not UTF-8' }
        : { reason: 'absent', detail: 'listed, but not on disk' };
    case 'ELOOP':
    case 'EMLINK':
      return LINK;
    case 'ENXIO':
      return { reason: 'not-a-file', detail: 'a pipe, socket or device on disk' };
    case 'EACCES':
    case 'EPERM':
      return { reason: 'unreadable', detail: 'permission denied' };
    default:
      return { reason: 'unreadable', detail: code ?? 'cannot be read' };
  }
}
