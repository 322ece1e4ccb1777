/** Width of a tab stop in Markdown. */
const TAB = 4;

/** Reads the start of one line, column by column: tabs reach to the next stop and may be used up in part. */
export class LineCursor {
  readonly #text: string;
  /** End of the line without its line break. */
  end = 0;
  /** Position of the first unit that is not used up. */
  at = 0;
  #column = 0;
  #partOfTab = false;
  /** First unit that is not a space or tab at or behind `at`. */
  nonspace = 0;
  /** Columns between `at` and `nonspace`. */
  indent = 0;
  blank = false;

  constructor(text: string) {
    this.#text = text;
  }

  reset(start: number, end: number): void {
    this.end = end;
    this.at = start;
    this.#column = 0;
    this.#partOfTab = false;
    this.look();
  }

  look(): void {
    const text = this.#text;
    let at = this.at;
    let column = this.#column;
    for (; at < this.end; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 32) column++;
      else if (unit === 9) column += TAB - (column % TAB);
      else break;
    }
    this.nonspace = at;
    this.indent = column - this.#column;
    this.blank = at >= this.end;
  }

  /** Uses up white space of so many columns. */
  skipColumns(count: number): void {
    let left = count;
    while (left > 0 && this.at < this.end) {
      if (this.#text.charCodeAt(this.at) === 9) {
        const width = TAB - (this.#column % TAB);
        const used = Math.min(width, left);
        this.#partOfTab = width > left;
        this.#column += used;
        left -= used;
        if (!this.#partOfTab) this.at++;
      } else {
        this.at++;
        this.#column++;
        left--;
      }
    }
    this.look();
  }

  /** Uses up the white space and then so many units. */
  skipUnits(count: number): void {
    this.#column += this.indent + count;
    this.at = this.nonspace + count;
    this.#partOfTab = false;
    this.look();
  }
}
