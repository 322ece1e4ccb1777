import type { FactsCache, FileFacts } from '@shipworthy/model';

/** Facts by key that begin with those of an earlier tree; what a pass asks for is kept, the rest of them goes. */
export class KeptFacts implements FactsCache {
  readonly #before: Readonly<Record<string, FileFacts | null>>;
  readonly #kept = new Map<string, FileFacts | null>();

  constructor(before: Readonly<Record<string, FileFacts | null>> = {}) {
    this.#before = before;
  }

  recall(key: string): FileFacts | null | undefined {
    return this.#kept.has(key) ? this.#kept.get(key) : Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
  }

  keep(key: string, facts: FileFacts | null): void {
    this.#kept.set(key, facts);
  }

  /** What was asked for, by key. */
  kept(): Readonly<Record<string, FileFacts | null>> {
    return Object.fromEntries([...this.#kept].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
