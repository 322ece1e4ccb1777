import picomatch from 'picomatch';

/** The attributes by which maintainers tell GitHub what a file is (github-linguist, "Overrides"). */
export interface LinguistOverrides {
  readonly vendored?: boolean;
  readonly generated?: boolean;
  readonly documentation?: boolean;
}
type Flag = keyof LinguistOverrides;

interface AttributeLine {
  /** Of the paths that it can be about: the folder of its file, with a slash. */
  readonly prefix: string;
  readonly matches: (path: string) => boolean;
  /** `undefined` takes an earlier setting back (`!attribute`). */
  readonly set: readonly (readonly [Flag, boolean | undefined])[];
}

const ATTRIBUTE = /^([-!]?)linguist-(vendored|generated|documentation)(?:=(.*))?$/;
/**
 * Patterns with more wildcards than this take too long to match against a hostile path; they say nothing then.
 */
const MAX_STARS_IN_SEGMENT = 3;
const MAX_FREE_SEGMENTS = 2;
/** No path is longer (PATH_MAX of Linux). */
const LONGEST_PATTERN = 4096;
/** More lines of one repository than this are not looked at: no file seen comes near. */
const MAX_LINES = 2_000;

/**
 * Reads `.gitattributes` files (path -> text; the root's has the path `.gitattributes`). In one file the last
 * matching line wins, and a file deeper in the tree wins over one above it (gitattributes(5)).
 */
export function readGitattributes(files: ReadonlyMap<string, string>): (path: string) => LinguistOverrides {
  const depth = (path: string) => path.split('/').length;
  const lines = [...files]
    .sort(([a], [b]) => depth(a) - depth(b))
    .flatMap(([path, text]) => linesOf(path.slice(0, path.lastIndexOf('/') + 1), text))
    .slice(0, MAX_LINES);
  const nothing: LinguistOverrides = {};
  if (lines.length === 0) return () => nothing;
  return (path) => {
    let found: { [F in Flag]?: boolean } | undefined;
    for (const line of lines) {
      if (!path.startsWith(line.prefix)) continue;
      if (!line.matches(line.prefix === '' ? path : path.slice(line.prefix.length))) continue;
      found ??= {};
      for (const [flag, value] of line.set) {
        if (value === undefined) delete found[flag];
        else found[flag] = value;
      }
    }
    return found ?? nothing;
  };
}

function linesOf(prefix: string, text: string): AttributeLine[] {
  const found: AttributeLine[] = [];
  for (const raw of text.split('\n')) {
    if (!raw.includes('linguist-')) continue;
    const line = raw.trim();
    if (line.startsWith('#') || line.startsWith('[attr]')) continue;
    const split = /^(?:"((?:[^"\\]|\\.)*)"|(\S+))\s+(.*)$/s.exec(line);
    const pattern = split?.[1] ?? split?.[2];
    if (!pattern || pattern.startsWith('!') || isTooWild(pattern)) continue;
    const set = (split?.[3] ?? '').split(/\s+/).flatMap((word): (readonly [Flag, boolean | undefined])[] => {
      const parts = ATTRIBUTE.exec(word);
      const flag = parts?.[2];
      if (flag !== 'vendored' && flag !== 'generated' && flag !== 'documentation') return [];
      if (parts?.[1] === '!') return [[flag, undefined]];
      return [[flag, parts?.[1] !== '-' && parts?.[3] !== 'false']];
    });
    if (set.length > 0) found.push({ prefix, matches: matcherOf(pattern), set });
  }
  return found;
}

function isTooWild(pattern: string): boolean {
  const segments = pattern.split('/');
  return (
    pattern.length > LONGEST_PATTERN ||
    segments.filter((segment) => segment === '**').length > MAX_FREE_SEGMENTS ||
    segments.some((segment) => segment.split('*').length - 1 > MAX_STARS_IN_SEGMENT)
  );
}

/**
 * git itself lets `folder/` match nothing; whoever writes it means everything below, which is what matters here.
 */
function matcherOf(pattern: string): (path: string) => boolean {
  const below = pattern.endsWith('/') ? `${pattern}**` : pattern;
  const anchored = below.slice(0, -1).includes('/') && below !== '**/';
  const glob = anchored ? below.replace(/^\//, '') : `**/${below.replace(/^\//, '')}`;
  const folder = PLAIN_FOLDER.exec(glob)?.[1];
  if (folder !== undefined)
    return (path) => path.startsWith(folder) && (path === folder || path[folder.length] === '/');
  const whole = picomatch.makeRe(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true });
  const end = PLAIN_END.exec(glob)?.[0] ?? '';
  return (path) => path.endsWith(end) && (path === glob || whole.test(path));
}

/** Most lines name all below one folder, and the folder itself where it is a link or a submodule. */
const PLAIN_FOLDER = /^(?!\.{1,2}\/)([\w.-]+(?:\/[\w.-]+)*)\/\*\*$/;
/** What every path ends with that the pattern takes: most paths of a tree do not. */
const PLAIN_END = /[\w.-]*$/;
