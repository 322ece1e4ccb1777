import type { Artifact, FactFault } from '@shipworthy/rule-kit';

type Faulty = Artifact<'openapi'> | Artifact<'asyncapi'> | Artifact<'json-schema'>;

/** Where one fault stands in several files: it is told at the first, and whoever mends it there mends the others too. */
export interface SharedFault {
  /** The first file by its path. */
  readonly first: string;
  /** Every file that has it, with its place there. */
  readonly members: readonly { readonly path: string; readonly fault: FactFault }[];
}

/** The shared faults of one file, by what each says. */
export type SharedFaults = ReadonlyMap<string, SharedFault>;

/** A fault that names the thing it is about, such as a component: the same name beside it is the same thing. */
const NAMES_IT = /`\$ref` '[^']+'|scheme '[^']+'/;

const known = new WeakMap<readonly Faulty[], ReadonlyMap<string, SharedFaults>>();

/**
 * By path, the faults that other files share: copies of one file (the same name and the same faults throughout), and
 * files of one folder that lack the same thing, as descriptions do that one program cuts out of one.
 * @param isAsked whether faults of a file are told at all; it says the same each time
 */
export function sameFaults(
  contracts: readonly Faulty[],
  isAsked: (contract: Faulty) => boolean,
): ReadonlyMap<string, SharedFaults> {
  const found = known.get(contracts) ?? group(contracts.filter(isAsked));
  known.set(contracts, found);
  return found;
}

function group(contracts: readonly Faulty[]): ReadonlyMap<string, SharedFaults> {
  const copies = new Map<string, number>();
  const groups = new Map<string, Map<string, FactFault>>();
  const files = contracts.map(({ path, facts }) => {
    const cut = path.lastIndexOf('/') + 1;
    const content = JSON.stringify([path.slice(cut).toLowerCase(), ...facts.faults.map(({ what }) => what)]);
    const copy = copies.get(content) ?? copies.size;
    copies.set(content, copy);
    const keys = facts.faults.flatMap((fault) =>
      [
        ...(NAMES_IT.test(fault.what) ? [JSON.stringify(['folder', path.slice(0, cut), fault.what])] : []),
        JSON.stringify(['copy', copy, fault.what]),
      ].map((key) => {
        const members = groups.get(key) ?? new Map<string, FactFault>();
        if (!members.has(path)) members.set(path, fault);
        groups.set(key, members);
        return { what: fault.what, key };
      }),
    );
    return { path, keys };
  });
  const told = new Map<string, SharedFault>();
  for (const [key, faults] of groups) {
    const members = [...faults].map(([path, fault]) => ({ path, fault }));
    const [first] = members;
    if (first && members.length > 1) told.set(key, { first: first.path, members });
  }
  return new Map(files.map(({ path, keys }) => [path, sharedOf(keys)]));

  function sharedOf(keys: readonly { readonly what: string; readonly key: string }[]): SharedFaults {
    const shared = new Map<string, SharedFault>();
    for (const { what, key } of keys) {
      const found = told.get(key);
      if (found && !shared.has(what)) shared.set(what, found);
    }
    return shared;
  }
}
