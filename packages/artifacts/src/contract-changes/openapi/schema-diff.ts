import type { Span } from '@shipworthy/model';
import type { Part } from './description.ts';
import { flattened } from './flattened.ts';
import { type Alike, matchMembers, membersOf, tagOf } from './members.ts';
import { COMPOSITIONS, type Composition, isComposed, keyIn, NAMED, type Schema, SINGLES } from './schema.ts';
import type { SchemaReader } from './schema-reader.ts';
import { impliedTypes, typePattern, wrappedInOneOf } from './transitions.ts';
import { valueEvents } from './value-events.ts';

/** Pairs of schemas that are compared in one description. The largest public descriptions have some thirty thousand. */
export const MAX_PAIRS = 300_000;
/** Comparisons that may be waiting for another, which decides whether two members are the same. */
const MAX_NESTED = 12;

/** One thing in which two schemas differ. Whether it matters depends on who sends it. */
export interface SchemaEvent {
  /** What happened, as the names of checks end: `max-decreased`. */
  readonly event: string;
  /** What it happened to: a property, a value, a member. */
  readonly names?: readonly string[];
  /** Of a property that is gone, new, or required otherwise: what it was and what it is. */
  readonly property?: { readonly before?: Schema; readonly after?: Schema };
  readonly from?: string;
  readonly to?: string;
  /** In the newer file of the schema. */
  readonly at: Span;
}

/** Where two schemas differ, themselves and below. Schemas that hold themselves make it a graph with circles. */
export interface SchemaDiff {
  readonly before: Schema;
  readonly after: Schema;
  readonly events: SchemaEvent[];
  readonly below: Below[];
}

export interface Below {
  /** As it is written behind the name of what holds it: `.total`, `[]`; empty for members of a composition. */
  readonly step: string;
  /** Name of the property it is; absent for what is none. */
  readonly property?: string;
  readonly diff: SchemaDiff;
}

/** Compares schemas of the two sides, each pair once. */
export class SchemaComparer {
  readonly before: SchemaReader;
  readonly after: SchemaReader;
  /** References that lead where nothing is seen, on one side only. */
  readonly unseen = new Set<string>();
  readonly #known = new Map<Schema, Map<Schema, SchemaDiff>>();
  readonly #all: SchemaDiff[] = [];
  readonly #alike: Alike;
  #open: SchemaDiff[] = [];
  #nested = 0;

