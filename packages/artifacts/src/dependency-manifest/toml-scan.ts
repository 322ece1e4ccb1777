/** What a line scan of TOML (or INI) gives: `table.key` -> the text of the value, strings without quotes. */
export interface Scanned {
  /** The first value of a key. */
  text(key: string): string | undefined;
  /** The quoted strings of the value. */
  strings(key: string): readonly string[];
  /** The value as written; '' if there is none. */
  raw(key: string): string;
  hasTable(name: string): boolean;
  /** The keys of a table, sub-tables included (`[dependencies.serde]`). */
  keys(table: string): readonly string[];
}

const TABLE = /^\[{1,2}\s*([\w.:"'-]+)\s*\]{1,2}\s*(?:#.*)?$/;
const PAIR = /^([\w"'.-]+)\s*=\s*(.*)$/s;
/** Lines that one value may span. */
const MAX_VALUE_LINES = 200;

/**
 * Scans tables and keys line by line; enough for names, addresses and lists of strings. Arrays and INI values may go
 * on over several lines. Not a TOML parser: what it does not understand it leaves out.
 */
export function scanToml(text: string): Scanned {
  const values = new Map<string, string>();
  const tables = new Set<string>();
  let table = '';
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const header = TABLE.exec(line.trim())?.[1];
    if (header) {
      table = header.replace(/["']/g, '');
      tables.add(table);
      continue;
    }
    const [, key, first = ''] = PAIR.exec(line) ?? PAIR.exec(line.trim()) ?? [];
    if (!key) continue;
    let value = first;
    const array = /^\[/.test(first);
    for (let more = 0, last = first; more < MAX_VALUE_LINES && goesOn(last, array, lines[index + 1]); more++) {
      last = lines[++index] ?? '';
      value += `\n${last}`;
    }
    const name = `${table ? `${table}.` : ''}${key.replace(/["']/g, '')}`;
    if (!values.has(name)) values.set(name, value);
  }
  const strings = (key: string) =>
    [...(values.get(key) ?? '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((found) => found[1] ?? found[2] ?? '');
  return {
    text: (key) => strings(key)[0] ?? (values.get(key)?.trim() || undefined),
    strings,
    raw: (key) => values.get(key) ?? '',
    hasTable: (name) => tables.has(name),
    keys: (name) => {
      const inside = `${name}.`;
      const found = [...values.keys(), ...tables].filter((key) => key.startsWith(inside));
      return [...new Set(found.map((key) => key.slice(inside.length).split('.')[0] ?? ''))].sort();
    },
  };
}

/** After the value's `last` line. An array is open until its bracket closes; an INI value goes on over indented lines. */
function goesOn(last: string, array: boolean, next: string | undefined): boolean {
  if (next === undefined) return false;
  if (array) return !/\](?:\s*,)?\s*(?:#.*)?$/s.test(last);
  return /^\s+\S/.test(next) && !PAIR.test(next.trim()) && !/^\s*[#[]/.test(next);
}
