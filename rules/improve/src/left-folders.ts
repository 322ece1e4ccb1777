import type { Artifact } from '@shipworthy/model';

/** Pages with which a project greets those who join it, by their names. */
const GREETING = /^(?:contributing|code[-_]of[-_]conduct)(?:\.\w+)?$/i;
/** A part of a repository has at most one of them; who has both was a project of its own. */
const OF_A_PROJECT = 2;

/** Does the page of the nearest folder, but for the root, say that what lies there is over? */
export function isOver(path: string, readmes: readonly Artifact<'readme'>[]): boolean {
  return readmes.some(({ facts: { folder, retired } }) => folder !== '' && retired && path.startsWith(`${folder}/`));
}

/** Does the page lie in a project that was taken in whole? Its pages lead to what was left behind. */
export function isTakenIn(path: string, pages: readonly Artifact<'document'>[]): boolean {
  const greetings = greetingsOf(pages);
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    if ((greetings.get(path.slice(0, end)) ?? 0) >= OF_A_PROJECT) return true;
  return false;
}

/** Each page of a repository is asked for. */
const known = new WeakMap<readonly Artifact<'document'>[], ReadonlyMap<string, number>>();

function greetingsOf(pages: readonly Artifact<'document'>[]): ReadonlyMap<string, number> {
  const before = known.get(pages);
  if (before) return before;
  const found = new Map<string, number>();
  for (const { path } of pages) {
    const end = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, end));
    if (!GREETING.test(path.slice(end + 1)) || folder === '' || SHARED.test(folder)) continue;
    found.set(folder, (found.get(folder) ?? 0) + 1);
  }
  known.set(pages, found);
  return found;
}

/** Where a repository keeps its own. */
const SHARED =
  /^(?:\.github|\.gitlab|docs?|documentation|community|meta)(?:\/|$)|(?:^|\/)(?:docs?|content|pages|source|src)(?:\/[\w-]+)?$/i;
