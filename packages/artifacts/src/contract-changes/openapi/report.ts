import type { ContractChange, Span } from '@shipworthy/model';
import { CLAIMED } from './claimed.ts';
import type { DescriptionFile } from './description.ts';

/** What a change is said of. */
export interface Finding {
  /** One of oasdiff's ids; those not claimed are dropped. */
  readonly check: string;
  /** One clause; given the names of all that happened together. */
  readonly what: (names: readonly string[]) => string;
  /** `GET /orders` */
  readonly about: string;
  readonly at: Span;
  readonly file: DescriptionFile;
  /** Says more than was said before, and nobody may do anything else for it. */
  readonly clarifies?: boolean;
  /** Findings with one key are one cause that shows in several places. */
  readonly key?: object;
  /** What it happened to, of which one cause may have several: properties of one schema. */
  readonly names?: readonly string[];
}

interface Kept {
  readonly finding: Finding;
  readonly level: ContractChange['level'];
  readonly places: Set<string>;
  readonly names: Set<string>;
}

/** Collects the changes of one comparison. A cause that many operations share is kept once, with their number. */
export class Report {
  readonly #document: string;
  readonly #kept: Kept[] = [];
  readonly #byKey = new Map<object, Map<string, Kept>>();
  #counted = true;

  /** @param document path of the newer document */
  constructor(document: string) {
    this.#document = document;
  }

  add(finding: Finding): void {
    const claimed = CLAIMED.get(finding.check);
    if (!claimed) return;
    const level = finding.clarifies ? 'risky' : claimed;
    const known = finding.key && this.#byKey.get(finding.key)?.get(finding.check);
    const kept = known ?? { finding, level, places: new Set(), names: new Set() };
    kept.places.add(finding.about);
    for (const name of finding.names ?? []) kept.names.add(name);
    if (!known) this.#keep(kept);
  }

  /** From here on not every operation that shares a cause is named any more. */
  countNoMore(): void {
    this.#counted = false;
  }

  /** In the order they were met: operations that are gone, what else is said of them, then what their schemas say. */
  changes(): ContractChange[] {
    return this.#kept.map(({ finding, level, places, names }) => ({
      check: finding.check,
      level,
      what: `${finding.what([...names])}${places.size > 1 ? `, as in ${this.#counted ? others(places.size - 1) : 'other operations'}` : ''}`,
      about: finding.about,
      at: finding.at,
      ...(finding.file.path === this.#document ? {} : { path: finding.file.path }),
    }));
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept);
    const { key, check } = kept.finding;
    if (!key) return;
    const row = this.#byKey.get(key) ?? new Map<string, Kept>();
    this.#byKey.set(key, row);
    row.set(check, kept);
  }
}

const others = (count: number): string => (count === 1 ? '1 other operation' : `${count} other operations`);
