import { CHOICES, type Choice, MANAGED, STORES } from './architectural-choices.ts';

const sure = new Map<string, Choice>();
const perhaps = new Map<string, Choice>();
const prefixes: (readonly [string, Choice])[] = [];
const byName = new Map<string, Choice>();
for (const [name, what, packages] of CHOICES) {
  const choice = { name, what };
  byName.set(name.toLowerCase(), choice);
  for (const one of packages.split(' ')) {
    if (one.startsWith('?')) perhaps.set(one.slice(1), choice);
    else if (one.endsWith('*')) prefixes.push([one.slice(0, -1), choice]);
    else sure.set(one, choice);
  }
}

/** The choice that a package stands for; extras (`psycopg[binary]`) and major versions of Go modules do not matter. */
export function choiceOfPackage(dependency: string): Choice | undefined {
  const name = plain(dependency);
  return sure.get(name) ?? prefixes.find(([prefix]) => name.startsWith(prefix))?.[1];
}

/** The same, and the choice that a package may show besides. */
export const choiceBehind = (dependency: string): Choice | undefined =>
  choiceOfPackage(dependency) ?? perhaps.get(plain(dependency));

const plain = (dependency: string): string =>
  dependency
    .toLowerCase()
    .replace(/\[.*$/, '')
    .replace(/\/v\d+$/, '');

/** The choice that a store of a deployment stands for; undefined for buckets, volumes and what is not known. */
export function choiceOfStore(technology: string | undefined, kind: string): Choice | undefined {
  if (technology === undefined || kind === 'bucket' || kind === 'volume') return undefined;
  const name = STORES[technology] ?? technology;
  return (
    byName.get(name.toLowerCase()) ??
    (name in MANAGED || Object.values(STORES).includes(name) ? { name, what: 'datastore' } : undefined)
  );
}
