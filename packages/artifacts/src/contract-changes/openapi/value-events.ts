import type { Span } from '@shipworthy/model';
import { BOUNDS, type Bound, isComposed, keyIn, type Schema, TEXTS } from './schema.ts';
import type { SchemaEvent } from './schema-diff.ts';

/** Bounds that are there, at 0, where none is written. */
const FROM_ZERO: ReadonlySet<Bound> = new Set(['minLength', 'minItems']);
/** Another keyword that bounds the same side. */
const TWINS: Readonly<Partial<Record<Bound, Bound>>> = {
  maximum: 'exclusiveMaximum',
  exclusiveMaximum: 'maximum',
  minimum: 'exclusiveMinimum',
  exclusiveMinimum: 'minimum',
};
/** Lower is less: what is written about an unknown level counts as stable. */
const STABILITY = ['draft', 'alpha', 'beta', 'stable'];

/** How far along a description says something is; stable where it says nothing. */
export const stabilityOf = (level: string | undefined): number => {
  const rank = STABILITY.indexOf(level ?? 'stable');
  return rank < 0 ? STABILITY.length - 1 : rank;
};
/** What is below this may change at any time. */
export const PROMISED = STABILITY.indexOf('beta');

/** What two schemas differ in apart from their types and the schemas in them. */
export function valueEvents(before: Schema, after: Schema): SchemaEvent[] {
  return [
    ...boundEvents(before, after),
    ...enumEvents(before, after),
    ...textEvents(before, after),
    ...jsonEvents('const', before.const, after.const, keyIn(after, 'const')),
    ...jsonEvents('default-value', before.default, after.default, keyIn(after, 'default')),
    ...nullEvents(before, after),
    ...dependencyEvents(before, after),
    ...stabilityEvents(before, after),
    ...(before.rest === after.rest && before.never === after.never ? [] : [{ event: 'rest', at: after.at }]),
    ...flagEvents(before, after),
  ];
}

function boundEvents(before: Schema, after: Schema): SchemaEvent[] {
  return (Object.keys(BOUNDS) as Bound[]).flatMap((keyword): SchemaEvent[] => {
    const zero = FROM_ZERO.has(keyword) ? 0 : undefined;
    const from = before.bounds.get(keyword) ?? zero;
    const to = after.bounds.get(keyword) ?? zero;
    if (from === to) return [];
    const word = BOUNDS[keyword];
    const event = { from: `${from ?? 'none'}`, to: `${to ?? 'none'}`, at: keyIn(after, keyword) };
    if (from === undefined && to !== undefined)
      return [{ event: isTighter(before, keyword, to) ? `${word}-set` : `${word}-restated`, ...event }];
    if (from === undefined || to === undefined) return [{ event: `${word}-unset`, ...event }];
    return [{ event: from < to ? `${word}-increased` : `${word}-decreased`, ...event }];
  });
}

/** Not so where the bound only moves from one of the two keywords of its side to the other. */
function isTighter(before: Schema, keyword: Bound, to: number): boolean {
  const twin = TWINS[keyword];
  const old = twin && before.bounds.get(twin);
  if (old === undefined) return true;
  if (old === to) return keyword.startsWith('exclusive');
  return keyword.toLowerCase().includes('max') ? to < old : to > old;
}

function enumEvents(before: Schema, after: Schema): SchemaEvent[] {
  const at = keyIn(after, 'enum');
  const was = new Set(before.enum);
  const is = new Set(after.enum);
  const removed = [...was].filter((value) => !is.has(value));
  const added = [...is].filter((value) => !was.has(value));
  const extensible = before.extensibleEnum.filter((value) => !after.extensibleEnum.includes(value));
  const events: SchemaEvent[] = [];
  if (before.enum && !after.enum) events.push({ event: 'enum-removed', at });
  else if (!before.enum && after.enum) events.push({ event: 'became-enum', names: [...is], at });
  else {
    if (removed.length > 0) events.push({ event: 'enum-value-removed', names: removed, at });
    if (added.length > 0) events.push({ event: 'enum-value-added', names: added, at });
  }
  if (extensible.length > 0 && after.extensibleEnum.length > 0)
    events.push({
      event: 'x-extensible-enum-value-removed',
      names: extensible,
      at: keyIn(after, 'x-extensible-enum'),
    });
  return events;
}

function textEvents(before: Schema, after: Schema): SchemaEvent[] {
  return TEXTS.flatMap(([keyword, word]): SchemaEvent[] => {
    const from = before.texts.get(keyword);
    const to = after.texts.get(keyword);
    if (from === to) return [];
    const event = { from: from ?? 'none', to: to ?? 'none', at: keyIn(after, keyword) };
    if (keyword !== 'pattern' || (from !== undefined && to !== undefined && to !== '.*'))
      return [{ event: `${word}-changed`, ...event }];
    if (from === undefined) return [{ event: `${word}-added`, ...event }];
    return [{ event: to === undefined ? `${word}-removed` : `${word}-generalized`, ...event }];
  });
}

function jsonEvents(word: string, from: string | undefined, to: string | undefined, at: Span): SchemaEvent[] {
  if (from === to) return [];
  const event = { from: from ?? 'none', to: to ?? 'none', at };
  if (from === undefined) return [{ event: `${word}-added`, ...event }];
  return [{ event: to === undefined ? `${word}-removed` : `${word}-changed`, ...event }];
}

function nullEvents(before: Schema, after: Schema): SchemaEvent[] {
  if (before.nullable === after.nullable) return [];
  // What may be of any type may be null.
  const other = before.nullable ? after : before;
  if (other.types.length === 0 && !isComposed(other)) return [];
  const at = keyIn(
    after,
    after.nullable && after.node.kind === 'map' && after.node.has('nullable') ? 'nullable' : 'type',
  );
  return [{ event: after.nullable ? 'became-nullable' : 'became-not-nullable', at }];
}

function dependencyEvents(before: Schema, after: Schema): SchemaEvent[] {
  const at = keyIn(after, 'dependentRequired');
  const added = [...after.dependentRequired.keys()].filter((name) => !before.dependentRequired.has(name));
  const removed = [...before.dependentRequired.keys()].filter((name) => !after.dependentRequired.has(name));
  const changed = [...after.dependentRequired].flatMap(([name, needed]) => {
    const was = before.dependentRequired.get(name);
    return was && [...was].sort().join('\n') !== [...needed].sort().join('\n') ? [name] : [];
  });
  return (
    [
      ['dependent-required-added', added],
      ['dependent-required-removed', removed],
      ['dependent-required-changed', changed],
    ] as const
  ).flatMap(([event, names]) => (names.length > 0 ? [{ event, names, at }] : []));
}

function stabilityEvents(before: Schema, after: Schema): SchemaEvent[] {
  const from = stabilityOf(before.stability);
  const to = stabilityOf(after.stability);
  if (from < PROMISED || to >= from) return [];
  return [
    {
      event: 'stability-decreased',
      from: before.stability ?? 'stable',
      to: after.stability ?? 'stable',
      at: keyIn(after, 'x-stability-level'),
    },
  ];
}

function flagEvents(before: Schema, after: Schema): SchemaEvent[] {
  const events: SchemaEvent[] = [];
  if (before.writeOnly !== after.writeOnly)
    events.push({
      event: after.writeOnly ? 'became-write-only' : 'became-not-write-only',
      at: keyIn(after, 'writeOnly'),
    });
  if (before.readOnly !== after.readOnly)
    events.push({ event: after.readOnly ? 'became-read-only' : 'became-not-read-only', at: keyIn(after, 'readOnly') });
  return events;
}
