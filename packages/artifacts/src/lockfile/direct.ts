/** How far into a lock file its list of direct dependencies is looked for, in characters. */
const MAX_LIST = 60_000;

/**
 * The names that a lock file lists as needed by the project itself, sorted. Undefined where the format does not list them
 * apart near its head or tail, or the list is cut.
 */
export function directNames(name: string, text: string): readonly string[] | undefined {
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') return npmNames(text);
  if (name === 'gemfile.lock' || name === 'gems.locked') return bundlerNames(text);
  return undefined;
}

/** Since version 2 the first entry of `packages`, with an empty key, is the project as its manifest was. */
function npmNames(text: string): readonly string[] | undefined {
  const start = /"packages"\s*:\s*\{\s*""\s*:\s*\{/.exec(text.slice(0, MAX_LIST));
  if (!start) return undefined;
  const open = start.index + start[0].length - 1;
  const end = closing(text, open);
  if (end === undefined) return undefined;
  const root: unknown = parsed(text.slice(open, end + 1));
  if (typeof root !== 'object' || root === null) return undefined;
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  const entries = Object.entries(root).filter(([key]) => groups.includes(key));
  return [
    ...new Set(entries.flatMap(([, value]) => (typeof value === 'object' && value ? Object.keys(value) : []))),
  ].sort();
}

/** A longer lock file pins something. In characters. */
const MAX_EMPTY = 2000;

/** Does a lock file of npm or Yarn pin nothing? Only what is short is asked. */
export function pinsNothing(name: string, text: string): boolean {
  if (text.length > MAX_EMPTY) return false;
  if (name === 'yarn.lock') return /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:#[^\n]*)?$/.test(text);
  if (name !== 'package-lock.json' && name !== 'npm-shrinkwrap.json') return false;
  const lock = parsed(text);
  if (typeof lock !== 'object' || lock === null) return false;
  return Object.entries(lock).every(
    ([key, value]) =>
      (key !== 'packages' && key !== 'dependencies') ||
      (typeof value === 'object' && value !== null && Object.keys(value).every((path) => path === '')),
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The brace that closes the one at `open`, strings skipped; undefined beyond the limit. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(text.length, open + MAX_LIST);
  for (let index = open; index < limit; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return index;
  }
  return undefined;
}

function bundlerNames(text: string): readonly string[] | undefined {
  const list = /^DEPENDENCIES\r?\n((?: {2}[^\n]*\n?)*)/m.exec(text)?.[1];
  if (list === undefined) return undefined;
  return [...list.matchAll(/^ {2}([\w.-]+)/gm)].map((found) => found[1] ?? '').sort();
}
