import { posix } from 'node:path';
import { type ContractComparison, type ContractText, type RepositorySource, SourceError } from '@shipworthy/model';
import { type Contract, SideTexts } from './side-texts.ts';

/** What others were given last. */
export interface Release {
  /** For people: `v1.4.0`. */
  readonly name: string;
  readonly source: RepositorySource;
}

/** Undefined where no release is known, or it cannot be seen. */
export type OpenRelease = () => Promise<Release | undefined>;

interface Released {
  readonly name: string;
  readonly paths: readonly string[];
  readonly texts: SideTexts;
}

/** Tells what a contract promised in the newest release from what came after it. Opened only for contracts that lose something. */
export class Promises {
  readonly #open: OpenRelease | undefined;
  #released: Promise<Released | undefined> | undefined;

  constructor(open: OpenRelease | undefined) {
    this.#open = open;
  }

  /**
   * The comparison, with what no release had marked as such.
   * @param old the contract as it is in the base
   * @param against compares another version of it with the head
   */
  async marked(
    comparison: ContractComparison,
    old: Contract,
    against: (other: ContractText) => Promise<ContractComparison>,
  ): Promise<ContractComparison> {
    if (comparison.state === 'unknown' || comparison.changes.length === 0) return comparison;
    const promised = await this.#promised(old, against);
    if (!promised) return comparison;
    const { release, felt } = promised;
    const changes = comparison.changes.map((change) =>
      felt.has(change.about) ? change : { ...change, unreleased: release },
    );
    return { state: 'compared', changes };
  }

  /** What those feel who build on the newest release; undefined where that cannot be told. */
  async #promised(
    old: Contract,
    against: (other: ContractText) => Promise<ContractComparison>,
  ): Promise<{ readonly release: string; readonly felt: ReadonlySet<string> } | undefined> {
    try {
      this.#released ??= this.#look();
      const released = await this.#released;
      if (!released) return undefined;
      const { name, paths, texts } = released;
      if (!paths.includes(old.path))
        return paths.some((path) => mayHaveBeen(path, old.path)) ? undefined : { release: name, felt: new Set() };
      const text = await texts.of(old);
      const earlier = text && (await against(text));
      if (earlier?.state !== 'compared') return undefined;
      return { release: name, felt: new Set(earlier.changes.map(({ about }) => about)) };
    } catch (error) {
      // A partial clone has the trees of releases, and not their contents.
      if (error instanceof SourceError) return undefined;
      throw error;
    }
  }

  async #look(): Promise<Released | undefined> {
    const release = await this.#open?.();
    if (!release) return undefined;
    const { entries } = await release.source.list();
    const paths = entries.map(({ path }) => path);
    return { name: release.name, paths, texts: new SideTexts(release.source, paths, []) };
  }
}

const VERSION = /^v\d/i;

/** A file of the same name in another place, unless both stand in folders of different versions: `v1/shop.proto`. */
function mayHaveBeen(path: string, later: string): boolean {
  if (posix.basename(path) !== posix.basename(later)) return false;
  const [one, other] = [posix.basename(posix.dirname(path)), posix.basename(posix.dirname(later))];
  return !(VERSION.test(one) && VERSION.test(other)) || one === other;
}
