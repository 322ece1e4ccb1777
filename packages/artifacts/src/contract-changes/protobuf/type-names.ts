import type { ProtoEnum, ProtoFile } from '../../protobuf/descriptors.ts';
import type { Neighbours } from './neighbours.ts';

const SCALARS: ReadonlySet<string> = new Set([
  ...['double', 'float', 'int32', 'int64', 'uint32', 'uint64', 'sint32', 'sint64'],
  ...['fixed32', 'fixed64', 'sfixed32', 'sfixed64', 'bool', 'string', 'bytes'],
]);
/** The compiler brings these along; all else that its files define and others use are messages. */
const WELL_KNOWN = 'google.protobuf.';
const WELL_KNOWN_ENUMS: ReadonlySet<string> = new Set(['NullValue', 'Syntax', 'Field.Kind', 'Field.Cardinality']);

/** What a type name stands for. `unknown`: it is defined in a file that cannot be seen, and `name` is as written. */
export interface ProtoType {
  readonly kind: 'scalar' | 'message' | 'enum' | 'unknown';
  /** With its package, without leading dot. */
  readonly name: string;
  readonly values?: ProtoEnum['values'];
}

/** Finds what the names in a file stand for, in it and in what it imports. */
export class TypeNames {
  readonly #file: ProtoFile;
  readonly #neighbours: Neighbours;
  readonly #types = new Map<string, ProtoType>();
  #importsSeen = false;

  constructor(file: ProtoFile, neighbours: Neighbours) {
    this.#file = file;
    this.#neighbours = neighbours;
    this.#take(file);
  }

  /** @param scope dotted name, without package, of the message that the name stands in; '' for the file */
  typeOf(written: string, scope: string): ProtoType {
    if (SCALARS.has(written)) return { kind: 'scalar', name: written };
    return this.#find(written, scope) ?? this.#findImported(written, scope);
  }

  #find(written: string, scope: string): ProtoType | undefined {
    if (written.startsWith('.')) return this.#types.get(written.slice(1));
    const parts = [this.#file.package?.name ?? '', scope]
      .filter((part) => part !== '')
      .join('.')
      .split('.');
    for (let depth = parts.length; depth >= 0; depth--) {
      const found = this.#types.get([...parts.slice(0, depth), written].filter((part) => part !== '').join('.'));
      if (found) return found;
    }
    return undefined;
  }

  #findImported(written: string, scope: string): ProtoType {
    if (!this.#importsSeen) {
      this.#importsSeen = true;
      for (const { file } of this.#neighbours.imported) this.#take(file);
    }
    const name = written.replace(/^\./, '');
    const wellKnown = name.startsWith(WELL_KNOWN) ? name.slice(WELL_KNOWN.length) : undefined;
    return (
      this.#find(written, scope) ??
      (wellKnown === undefined
        ? { kind: 'unknown', name }
        : { kind: WELL_KNOWN_ENUMS.has(wellKnown) ? 'enum' : 'message', name })
    );
  }

  #take({ package: declared, messages, enums }: ProtoFile): void {
    const prefix = declared ? `${declared.name}.` : '';
    const add = (type: ProtoType) => {
      if (!this.#types.has(type.name)) this.#types.set(type.name, type);
    };
    for (const { name } of messages) add({ kind: 'message', name: prefix + name });
    for (const { name, values } of enums) add({ kind: 'enum', name: prefix + name, values });
  }
}

/** Can both names stand for one type? Of what cannot be seen only the written end of the name is known. */
export function isSameType(before: ProtoType, after: ProtoType): boolean {
  if (before.kind === 'scalar' || after.kind === 'scalar')
    return before.kind === after.kind && before.name === after.name;
  if (before.name === after.name) return before.kind === after.kind || [before, after].some(isUnknown);
  return [before, after].some(isUnknown) && (endsWith(before.name, after.name) || endsWith(after.name, before.name));
}

const isUnknown = ({ kind }: ProtoType): boolean => kind === 'unknown';
const endsWith = (whole: string, end: string): boolean => whole.endsWith(`.${end}`);
