import { nearest } from './nearest.ts';

/** `name` is an id or ends in `/*`; `*` is every rule. */
export const namesRule = (name: string, id: string): boolean =>
  name === '*' || (name.endsWith('/*') ? id.startsWith(name.slice(0, -1)) : id === name);

/** Fewer letters than this begin too many names. */
const MIN_BEGINNING = 8;

/** The ids, or `artifact/*`, that a name nobody answers to may have meant; nearest first, at most `limit`. */
export function nearestRules(wanted: string, ids: readonly string[], limit: number): string[] {
  const groups = [...new Set(ids.map((id) => `${id.slice(0, id.lastIndexOf('/'))}/*`))];
  const last = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
  const aspects = ids.filter((id) => last(id) === last(wanted));
  const near = nearest(wanted, wanted.endsWith('*') ? groups : ids, limit);
  // People type the beginning of an id, and it is nearer to the whole than its length says.
  const begun = ids.filter(
    (id) =>
      wanted.length >= MIN_BEGINNING &&
      nearest(wanted, [id.slice(0, wanted.length)]).length > 0 &&
      id.split('/')[0] === wanted.split('/')[0],
  );
  return [...new Set([...byBeginning(begun, wanted), ...near, ...aspects])].slice(0, limit);
}

/** Those whose beginning is nearest come first. */
function byBeginning(ids: readonly string[], wanted: string): string[] {
  const order = nearest(wanted, [...new Set(ids.map((id) => id.slice(0, wanted.length)))], ids.length);
  return ids.toSorted((a, b) => order.indexOf(a.slice(0, wanted.length)) - order.indexOf(b.slice(0, wanted.length)));
}
