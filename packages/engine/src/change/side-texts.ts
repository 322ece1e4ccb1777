import { posix } from 'node:path';
import type { AnyArtifact, ContractKind, ContractText, RepositorySource } from '@shipworthy/model';
import { readTexts } from '../read-texts.ts';

/** Files that a contract may be split over. */
export const PARTS = /\.(?:ya?ml|json|proto|graphqls?|gql|avsc)$/i;
/** More of them are read for no contract: what then is missing makes the comparison unknown. */
const MAX_PARTS = 2000;

export type Contract = AnyArtifact & { readonly kind: ContractKind };

/** Paths that a contract refers to, as far as its facts tell. */
export function referencesOf({ path, facts }: Contract): readonly string[] {
  const targets = [
    ...('references' in facts ? facts.references.flatMap(({ target, remote }) => (remote ? [] : target)) : []),
    ...('splitPaths' in facts ? facts.splitPaths.map(({ target }) => target) : []),
  ];
  return targets.map((target) => posix.join(posix.dirname(path), target.split('#')[0] ?? ''));
}

/** The texts of contracts on one side, with what they may be split over; each file is read once. */
export class SideTexts {
  readonly #source: RepositorySource;
  /** All files of this side. */
  readonly #paths: readonly string[];
  /** Files of this side that the change touches. */
  readonly #touched: readonly string[];
  readonly #texts = new Map<string, string | undefined>();

  constructor(source: RepositorySource, paths: readonly string[], touched: readonly string[]) {
    this.#source = source;
    this.#paths = paths;
    this.#touched = touched.slice(0, MAX_PARTS);
  }

  async of(contract: Contract): Promise<ContractText | undefined> {
    const { path } = contract;
    const parts = this.#paths.filter(partOf(contract)).slice(0, MAX_PARTS);
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
