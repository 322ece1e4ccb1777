import type { Artifact, FactFault } from '@shipworthy/rule-kit';

type Faulty = Artifact<'openapi'> | Artifact<'asyncapi'> | Artifact<'json-schema'>;

/** Copies of one file: whoever mends the first mends the others by copying it again. */
export interface Copies {
  /** The first by its path; every copy's faults are told there. */
  readonly first: string;
  /** All of them with their first fault. */
  readonly members: readonly { readonly path: string; readonly fault: FactFault }[];
}

const known = new WeakMap<readonly Faulty[], ReadonlyMap<string, Copies>>();

/**
 * By path, the files of one name that hold the same faults. Files without a copy, or without a fault, are absent.
 * @param isAsked whether faults of a file are told at all; it says the same each time
 */
export function sameFaults(
  contracts: readonly Faulty[],
  isAsked: (contract: Faulty) => boolean,
): ReadonlyMap<string, Copies> {
  const found = known.get(contracts) ?? group(contracts.filter(isAsked));
  known.set(contracts, found);
  return found;
}

function group(contracts: readonly Faulty[]): ReadonlyMap<string, Copies> {
  const groups = new Map<string, Copies['members'][number][]>();
  for (const { path, facts } of contracts) {
    const [fault] = facts.faults;
    if (!fault) continue;
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    const key = JSON.stringify([name, ...facts.faults.map(({ what }) => what)]);
    const members = groups.get(key) ?? [];
    members.push({ path, fault });
    groups.set(key, members);
  }
  const copies = new Map<string, Copies>();
  for (const members of groups.values()) {
    const [first] = members;
    if (!first || members.length === 1) continue;
    for (const { path } of members) copies.set(path, { first: first.path, members });
  }
  return copies;
}
