import type { Kind, PathClass } from '@shipworthy/model';

/**
 * One decoded file on its way to facts. Kinds that read the same format share one parse through `once`.
 */
export class RepositoryFile {
  readonly path: string;
  readonly pathClass: PathClass;
  /** Decoded, without byte order mark; all spans are offsets into it. */
  readonly text: string;
  /** Kinds the configuration declares it to be: what the path and the content say does not matter then. */
  readonly declared: readonly Kind[];
  readonly #memo = new Map<(file: RepositoryFile) => unknown, unknown>();

  constructor(path: string, pathClass: PathClass, text: string, declared: readonly Kind[] = []) {
    this.path = path;
    this.pathClass = pathClass;
    this.text = text;
    this.declared = declared;
  }

  /** `compute(this)`, computed at most once per file whoever asks. Pass a named module-level function. */
  once<T>(compute: (file: RepositoryFile) => T): T {
    if (!this.#memo.has(compute)) this.#memo.set(compute, compute(this));
    return this.#memo.get(compute) as T;
  }

  get baseName(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  /** '' for the root. */
  get folder(): string {
    return this.path.slice(0, Math.max(0, this.path.lastIndexOf('/')));
  }
}
