/** A media type taken apart: `application/problem+json; charset=utf-8`. */
interface MediaType {
  readonly type: string;
  readonly subtype: string;
  readonly suffix: string;
  readonly parameters: string;
}

function parsed(name: string): MediaType | undefined {
  const [essence = '', ...parameters] = name.split(';');
  const [type, rest, third] = essence.trim().split('/');
  if (!type || !rest || third !== undefined) return undefined;
  const [subtype = '', suffix = '', more] = rest.split('+');
  if (more !== undefined) return undefined;
  return {
    type,
    subtype,
    suffix,
    parameters: parameters
      .map((parameter) => parameter.trim())
      .sort()
      .join(';'),
  };
}

/** Is what has the second name also of the first? `application/problem+json` is `application/json`. */
function contains(wide: MediaType, narrow: MediaType): boolean {
  if (wide.type !== narrow.type) return false;
  if (wide.suffix === '' && narrow.suffix !== '' && narrow.suffix === wide.subtype) return true;
  return wide.subtype === narrow.subtype && wide.suffix === narrow.suffix;
}

/** Do two names stand for one payload, one of them more closely? */
export function areEquivalent(name: string, other: string): boolean {
  const [one, two] = [parsed(name), parsed(other)];
  return one !== undefined && two !== undefined && (contains(one, two) || contains(two, one));
}

/** The newer name says less of what it is than the older, parameters aside. */
export function isLessSpecific(before: string, after: string): boolean {
  const [was, is] = [parsed(before), parsed(after)];
  return was !== undefined && is !== undefined && was.parameters === is.parameters && !contains(was, is);
}

export interface PairedNames {
  readonly kept: readonly (readonly [before: string, after: string])[];
  readonly removed: readonly string[];
}

/** Which names of the older side are on the newer, as they are or as equivalent ones. */
export function pairNames(before: readonly string[], after: readonly string[]): PairedNames {
  const free = new Set(after.filter((name) => !before.includes(name)));
  const kept: (readonly [string, string])[] = [];
  const removed: string[] = [];
  for (const name of before) {
    const other = after.includes(name) ? name : [...free].find((candidate) => areEquivalent(name, candidate));
    if (other === undefined) removed.push(name);
    else {
      free.delete(other);
      kept.push([name, other]);
    }
  }
  return { kept, removed };
}
