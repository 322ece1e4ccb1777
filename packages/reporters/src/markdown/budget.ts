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