  constructor(before: SchemaReader, after: SchemaReader) {
    this.before = before;
    this.after = after;
    this.#alike = {
      same: (one, other) => this.same(one, other),
      tagBefore: (schema) => tagOf(schema, before),
      tagAfter: (schema) => tagOf(schema, after),
    };
  }

  /** So many pairs that the rest was left out. */
  get exceeded(): boolean {
    return this.#all.length > MAX_PAIRS;
  }

  compare(before: Part, after: Part): SchemaDiff {
    return this.compareRead(this.before.read(before), this.after.read(after));
  }

  compareRead(before: Schema, after: Schema): SchemaDiff {
    const diff = this.#pair(before, after);
    this.#settle();
    return diff;
  }

  /** Of all pairs compared so far, those that differ themselves or somewhere below. */
  differing(): ReadonlySet<SchemaDiff> {
    const holders = new Map<SchemaDiff, SchemaDiff[]>();
    for (const diff of this.#all)
      for (const { diff: child } of diff.below) {
        const known = holders.get(child);
        if (known) known.push(diff);
        else holders.set(child, [diff]);
      }
    const found = new Set(this.#all.filter(({ events }) => events.length > 0));
    for (const diff of found) for (const holder of holders.get(diff) ?? []) found.add(holder);
    return found;
  }

  /** Do two schemas allow the same? Descriptions and the like do not count. */
  same(before: Schema, after: Schema): boolean {
    if (this.#nested >= MAX_NESTED) return false;
    this.#nested++;
    const waiting = this.#open;
    this.#open = [];
    const diff = this.compareRead(before, after);
    this.#open = waiting;
    this.#nested--;
    return !differs(diff);
  }

  #settle(): void {
    for (let next = this.#open.pop(); next; next = this.#open.pop()) this.#fill(next);
  }

  #pair(before: Schema, after: Schema): SchemaDiff {
    const row = this.#known.get(before) ?? new Map<Schema, SchemaDiff>();
    if (row.size === 0) this.#known.set(before, row);
    const known = row.get(after);
    if (known) return known;
    const diff: SchemaDiff = { before, after, events: [], below: [] };
    row.set(after, diff);
    this.#all.push(diff);
    if (!this.exceeded) this.#open.push(diff);
    return diff;
  }

  #fill(diff: SchemaDiff): void {
    const { before, after, events } = diff;
    if (before.unseen !== undefined || after.unseen !== undefined) {
      if (before.unseen !== after.unseen) this.unseen.add(before.unseen ?? after.unseen ?? '');
      return;
    }
    if (this.#onlyRearranged(before, after)) return;
    events.push(...valueEvents(before, after));
    this.#types(diff);
    this.#properties(diff);
    this.#singles(diff);
    for (const [keyword, word] of NAMED)
      this.#byName(diff, word, before.named.get(keyword) ?? new Map(), after.named.get(keyword) ?? new Map());
  }

  /** The same members, spread otherwise over `allOf`. */
  #onlyRearranged(before: Schema, after: Schema): boolean {
    if (before.compositions.allOf.length === 0 && after.compositions.allOf.length === 0) return false;
    const was = flattened(before, this.before);
    const is = flattened(after, this.after);
    return was !== undefined && is !== undefined && this.same(was, is);
  }

  #types(diff: SchemaDiff): void {
    const { before, after, events } = diff;
    const was = typePattern(before, this.before);
    const is = typePattern(after, this.after);
    const wrapped = wrappedInOneOf(before, after, this.after);
    if (was && is && (was.listed || is.listed)) {
      const added = is.types.filter((type) => !was.types.includes(type));
      const removed = was.types.filter((type) => !is.types.includes(type));
      if (removed.length > 0) events.push({ event: 'list-of-types-narrowed', names: removed, at: typePlace(after) });
      if (added.length > 0) events.push({ event: 'list-of-types-widened', names: added, at: typePlace(after) });
      this.#members(diff, false);
      return;
    }
    if (wrapped) {
      events.push({ event: 'wrapped-in-one-of', at: keyIn(after, 'oneOf') });
      this.#members(diff, false);
      return;
    }
    const types = impliedTypes(before, this.before);
    const others = impliedTypes(after, this.after);
    const sameTypes = types.length === others.length && types.every((type) => others.includes(type));
    if (!sameTypes || before.format !== after.format) events.push({ event: 'type', at: typePlace(after) });
    this.#members(diff, true);
  }

  #members(diff: SchemaDiff, report: boolean): void {
    for (const kind of COMPOSITIONS) {
      const was = membersOf(diff.before, kind, this.before);
      const is = membersOf(diff.after, kind, this.after);
      if (was.length === 0 && is.length === 0) continue;
      const { added, removed, kept } = matchMembers(was, is, this.#alike, kind);
      for (const [one, other] of kept) diff.below.push({ step: '', diff: this.#pair(one, other) });
      if (!report) continue;
      const at = keyIn(diff.after, kind);
      if (added.length > 0) diff.events.push({ event: `${WORDS[kind]}-added`, names: added.map(calledIn), at });
      if (removed.length > 0) diff.events.push({ event: `${WORDS[kind]}-removed`, names: removed.map(calledIn), at });
    }
  }

  #properties(diff: SchemaDiff): void {
    const { before, after, events, below } = diff;
    const moved = wrappedInOneOf(before, after, this.after)?.moved;
    const inherited = (schema: Schema, reader: SchemaReader) =>
      schema.compositions.allOf.length > 0 ? flattened(schema, reader)?.properties : undefined;
    const heldAfter = inherited(after, this.after);
    const heldBefore = inherited(before, this.before);
    for (const [name, part] of before.properties) {
      const was = this.before.read(part);
      const held = after.properties.get(name);
      if (!held) {
        if (!moved?.has(name) && !heldAfter?.has(name))
          events.push({
            ...named('property-removed', name),
            property: { before: was },
            at: keyIn(after, 'properties'),
          });
        continue;
      }
      const is = this.after.read(held);
      below.push({ step: `.${name}`, property: name, diff: this.#pair(was, is) });
      if (before.required.has(name) === after.required.has(name)) continue;
      const event = after.required.has(name) ? 'property-became-required' : 'property-became-optional';
      const at = after.required.has(name) ? itemIn(after, 'required', name) : held.at;
      events.push({ ...named(event, name), property: { before: was, after: is }, at });
    }
    for (const [name, part] of after.properties)
      if (!before.properties.has(name) && !heldBefore?.has(name))
        events.push({ ...named('property-added', name), property: { after: this.after.read(part) }, at: part.at });
    if (before.required.size !== after.required.size || [...before.required].some((name) => !after.required.has(name)))
      events.push({ event: 'required-differs', at: keyIn(after, 'required') });
  }

  #singles(diff: SchemaDiff): void {
    for (const [keyword, word] of SINGLES) {
      const was = diff.before.singles.get(keyword);
      const is = diff.after.singles.get(keyword);
      if (was && is) {
        const step = STEPS[keyword] ?? '';
        diff.below.push({ step, diff: this.#pair(this.before.read(was), this.after.read(is)) });
      } else if (is) diff.events.push({ event: `${word}-added`, at: is.at });
      else if (was) diff.events.push({ event: `${word}-removed`, at: diff.after.at });
    }
  }

  #byName(diff: SchemaDiff, word: string, was: ReadonlyMap<string, Part>, is: ReadonlyMap<string, Part>): void {
    for (const [name, part] of was) {
      const other = is.get(name);
      if (other)
        diff.below.push({ step: `.${name}`, diff: this.#pair(this.before.read(part), this.after.read(other)) });
      else diff.events.push({ event: `${word}-removed`, names: [name], at: diff.after.at });
    }
    for (const [name, part] of is)
      if (!was.has(name)) diff.events.push({ event: `${word}-added`, names: [name], at: part.at });
  }
}

const WORDS: Readonly<Record<Composition, string>> = {
  allOf: 'all-of',
  anyOf: 'any-of',
  oneOf: 'one-of',
  prefixItems: 'prefix-items',
};
const STEPS: Readonly<Record<string, string>> = { items: '[]', additionalProperties: '.*' };

const calledIn = (member: Schema): string =>
  member.name ??
  member.unseen ??
  (member.title || (isComposed(member) ? 'a composition' : member.types.join(' or ') || 'anything'));

const named = (event: string, name: string) => ({ event, names: [name] });

/** An item of a list of words. */
function itemIn(schema: Schema, keyword: string, name: string): Span {
  const list = schema.node.kind === 'map' ? schema.node.items(keyword) : [];
  return list.find((value) => value.kind === 'scalar' && value.text === name)?.span ?? keyIn(schema, keyword);
}

const typePlace = (schema: Schema): Span =>
  ['type', 'oneOf', 'anyOf', 'format'].map((key) => keyIn(schema, key)).find((span) => span !== schema.at) ?? schema.at;

/** Is there any event in it or below it? */
export function differs(diff: SchemaDiff): boolean {
  const seen = new Set([diff]);
  const open = [diff];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.events.length > 0 || next.before.unseen !== next.after.unseen) return true;
    for (const { diff: child } of next.below)
      if (!seen.has(child)) {
        seen.add(child);
        open.push(child);
      }
  }
  return false;
}
