import type { ContractChange, Span } from '@shipworthy/model';
import { CLAIMED } from './claimed.ts';
import type { DescriptionFile } from './description.ts';

/** What a change is said of. */
export interface Finding {
  /** One of oasdiff's ids; those not claimed are dropped. */
  readonly check: string;
  readonly what: string;
  /** `GET /orders` */
  readonly about: string;
  readonly at: Span;
  readonly file: DescriptionFile;
  /** Findings with one key are one cause that shows in several places. */
  readonly key?: object;
  /** What tells findings of one key and check apart: the name of a property. */
  readonly detail?: string;
}

interface Kept {
  readonly finding: Finding;
  readonly level: ContractChange['level'];
  readonly places: Set<string>;
}

/** Collects the changes of one comparison. A cause that many operations share is kept once, with their number. */
export class Report {
  readonly #document: string;
  readonly #kept: Kept[] = [];
  readonly #byKey = new Map<object, Map<string, Kept>>();

  /** @param document path of the newer document */
  constructor(document: string) {
    this.#document = document;
  }

  add(finding: Finding): void {
    const level = CLAIMED.get(finding.check);
    if (!level) return;
    const known = this.#known(finding);
    if (known) known.places.add(finding.about);
    else this.#keep({ finding, level, places: new Set([finding.about]) });
  }

  /** In the order they were met, which is that of the documents. */
  changes(): ContractChange[] {
    return this.#kept.map(({ finding, level, places }) => ({
      check: finding.check,
      level,
      what: places.size > 1 ? `${finding.what}, as in ${others(places.size - 1)}` : finding.what,
      about: finding.about,
      at: finding.at,
      ...(finding.file.path === this.#document ? {} : { path: finding.file.path }),
    }));
  }

  #known({ key, check, detail }: Finding): Kept | undefined {
    return key && this.#byKey.get(key)?.get(nameOf(check, detail));
  }

  #keep(kept: Kept): void {
    this.#kept.push(kept);
    const { key, check, detail } = kept.finding;
    if (!key) return;
    const row = this.#byKey.get(key) ?? new Map<string, Kept>();
    this.#byKey.set(key, row);
    row.set(nameOf(check, detail), kept);
  }
}

const nameOf = (check: string, detail: string | undefined): string => `${check} ${detail ?? ''}`;

const others = (count: number): string => (count === 1 ? '1 other operation' : `${count} other operations`);
