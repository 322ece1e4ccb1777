import { DEFAULT_VOCABULARY, recordStateOf } from '@shipworthy/model';

/** `- 2025-12-09: Accepted`, as a record keeps the days on which its standing changed. */
const DATED = /^[ \t>*+-]*[[(]?(\d{4}-\d{2}-\d{2})[\])]?[ \t]*[:–—-][ \t]*(\S[^\n]*)$/;

interface Entry {
  readonly day: string;
  readonly text: string;
  /** Offset of the text. */
  readonly at: number;
}

/**
 * What the lines of a chronology come to: the youngest entry that says a known standing, else the youngest of all.
 * Undefined unless the first line that is not blank has a day.
 */
export function latestStanding(text: string): Pick<Entry, 'text' | 'at'> | undefined {
  const entries = entriesOf(text).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.at - a.at));
  return entries.find((entry) => recordStateOf(DEFAULT_VOCABULARY, entry.text) !== undefined) ?? entries[0];
}

/** The dated lines at the beginning, up to the first line that is neither blank nor dated. */
function entriesOf(text: string): Entry[] {
  const found: Entry[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const match = DATED.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      const words = match[2].trimEnd();
      found.push({ day: match[1], text: words, at: start + line.trimEnd().length - words.length });
    } else if (line.trim() !== '') break;
    start += line.length + 1;
  }
  return found;
}
