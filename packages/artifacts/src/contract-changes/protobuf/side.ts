import type { ContractText } from '@shipworthy/model';
import { readDefinitions } from '../../protobuf/definitions.ts';
import type { ProtoEnum, ProtoFile, ProtoMessage, ProtoOption } from '../../protobuf/descriptors.ts';
import { type Feature, featureOf } from './features.ts';
import { TypeNames } from './type-names.ts';

/** One version of a file, with what its definitions mean. */
export class Side {
  readonly file: ProtoFile;
  readonly names: TypeNames;
  readonly messages: ReadonlyMap<string, ProtoMessage>;
  readonly enums: ReadonlyMap<string, ProtoEnum>;

  constructor(file: ProtoFile, contract: ContractText) {
    this.file = file;
    this.names = new TypeNames(file, contract);
    this.messages = byName(file.messages);
    this.enums = byName(file.enums);
  }

  get packageName(): string {
    return this.file.package?.name ?? '';
  }

  get syntax(): string {
    return this.file.syntax === '' ? 'proto2' : this.file.syntax;
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
