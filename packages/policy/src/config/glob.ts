import picomatch from 'picomatch';

/** No path is longer (PATH_MAX of Linux). */
const LONGEST_GLOB = 4096;
/** Wildcards beyond these take too long against a hostile path, and nobody needs them. */
const MAX_STARS_IN_SEGMENT = 3;
const MAX_FREE_SEGMENTS = 3;

const WILDCARD = /[*?[{]/;

/** Why a glob cannot be used, as a clause and an advice; undefined when it can. */
export function globFault(glob: string): { readonly what: string; readonly advice: string } | undefined {
  if (glob.trim() === '') return { what: 'a glob is empty', advice: 'Write a path such as docs/** or remove it.' };
  if (glob.startsWith('!'))
    return { what: `'${glob}' takes files back`, advice: 'Globs only add: list what is meant.' };
  if (glob.startsWith('/') || /^[A-Za-z]:/.test(glob))
    return {
      what: `'${glob}' is an absolute path`,
      advice: `Globs start at the root of the repository: write ${glob.replace(/^(?:[A-Za-z]:)?\/+/, '') || '**'}.`,
    };
  if (glob.includes('\\')) return { what: `'${glob}' has a backslash`, advice: `Write ${glob.replaceAll('\\', '/')}.` };
  if (glob.split('/').includes('..'))
    return { what: `'${glob}' leads out of the repository`, advice: 'Globs start at the root of the repository.' };
  const segments = glob.split('/');
  if (
    glob.length > LONGEST_GLOB ||
    segments.filter((segment) => segment === '**').length > MAX_FREE_SEGMENTS ||
    segments.some((segment) => segment.split('*').length - 1 > MAX_STARS_IN_SEGMENT)
  )
    return { what: `'${glob.slice(0, 80)}' has too many wildcards`, advice: 'Write several simpler globs.' };
  try {
    compile(glob);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Missing \w+: "([^"]+)".*$/s, '$1 is missing') : '';
    return { what: `'${glob}' is no glob${why ? ` (${why})` : ''}`, advice: 'Close every bracket, or write ? for it.' };
  }
}

/**
 * Does a path match any of the globs? A name without a slash matches at any depth, a folder everything below it.
 * Only for globs without faults.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(compile);
  return (path) => matchers.some((matches) => matches(path));
}

function compile(glob: string): (path: string) => boolean {
  const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
  const options = { dot: true, noextglob: true, nonegate: true, strictBrackets: true };
  if (!WILDCARD.test(plain)) {
    if (plain.includes('/')) return (path) => path === plain || path.startsWith(`${plain}/`);
    return (path) => path === plain || path.split('/').includes(plain);
  }
  const placed = plain.includes('/') ? plain : `**/${plain}`;
  return picomatch([placed, `${placed}/**`], options);
}
