import type { ContractText } from '@shipworthy/model';
import { readDefinitions } from '../../protobuf/definitions.ts';
import type { ProtoFile } from '../../protobuf/descriptors.ts';

/** Files read of one side at most beside the one that is compared; what stands in further ones is not seen. */
const MAX_FILES = 100;

export interface Neighbour {
  readonly path: string;
  readonly file: ProtoFile;
}

/** Files that a file imports, and those that the change touches as well. Read when first asked for. */
export class Neighbours {
  readonly #contract: ContractText;
  readonly #file: ProtoFile;
  #imported: readonly Neighbour[] | undefined;
  #touched: readonly Neighbour[] | undefined;

  constructor(contract: ContractText, file: ProtoFile) {
    this.#contract = contract;
    this.#file = file;
  }

  /** With what these pass on by `import public`. */
  get imported(): readonly Neighbour[] {
    this.#imported ??= this.#readImports();
    return this.#imported;
  }

  get touched(): readonly Neighbour[] {
    this.#touched ??= (this.#contract.touched ?? [])
      .filter((path) => path.endsWith('.proto') && path !== this.#contract.path)
      .slice(0, MAX_FILES)
      .flatMap((path) => this.#read(path) ?? []);
    return this.#touched;
  }

  #readImports(): Neighbour[] {
    const found: Neighbour[] = [];
    const seen = new Set<string>();
    const waiting = this.#file.imports.map(({ path }) => path);
    for (let path = waiting.pop(); path !== undefined && seen.size < MAX_FILES; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const imported = this.#import(path);
      if (!imported) continue;
      found.push(imported);
      waiting.push(...imported.file.imports.filter(({ isPublic }) => isPublic).map((each) => each.path));
    }
    return found;
  }

  /** Imports are relative to a folder that only the build knows: one of those above the file, the nearest first. */
  #import(imported: string): Neighbour | undefined {
    const folders = this.#contract.path.split('/').slice(0, -1);
    for (let depth = folders.length; depth >= 0; depth--) {
      const found = this.#read([...folders.slice(0, depth), imported].join('/'));
      if (found) return found;
    }
    return undefined;
  }

  #read(path: string): Neighbour | undefined {
    const text = this.#contract.read(path);
    return text === undefined ? undefined : { path, file: readDefinitions(text) };
  }
}
