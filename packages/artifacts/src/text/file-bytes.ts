/** The bytes of a file for plain searches, before it is known whether they are text. Good while the bytes are. */
export class FileBytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  #latin1: string | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length;
  }

  /** Each byte as one unit: a dozen kinds search it, and searching a text is cheaper than searching a buffer. */
  get latin1(): string {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    this.#latin1 ??= Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
    return this.#latin1;
  }

  /** @param word of ASCII */
  includes(word: string): boolean {
    return this.latin1.includes(word);
  }
}
