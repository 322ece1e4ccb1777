import { posix } from 'node:path';
import {
  type AnyArtifact,
  type Change,
  CONTRACT_KINDS,
  type ContractComparison,
  type ContractKind,
  type ContractText,
  type Kind,
  type RepositorySource,
  type Tree,
} from '@shipworthy/model';
import type { Collected } from '../collect.ts';
import { eligibility } from '../eligible.ts';
import { readTexts } from '../read-texts.ts';
import { baseOf, type Sources } from './both-texts.ts';
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

/**
 * What the change breaks of each contract that both sides have and that it may touch, by path in the head.
 * @param today `2026-12-31`; whether an announced end has come is not known without
 */
export async function compareChanged(
  change: Change,
  sources: Sources,
  { before, after, moves }: Collections,
  today?: string,
): Promise<ReadonlyMap<string, ContractComparison>> {
  const parts = change.files.filter(({ path }) => PARTS.test(path));
  const changed = new Set(parts.map(({ path }) => path));
  const found = new Map<string, ContractComparison>();
  if (changed.size === 0) return found;
  const earlier = new Map(contractsOf(before).map((contract) => [moves.of(contract.path) ?? contract.path, contract]));
  const gone = parts.flatMap((file) => (file.state === 'added' ? [] : baseOf(file)));
  const come = parts.flatMap((file) => (file.state === 'removed' ? [] : file.path));
  const base = new SideTexts(sources.base, before, gone);
  const head = new SideTexts(sources.head, after, come);
  const contracts = contractsOf(after);
  const outer = new Map(contracts.map((contract) => [contract.path, referencesOf(contract)]));
  for (const contract of contracts) {
    const old = earlier.get(contract.path);
    if (!old || old.kind !== contract.kind || !reaches(contract.path, outer, changed)) continue;
    const [was, is] = [await base.of(old), await head.of(contract)];
    if (!was || !is) found.set(contract.path, { state: 'unknown', why: 'one side cannot be read as text' });
    else {
      const { compareContracts } = await import('@shipworthy/artifacts/contract-changes');
      found.set(contract.path, await compareContracts(contract.kind, was, is, today));
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

/** Paths that a contract refers to, as far as its facts tell. */
function referencesOf({ path, facts }: Contract): readonly string[] {
  const targets = [
    ...('references' in facts ? facts.references.flatMap(({ target, remote }) => (remote ? [] : target)) : []),
    ...('splitPaths' in facts ? facts.splitPaths.map(({ target }) => target) : []),
  ];
  return targets.map((target) => posix.join(posix.dirname(path), target.split('#')[0] ?? ''));
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

/** The texts of contracts on one side, with what they may be split over; each file is read once. */
class SideTexts {
  readonly #source: RepositorySource;
  readonly #tree: Tree;
  /** Files of this side that the change touches. */
  readonly #touched: readonly string[];
  readonly #texts = new Map<string, string | undefined>();

  constructor(source: RepositorySource, { tree }: Collected, touched: readonly string[]) {
    this.#source = source;
    this.#tree = tree;
    this.#touched = touched.slice(0, MAX_PARTS);
  }

  async of(contract: Contract): Promise<ContractText | undefined> {
    const { path } = contract;
    const parts = this.#tree.paths.filter(partOf(contract)).slice(0, MAX_PARTS);
    const unread = [path, ...parts, ...this.#touched].filter((other) => !this.#texts.has(other));
    const texts = await readTexts(this.#source, [...new Set(unread)]);
    for (const other of unread) this.#texts.set(other, texts.get(other));
    const text = this.#texts.get(path);
    if (text === undefined) return undefined;
    const touched = this.#touched.filter((other) => other !== path);
    return { path, text, read: (other) => this.#texts.get(other), touched };
  }
}

/** Files whose text a comparison may ask for: what lies beside a description that is split, what a .proto file imports. */
function partOf(contract: Contract): (path: string) => boolean {
  const { facts } = contract;
  if ('imports' in facts) {
    const imported = facts.imports.map(({ path }) => path);
    return (path) => imported.some((end) => path === end || path.endsWith(`/${end}`));
  }
  if (referencesOf(contract).length === 0) return () => false;
  return (path) => PARTS.test(path) && isBeside(path, contract);
}

/** In its folder or below, or in a folder of the folder above: `../schemas/order.yaml`. */
function isBeside(path: string, contract: { readonly path: string }): boolean {
  const above = contract.path.split('/').slice(0, -2);
  return path.startsWith(above.length === 0 ? '' : `${above.join('/')}/`);
}
