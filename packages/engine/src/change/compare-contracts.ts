import { posix } from 'node:path';
import {
  type AnyArtifact,
  type Change,
  CONTRACT_KINDS,
  type ContractComparison,
  type ContractText,
  type Kind,
} from '@shipworthy/model';
import type { Collected } from '../collect.ts';
import { eligibility } from '../eligible.ts';
import { baseOf, type Sources } from './both-texts.ts';
import type { Moves } from './moves.ts';
import { type OpenRelease, Promises } from './promises.ts';
import { type Contract, PARTS, referencesOf, SideTexts } from './side-texts.ts';

interface Asked {
  /** `2026-12-31`; whether an announced end has come is not known without. */
  readonly today?: string | undefined;
  readonly release?: OpenRelease | undefined;
}

interface Collections {
  readonly before: Collected;
  readonly after: Collected;
  readonly moves: Moves;
}

/**
 * What the change breaks of each contract that both sides have and that it may touch, by path in the head.
 */
export async function compareChanged(
  change: Change,
  sources: Sources,
  { before, after, moves }: Collections,
  { today, release }: Asked = {},
): Promise<ReadonlyMap<string, ContractComparison>> {
  const parts = change.files.filter(({ path }) => PARTS.test(path));
  const changed = new Set(parts.map(({ path }) => path));
  const found = new Map<string, ContractComparison>();
  if (changed.size === 0) return found;
  const earlier = new Map(contractsOf(before).map((contract) => [moves.of(contract.path) ?? contract.path, contract]));
  const gone = parts.flatMap((file) => (file.state === 'added' ? [] : baseOf(file)));
  const come = parts.flatMap((file) => (file.state === 'removed' ? [] : file.path));
  const base = new SideTexts(sources.base, before.tree.paths, gone);
  const head = new SideTexts(sources.head, after.tree.paths, come);
  const promises = new Promises(release);
  const contracts = contractsOf(after);
  const outer = new Map(contracts.map((contract) => [contract.path, referencesOf(contract)]));
  for (const contract of contracts) {
    const old = earlier.get(contract.path);
    if (!old || old.kind !== contract.kind || !reaches(contract.path, outer, changed)) continue;
    const [was, is] = [await base.of(old), await head.of(contract)];
    if (!was || !is) found.set(contract.path, { state: 'unknown', why: 'one side cannot be read as text' });
    else {
      const { compareContracts } = await import('@shipworthy/artifacts/contract-changes');
      const against = (other: ContractText) => compareContracts(contract.kind, other, is, today);
      found.set(contract.path, await promises.marked(await against(was), old, against));
    }
  }
  return found;
}

const isContract = (artifact: AnyArtifact): artifact is Contract =>
  (CONTRACT_KINDS as readonly Kind[]).includes(artifact.kind);

function contractsOf({ inventory }: Collected): readonly Contract[] {
  const eligible = eligibility(inventory);
  return inventory.files.flatMap((file) => file.artifacts.filter(eligible).filter(isContract));
}

/** Its own file has changed, or one that it leads to; the folder of one that has no facts stands for what that leads to. */
function reaches(
  path: string,
  outer: ReadonlyMap<string, readonly string[]>,
  changed: ReadonlySet<string>,
  seen = new Set<string>(),
): boolean {
  if (changed.has(path)) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  const targets = outer.get(path);
  if (!targets) return [...changed].some((other) => posix.dirname(other).startsWith(posix.dirname(path)));
  return targets.some((target) => reaches(target, outer, changed, seen));
}
