import type { Span, WrittenAt } from '@shipworthy/model';

/** A `key = value` of a TOML text, by a scan of lines. */
export interface TomlPair {
  /** Dotted name of the table it stands in; '' at the top. */
  readonly table: string;
  /** Which table of an array of tables, from 0. */
  readonly index: number;
  readonly key: string;
  readonly value: WrittenAt;
}

const TABLE = /^\s*\[{1,2}\s*([\w.:"'-]+)\s*\]{1,2}/;
const PAIR = /^\s*([\w"'.-]+)\s*=\s*(\S.*)$/;

/** The pairs of a TOML text with their places; values on one line only, strings without quotes. */
export function tomlPairs(text: string): TomlPair[] {
  const pairs: TomlPair[] = [];
  const times = new Map<string, number>();
  let table = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const header = TABLE.exec(line)?.[1];
    if (header) {
      table = header.replace(/["']/g, '');
      times.set(table, (times.get(table) ?? -1) + 1);
    } else {
      const [, key, value] = PAIR.exec(line.trimEnd()) ?? [];
      if (key && value && !line.trimStart().startsWith('#'))
        pairs.push({
          table,
          index: times.get(table) ?? 0,
          key: key.replace(/["']/g, ''),
          value: written(line, value, start),
        });
    }
    start += line.length + 1;
  }
  return pairs;
}

function written(line: string, value: string, start: number): WrittenAt {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  const text = quoted?.[2] ?? value.replace(/\s+#.*$/, '');
  const from = start + line.indexOf(value) + (quoted ? 1 : 0);
  const at: Span = [from, from + text.length];
  return { text, at };
}
