import type { ReadFailure, RepositorySource, SourceContent } from '@shipworthy/model';
import { blankText } from './line-lengths.ts';
import type { StoredTree } from './stored-tree.ts';

/** What a rule is told of a file whose facts are asked for and were not read when the tree was. */
export const NOT_COLLECTED = 'not yet collected';

/** A repository as the store has it: its paths, and the texts that steer an audit. Its facts are recalled by their blobs. */
export class StoredSource implements RepositorySource {
  readonly kind = 'memory';
  readonly name: string;
  readonly #stored: StoredTree;
  readonly #missed = new Set<string>();

  constructor(name: string, stored: StoredTree) {
    this.name = name;
    this.#stored = stored;
  }

  async list(): ReturnType<RepositorySource['list']> {
    const { entries, commit, history, unseen } = this.#stored;
    return { entries, history, ...(commit === undefined ? {} : { commit }), ...(unseen ? { unseen } : {}) };
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    for (const path of paths) yield { path, content: this.#contentOf(path) };
  }

  /** Files that were asked for and are not kept. */
  missed(): readonly string[] {
    return [...this.#missed].sort();
  }

  /** Texts that have nothing of the files but their lines: enough to turn offsets into lines and columns. */
  async linesOnly(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(paths);
    const { entries, lines } = this.#stored;
    return new Map(
      entries.flatMap(({ path, blob }) => {
        const lengths = wanted.has(path) && blob !== undefined && Object.hasOwn(lines, blob) ? lines[blob] : undefined;
        return lengths ? [[path, blankText(lengths)] as const] : [];
      }),
    );
  }

  #contentOf(path: string): Uint8Array | ReadFailure {
    const { texts } = this.#stored;
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
    if (text !== undefined) return Buffer.from(text, 'base64');
    this.#missed.add(path);
    return { reason: 'unreadable', detail: NOT_COLLECTED };
  }
}
