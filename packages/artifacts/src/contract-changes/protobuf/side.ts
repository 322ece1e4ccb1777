import type { ContractText, Span } from '@shipworthy/model';
import { readDefinitions } from '../../protobuf/definitions.ts';
import type { ProtoEnum, ProtoFile, ProtoMessage, ProtoOption } from '../../protobuf/descriptors.ts';
import { type Feature, featureOf } from './features.ts';
import { Neighbours } from './neighbours.ts';
import { TypeNames } from './type-names.ts';

/** One version of a file, with what its definitions mean. */
export class Side {
  readonly file: ProtoFile;
  readonly path: string;
  readonly names: TypeNames;
  readonly messages: ReadonlyMap<string, ProtoMessage>;
  readonly enums: ReadonlyMap<string, ProtoEnum>;

  readonly #contract: ContractText;
  readonly #neighbours: Neighbours;
  readonly #others = new Map<ProtoFile, Side>();

  constructor(file: ProtoFile, contract: ContractText) {
    this.file = file;
    this.path = contract.path;
    this.#contract = contract;
    this.#neighbours = new Neighbours(contract, file);
    this.names = new TypeNames(file, this.#neighbours);
    this.messages = byName(file.messages);
    this.enums = byName(file.enums);
  }

  get packageName(): string {
    return this.file.package?.name ?? '';
  }

  get syntax(): string {
    return this.file.syntax === '' ? 'proto2' : this.file.syntax;
  }

  /** Where a definition stands, by the word that begins it. */
  placeOf(kind: string, name: string): Span | undefined {
    if (kind === 'message') return this.messages.get(name)?.at;
    if (kind === 'enum') return this.enums.get(name)?.at;
    return this.file.services.find((service) => kind === 'service' && service.name === name)?.at;
  }

  /** Another file of the package that holds a definition, if it is imported or the change touches it. */
  holding(holds: (file: ProtoFile) => boolean): Side | undefined {
    const found = [...this.#neighbours.touched, ...this.#neighbours.imported].find(
      ({ file }) => (file.package?.name ?? '') === this.packageName && holds(file),
    );
    if (!found) return undefined;
    const side = this.#others.get(found.file) ?? new Side(found.file, { ...this.#contract, path: found.path });
    this.#others.set(found.file, side);
    return side;
  }

  /**
   * A feature of something defined in `scope`.
   * @param own options of the thing itself and of what holds it below the scope
   * @param scope dotted name of a message, whose own options count too; '' for the file
   */
  feature(feature: Feature, own: readonly (readonly ProtoOption[])[], scope: string): string {
    const levels = [...own];
    for (let name = scope; name !== ''; name = outer(name)) levels.push(this.messages.get(name)?.options ?? []);
    return featureOf(feature, this.file.syntax, [...levels, this.file.options]);
  }
}

/** Reads one version, or says why it cannot be. */
export function readSide(contract: ContractText): Side | { readonly why: string } {
  const definitions = readDefinitions(contract.text);
  return definitions.broken
    ? { why: definitions.faults.at(-1)?.what ?? 'it is broken' }
    : new Side(definitions, contract);
}

export function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}

/** `A.B` of `A.B.C`, '' of `A`. */
export const outer = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')));
