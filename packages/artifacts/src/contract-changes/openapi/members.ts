import { COMPOSITIONS, type Composition, isComposed, jsonOf, type Schema } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';

/** Members left over on both sides that are tried with each other before they count as added and removed. */
const MAX_TRIED = 400;

export interface MatchedMembers {
  readonly added: readonly Schema[];
  readonly removed: readonly Schema[];
  readonly kept: readonly (readonly [before: Schema, after: Schema])[];
}

/** The members of a composition. One of several that is nothing but one of several others stands for those. */
export function membersOf(schema: Schema, kind: Composition, reader: SchemaReader): readonly Schema[] {
  return schema.compositions[kind].flatMap((part) => {
    const member = reader.read(part);
    return kind === 'anyOf' && isOnlyAnyOf(member) ? membersOf(member, kind, reader) : [member];
  });
}

const isOnlyAnyOf = (schema: Schema): boolean =>
  isNameless(schema) &&
  !narrows(schema) &&
  schema.compositions.anyOf.length > 0 &&
  COMPOSITIONS.every((kind) => kind === 'anyOf' || schema.compositions[kind].length === 0);

export interface Alike {
  /** Whether two schemas allow the same. */
  readonly same: (before: Schema, after: Schema) => boolean;
  /** The constants by which a member is told from the others of its side. */
  readonly tagBefore: (schema: Schema) => string | undefined;
  readonly tagAfter: (schema: Schema) => string | undefined;
}

/** `{"type":"\"circle\""}`: the properties of an object that allow one value only. */
export function tagOf(schema: Schema, reader: SchemaReader): string | undefined {
  const constants = [...schema.properties].flatMap(([name, part]) => {
    const { const: only, enum: values = [] } = reader.read(part);
    const value = only ?? (values.length === 1 ? values[0] : undefined);
    return value === undefined ? [] : [[name, value] as const];
  });
  return constants.length === 0 ? undefined : JSON.stringify(Object.fromEntries(constants));
}

/**
 * Which members of a composition are one and the same on both sides: those of one name, those written alike, those of one
 * title, those that allow the same, those that name the same constants, and at last the only two that are left, where neither
 * has a name or a title. In `prefixItems` it is the position that counts. Members that allow anything do not count as added
 * or removed.
 */
export function matchMembers(
  before: readonly Schema[],
  after: readonly Schema[],
  { same, tagBefore, tagAfter }: Alike,
  kind: Composition,
): MatchedMembers {
  const kept: (readonly [Schema, Schema])[] = [];
  let removed = [...before];
  let added = [...after];
  type KeyOf = (schema: Schema) => string | undefined;
  const take = (keyOf: KeyOf, keyAfter: KeyOf = keyOf): void => {
    const byKey = new Map<string, Schema[]>();
    for (const schema of added) {
      const key = keyAfter(schema);
      if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), schema]);
    }
    const taken = new Set<Schema>();
    removed = removed.filter((schema) => {
      const key = keyOf(schema);
      const other = key === undefined ? undefined : byKey.get(key)?.shift();
      if (!other) return true;
      kept.push([schema, other]);
      taken.add(other);
      return false;
    });
    added = added.filter((schema) => !taken.has(schema));
  };
  if (kind === 'prefixItems') {
    const length = Math.min(before.length, after.length);
    return {
      kept: before.slice(0, length).flatMap((schema, index) => {
        const other = after[index];
        return other ? [[schema, other] as const] : [];
      }),
      removed: before.slice(length),
      added: after.slice(length),
    };
  }
  take((schema) => schema.name);
  take((schema) => (schema.name === undefined ? jsonOf(schema.node) : undefined));
  take((schema) => (schema.name === undefined && schema.title !== '' ? schema.title : undefined));
  if (added.length * removed.length <= MAX_TRIED) {
    removed = removed.filter((schema) => {
      const other = added.find((candidate) => same(schema, candidate));
      if (!other) return true;
      kept.push([schema, other]);
      added = added.filter((candidate) => candidate !== other);
      return false;
    });
  }
  const nameless =
    (tag: KeyOf, more: (schema: Schema) => string = () => ''): KeyOf =>
    (schema) =>
      isNameless(schema) && tag(schema) !== undefined ? `${tag(schema)} ${more(schema)}` : undefined;
  // Several members may name one constant (as it is sent, and as it is kept with an id): those that ask for the same go together.
  take(nameless(tagBefore, requiredBy), nameless(tagAfter, requiredBy));
  take(nameless(tagBefore), nameless(tagAfter));
  const [lastRemoved, ...moreRemoved] = removed;
  const [lastAdded, ...moreAdded] = added;
  if (lastRemoved && lastAdded && moreRemoved.length + moreAdded.length === 0)
    if (isNameless(lastRemoved) && isNameless(lastAdded))
      return { kept: [...kept, [lastRemoved, lastAdded]], added: [], removed: [] };
  return { kept, added: added.filter(says), removed: removed.filter(says) };
}

const requiredBy = ({ required }: Schema): string => [...required].sort().join();

const isNameless = (schema: Schema): boolean => schema.name === undefined && schema.title === '';

/** Does it narrow anything, or only describe? */
const says = (schema: Schema): boolean => narrows(schema) || isComposed(schema);

const narrows = (schema: Schema): boolean =>
  schema.unseen !== undefined ||
  schema.never ||
  schema.nullable ||
  schema.types.length > 0 ||
  schema.enum !== undefined ||
  schema.const !== undefined ||
  schema.format !== '' ||
  schema.texts.size > 0 ||
  schema.bounds.size > 0 ||
  schema.required.size > 0 ||
  schema.properties.size > 0 ||
  schema.singles.size > 0 ||
  schema.dependentRequired.size > 0 ||
  schema.rest !== '' ||
  [...schema.named.values()].some((held) => held.size > 0);
