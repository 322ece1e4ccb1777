import { MIN_REPORT_LIMIT, type ReportOptions } from '@shipworthy/model';

/** GitHub takes this many characters in an issue or a comment; bytes are never fewer. A step summary takes 1 MiB. */
export const DEFAULT_LIMIT = 65_536;

/** Bytes a report may have. */
export const limitOf = ({ limit }: ReportOptions): number => Math.max(MIN_REPORT_LIMIT, limit ?? DEFAULT_LIMIT);

/** What a limit counts: bytes of UTF-8, or characters (UTF-16 units, which are never fewer than what people count). */
export type Unit = 'bytes' | 'characters';

const SIZE: Readonly<Record<Unit, (text: string) => number>> = {
  bytes: (text) => Buffer.byteLength(text),
  characters: (text) => text.length,
};

/** Text of a bounded size, put together from parts that are whole or not there. */
export class Budget {
  #left: number;
  readonly #size: (text: string) => number;

  /** @param room how much there may be */
  constructor(room: number, unit: Unit = 'bytes') {
    this.#left = room;
    this.#size = SIZE[unit];
  }

  /** Whether all the parts still fit; if so, their room is taken. */
  take(...parts: readonly string[]): boolean {
    const size = parts.reduce((sum, part) => sum + this.#size(part), 0);
    if (size > this.#left) return false;
    this.#left -= size;
    return true;
  }
}
