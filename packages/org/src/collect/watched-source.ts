import { decodeText } from '@shipworthy/artifacts';
import type { Listing, RepositorySource, SourceContent } from '@shipworthy/model';
import { BASELINE_NAME, CONFIG_NAMES } from '@shipworthy/policy';
import { lineLengths } from './line-lengths.ts';

/** Files whose texts steer an audit, whatever facts they have. */
const STEERING: ReadonlySet<string> = new Set([...CONFIG_NAMES, BASELINE_NAME, '.gitattributes', '.gitignore']);

/** A source that remembers of what was read what is to be stored: steering texts, and the lines of every file. */
export class WatchedSource implements RepositorySource {
  readonly kind: RepositorySource['kind'];
  readonly name: string;
  readonly #source: RepositorySource;
  readonly #texts = new Map<string, string>();
  readonly #lines = new Map<string, readonly number[]>();

  constructor(source: RepositorySource) {
    this.kind = source.kind;
    this.name = source.name;
    this.#source = source;
  }

  list(): Promise<Listing> {
    return this.#source.list();
  }

  async *read(paths: readonly string[]): AsyncGenerator<SourceContent, void, undefined> {
    for await (const read of this.#source.read(paths)) {
      if (read.content instanceof Uint8Array) this.#watch(read.path, read.content);
      yield read;
    }
  }

  /** Reads files for their lines. */
  async look(paths: readonly string[]): Promise<void> {
    for await (const { path, content } of this.#source.read(paths))
      if (content instanceof Uint8Array) this.#watch(path, content);
  }

  /** Steering texts in base64 by path, and those of `paths` besides, which configurations extend. */
  async texts(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const others = paths.filter((path) => !this.#texts.has(path));
    for await (const { path, content } of this.#source.read(others))
      if (content instanceof Uint8Array) this.#texts.set(path, Buffer.from(content).toString('base64'));
    return Object.fromEntries([...this.#texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Lengths of the lines of a file that was read. */
  linesOf(path: string): readonly number[] | undefined {
    return this.#lines.get(path);
  }

  #watch(path: string, bytes: Uint8Array): void {
    if (STEERING.has(path.slice(path.lastIndexOf('/') + 1)))
      this.#texts.set(path, Buffer.from(bytes).toString('base64'));
    const decoded = decodeText(bytes);
    if (decoded.encoding !== 'binary') this.#lines.set(path, lineLengths(decoded.text));
  }
}
