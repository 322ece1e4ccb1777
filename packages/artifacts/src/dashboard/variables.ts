/** `$name`, `${name}`, `${name:format}` and the older `[[name]]`, `[[name:format]]`; `${name.field}` is a part of one. */
const VARIABLE = /\$\{(\w+)(?:[:.][^}\n]{0,80})?\}|\$(\w+)|\[\[(\w+)(?::\w+)?\]\]/g;
/** Grafana's own, which no dashboard defines: `$__interval`, `$timeFilter`; `$1` is a group of a pattern. */
const BUILT_IN = /^(?:__|\d|(?:timeFilter|interval|from|to|timezone)$)/;
/** A pattern that names groups, which its replacement then writes as variables. */
const NAMED_GROUP = /\(\?P?<\w+>/;
const RANGE_VARIABLE = /(?<=\[|:|\boffset[ \t]{1,20})[ \t]{0,20}(?:\$\{\w+(?::\w+)?\}|\$\w+|\[\[\w+\]\])/g;
/** What is not closed goes to the end. */
const STRING = /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|`[^`]*`?/g;

/** Names of the dashboard's variables that a query uses. */
export function variablesIn(query: string): string[] {
  if (NAMED_GROUP.test(query)) return [];
  const names: string[] = [];
  for (const [, braced, plain, square] of query.matchAll(VARIABLE)) {
    const name = braced ?? plain ?? square;
    if (name !== undefined && !BUILT_IN.test(name)) names.push(name);
  }
  return names;
}

/**
 * The query with its variables replaced by text of equal length that PromQL reads, in the ways a variable may be meant:
 * first as a number, then as a name. Empty when no reading is certain to be what Grafana sends, so that nothing can be
 * held against it.
 */
export function promqlReadings(query: string): readonly string[] {
  const ranged = query.replace(RANGE_VARIABLE, (found) => `${'1'.repeat(found.length - 1)}s`);
  const readings = ['1', 'v'].map((letter) => ranged.replace(VARIABLE, (found) => letter.repeat(found.length)));
  return [...new Set(readings)];
}

/** Does a variable stand outside of strings and ranges, where it may be any piece of a query? */
export function hasFreeVariable(query: string): boolean {
  const rest = query.replace(STRING, '').replace(RANGE_VARIABLE, '');
  return [...rest.matchAll(VARIABLE)].some(([found]) => !/^\$\{?__(?:rate_)?(?:interval|range)(?:_m?s)?\b/.test(found));
}
