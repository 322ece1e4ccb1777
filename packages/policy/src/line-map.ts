import type { Location, Place, Span } from '@shipworthy/model';

/** Longest excerpt that is kept of a line, in characters; reporters crop further. */
export const MAX_EXCERPT = 400;

/** Turns offsets of one text into lines and columns (1-based, UTF-16 units). */
export class LineMap {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  locate(path: string, [start, end]: Span): Location {
    const line = this.#lineOf(start);
    const endLine = this.#lineOf(Math.max(start, end));
    return {
      path,
      line: line + 1,
      column: start - (this.#starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: Math.max(start, end) - (this.#starts[endLine] ?? 0) + 1,
    };
  }

  /** The text of a 1-based line without its line break. */
  excerpt(line: number): string {
    const start = this.#starts[line - 1] ?? 0;
    const next = this.#starts[line];
    const text = this.#text.slice(start, next === undefined ? undefined : next - 1);
    return text.replace(/\r$/, '').slice(0, MAX_EXCERPT);
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Locates places in the texts at hand; a place in a file without text keeps its path only. */
export function locator(texts: ReadonlyMap<string, string>) {
  const maps = new Map<string, LineMap>();
  const mapOf = (path: string): LineMap | undefined => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    let map = maps.get(path);
    if (!map) {
      map = new LineMap(text);
      maps.set(path, map);
    }
    return map;
  };
  return {
    location(place: Place): Location {
      if (place.absent) return { path: place.path, absent: true };
      const map = place.span && mapOf(place.path);
      return map && place.span ? map.locate(place.path, place.span) : { path: place.path };
    },
    excerpt(location: Location): string | undefined {
      return location.line === undefined ? undefined : mapOf(location.path)?.excerpt(location.line);
    },
  };
}
