import type { Finding } from '@shipworthy/model';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** What the findings of an audit would be accepted as. */
export const baselineOf = (findings: readonly Finding[]): Baseline =>
  findings.map(({ rule, fingerprint, location, count, component = '.' }) => ({
    rule: rule.id,
    fingerprint,
    path: location.path,
    count,
    component,
  }));

/** As a file: sorted, one line for each finding, so that reviews and merges see what was added and what went. */
export function writeBaseline(baseline: Baseline): string {
  const components = grouped(baseline, ({ component }) => component);
  const text = components.map(([component, entries]) => {
    const rules = grouped(entries, ({ rule }) => rule).map(([rule, same]) => {
      const lines = same
        .toSorted((a, b) => compare(a.path, b.path) || compare(a.fingerprint, b.fingerprint))
        .map(({ fingerprint, path, count }) => `        ${quoted(fingerprint)}: ${placeOf(path, count)}`);
      return `      ${quoted(rule)}: {\n${lines.join(',\n')}\n      }`;
    });
    return `    ${quoted(component)}: {\n${rules.join(',\n')}\n    }`;
  });
  return `{\n  "schema": 1,\n  "components": {${text.length === 0 ? '' : `\n${text.join(',\n')}\n  `}}\n}\n`;
}

const quoted = (text: string): string => JSON.stringify(text);

const placeOf = (path: string, count: number): string =>
  `{ "path": ${quoted(path)}${count > 1 ? `, "count": ${count}` : ''} }`;

function grouped(
  entries: readonly BaselineEntry[],
  keyOf: (entry: BaselineEntry) => string,
): (readonly [string, readonly BaselineEntry[]])[] {
  const groups = new Map<string, BaselineEntry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return [...groups].sort(([a], [b]) => compare(a, b));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
