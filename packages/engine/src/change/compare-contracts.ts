import {
  type AnyArtifact,
  type Change,
  CONTRACT_KINDS,
  type ContractComparison,
  type ContractKind,
  type Kind,
  type RepositorySource,
} from '@shipworthy/model';
import type { Collected } from '../collect.ts';
import { eligibility } from '../eligible.ts';
import { readTexts } from '../read-texts.ts';
import type { Sources } from './both-texts.ts';
import type { Moves } from './moves.ts';

/** Files that a contract may be split over. */
const PARTS = /\.(?:ya?ml|json|proto|graphqls?|gql|avsc)$/i;
/** More of them are read for no contract: what then is missing makes the comparison unknown. */
const MAX_PARTS = 2000;

interface Collections {
  readonly before: Collected;
  readonly after: Collected;
  readonly moves: Moves;
}

/** What the change breaks of each contract that both sides have and that it may touch, by path in the head. */
export async function compareChanged(
  change: Change,
  sources: Sources,
  { before, after, moves }: Collections,
): Promise<ReadonlyMap<string, ContractComparison>> {
  const changed = change.files.filter(({ path }) => PARTS.test(path));
  const found = new Map<string, ContractComparison>();
  if (changed.length === 0) return found;
  const earlier = new Map(contractsOf(before).map((contract) => [moves.of(contract.path) ?? contract.path, contract]));
  for (const contract of contractsOf(after)) {
    const old = earlier.get(contract.path);
    if (
      !old ||
      old.kind !== contract.kind ||
      !mayTouch(
        changed.map(({ path }) => path),
        contract,
      )
    )
      continue;
    const [was, is] = [await sideOf(sources.base, before, old), await sideOf(sources.head, after, contract)];
    if (!was || !is) found.set(contract.path, { state: 'unknown', why: 'one side cannot be read as text' });
    else {
      const { compareContracts } = await import('@shipworthy/artifacts/contract-changes');
      found.set(contract.path, await compareContracts(contract.kind, was, is));
    }
  }
  return found;
}

type Contract = AnyArtifact & { readonly kind: ContractKind };

const isContract = (artifact: AnyArtifact): artifact is Contract =>
  (CONTRACT_KINDS as readonly Kind[]).includes(artifact.kind);

function contractsOf({ inventory }: Collected): readonly Contract[] {
  const eligible = eligibility(inventory);
  return inventory.files.flatMap((file) => file.artifacts.filter(eligible).filter(isContract));
}

/** Its own file, or one that it may refer to. */
const mayTouch = (changed: readonly string[], contract: Contract): boolean =>
  changed.includes(contract.path) || (isSplit(contract) && changed.some((path) => isBeside(path, contract)));

const isSplit = ({ facts }: Contract): boolean =>
  ('references' in facts && facts.references.length > 0) || ('splitPaths' in facts && facts.splitPaths.length > 0);

/** In its folder or below, or in a folder of the folder above: `../schemas/order.yaml`. */
function isBeside(path: string, contract: { readonly path: string }): boolean {
  const above = contract.path.split('/').slice(0, -2);
  return path.startsWith(above.length === 0 ? '' : `${above.join('/')}/`);
}

/** A contract with what it may be split over. */
async function sideOf(source: RepositorySource, { tree }: Collected, contract: Contract) {
  const parts = isSplit(contract)
    ? tree.paths.filter((path) => PARTS.test(path) && isBeside(path, contract)).slice(0, MAX_PARTS)
    : [];
  const texts = await readTexts(source, [...new Set([contract.path, ...parts])]);
  const text = texts.get(contract.path);
  return text === undefined ? undefined : { path: contract.path, text, read: (path: string) => texts.get(path) };
}
