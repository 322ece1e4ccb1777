import { MIN_REPORT_LIMIT, type ReportOptions } from '@shipworthy/model';

/** GitHub takes this many characters in an issue or a comment; bytes are never fewer. A step summary takes 1 MiB. */
export const DEFAULT_LIMIT = 65_536;

/** Bytes a report may have. */
export const limitOf = ({ limit }: ReportOptions): number => Math.max(MIN_REPORT_LIMIT, limit ?? DEFAULT_LIMIT);

/** Text of a bounded size, put together from parts that are whole or not there. */
export class Budget {
  #left: number;

  /** @param bytes of UTF-8 there are */
  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether all the parts still fit; if so, their room is taken. */
  take(...parts: readonly string[]): boolean {
    const size = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}
