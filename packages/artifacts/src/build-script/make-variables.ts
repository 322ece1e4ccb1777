/** Values of variables that a makefile sets to plain words: `CHECKS := lint vet`. */
export type Variables = ReadonlyMap<string, string>;

const ASSIGNMENT = /^[ \t]*(?:(?:export|override)[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(?:::?:?|\?|\+)?=[ \t]*([^\n]*)/;
/** How often a value may lead to another; a longer chain is left as it is written. */
const MAX_DEPTH = 5;
/** Longest text that variables are put into: each may be long itself. */
const MAX_EXPANDED = 20_000;
const REFERENCE = /\$[({]([A-Za-z_][\w.-]*)[)}]/g;

/** Reads the variables of lines whose continuations are joined. Later values are added: either may hold. */
export function variablesOf(lines: readonly string[]): Variables {
  const found = new Map<string, string>();
  for (const line of lines) {
    if (line.startsWith('\t')) continue;
    const [, name, value = ''] = ASSIGNMENT.exec(line) ?? [];
    if (name === undefined) continue;
    const before = found.get(name);
    const text = withoutComment(value);
    if ((before?.length ?? 0) + text.length < MAX_EXPANDED) found.set(name, before ? `${before} ${text}` : text);
  }
  return found;
}

/** The text with the variables put in that are known; what is not stays as it is written. */
export function expand(text: string, variables: Variables, depth = 0): string {
  if (depth >= MAX_DEPTH || !text.includes('$') || text.length > MAX_EXPANDED) return text;
  let grown = 0;
  const filled = text.replace(REFERENCE, (whole, name: string) => {
    const value = variables.get(name);
    grown += value?.length ?? 0;
    return value === undefined || grown > MAX_EXPANDED ? whole : value;
  });
  return filled === text ? text : expand(filled, variables, depth + 1);
}

export const withoutComment = (line: string): string => line.replace(/(?:^|[ \t])#.*$/, '').trimEnd();
