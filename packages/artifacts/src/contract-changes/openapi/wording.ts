import type { Schema } from './schema.ts';
import type { SchemaDiff, SchemaEvent } from './schema-diff.ts';

/** A clause around the name of a thing: `lead` before it, `verb` behind it. */
export interface Spoken {
  readonly lead: string;
  readonly verb: string;
  /** The thing is the property the event names, not the schema it happened in. */
  readonly ofProperty?: true;
  /** In place of `verb` for several of them. */
  readonly plural?: string;
}

/** Longest value that is quoted whole. */
const MAX_QUOTED = 60;

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['max', 'the maximum of '],
  ['exclusive-max', 'the exclusive maximum of '],
  ['min', 'the minimum of '],
  ['exclusive-min', 'the exclusive minimum of '],
  ['max-length', 'the maximum length of '],
  ['min-length', 'the minimum length of '],
  ['max-items', 'the maximum number of items of '],
  ['min-items', 'the minimum number of items of '],
  ['max-contains', 'the maximum number of matching items of '],
  ['min-contains', 'the minimum number of matching items of '],
  ['pattern', 'the pattern of '],
  ['const', 'the constant value of '],
  ['default-value', 'the default of '],
  ['content-media-type', 'the media type of the content of '],
  ['content-encoding', 'the encoding of the content of '],
  ['content-schema', 'the schema of the content of '],
  ['if', 'the condition `if` on '],
  ['then', 'the condition `then` on '],
  ['else', 'the condition `else` on '],
  ['contains', 'the condition `contains` on '],
  ['property-names', 'the condition on the names of properties of '],
  ['unevaluated-items', 'the condition on further items of '],
  ['unevaluated-properties', 'the condition on further properties of '],
]);

/** What an event says; undefined for one that nobody needs to hear of. */
export function spoken(check: string, event: SchemaEvent, { before, after }: SchemaDiff): Spoken | undefined {
  const special = SPECIAL[event.event]?.(event, before, after, check);
  if (special) return special;
  const cut = event.event.lastIndexOf('-');
  const noun = NOUNS.get(event.event.slice(0, cut));
  const verb = event.event.slice(cut + 1);
  if (noun === undefined) return undefined;
  if (verb === 'set' || verb === 'added')
    return { lead: noun, verb: event.to ? `is new: ${quoted(event.to)}` : 'is new' };
  if (verb === 'unset' || verb === 'removed')
    return { lead: noun, verb: event.from ? `is gone: it was ${quoted(event.from)}` : 'is gone' };
  return { lead: noun, verb: `went from ${quoted(event.from ?? '')} to ${quoted(event.to ?? '')}` };
}

type Speak = (event: SchemaEvent, before: Schema, after: Schema, check: string) => Spoken;

const SPECIAL: Readonly<Record<string, Speak>> = {
  type: (_event, before, after) => ({ lead: '', verb: `is ${typed(after)} where it was ${typed(before)}` }),
  'property-removed': () => ({ lead: '', verb: 'is gone', plural: 'are gone', ofProperty: true }),
  'property-added': (_event, _before, _after, check) => ({
    lead: '',
    verb: `is new and required${check.endsWith('-with-default') ? ', though with a default' : ''}`,
    plural: `are new and required${check.endsWith('-with-default') ? ', though with defaults' : ''}`,
    ofProperty: true,
  }),
  'property-became-required': () => ({
    lead: '',
    verb: 'has become required',
    plural: 'have become required',
    ofProperty: true,
  }),
  'property-became-optional': () => ({
    lead: '',
    verb: 'is no longer sure to be there',
    plural: 'are no longer sure to be there',
    ofProperty: true,
  }),
  'became-nullable': () => ({ lead: '', verb: 'may be null now' }),
  'became-not-nullable': () => ({ lead: '', verb: 'may no longer be null' }),
  'became-not-write-only': () => ({ lead: '', verb: 'is no longer write-only' }),
  'became-enum': ({ names = [] }) => ({ lead: '', verb: `is limited to ${listed(names)}` }),
  'enum-value-removed': ({ names = [] }) => ({ lead: '', verb: `no longer takes ${listed(names)}` }),
  'enum-value-added': ({ names = [] }) => ({ lead: '', verb: `may be ${listed(names)} now` }),
  'x-extensible-enum-value-removed': ({ names = [] }) => ({ lead: '', verb: `no longer takes ${listed(names)}` }),
  'list-of-types-narrowed': ({ names = [] }) => ({ lead: '', verb: `may no longer be ${names.join(' or ')}` }),
  'list-of-types-widened': ({ names = [] }) => ({ lead: '', verb: `may be ${names.join(' or ')} now` }),
  'wrapped-in-one-of': () => ({ lead: '', verb: 'is one of several alternatives now' }),
  'all-of-added': ({ names = [] }) => ({ lead: '', verb: `must satisfy ${listed(names)} as well` }),
  'all-of-removed': ({ names = [] }) => ({ lead: '', verb: `need no longer satisfy ${listed(names)}` }),
  'any-of-removed': ({ names = [] }) => ({ lead: '', verb: `may no longer be ${listed(names)}` }),
  'one-of-removed': ({ names = [] }) => ({ lead: '', verb: `may no longer be ${listed(names)}` }),
  'one-of-added': ({ names = [] }) => ({ lead: '', verb: `may be ${listed(names)} now` }),
  'prefix-items-added': ({ names = [] }) => ({ lead: '', verb: `has further items in fixed places: ${listed(names)}` }),
  'prefix-items-removed': ({ names = [] }) => ({
    lead: '',
    verb: `has fewer items in fixed places, without ${listed(names)}`,
  }),
  'dependent-required-added': ({ names = [] }) => ({ lead: '', verb: `asks for more where ${listed(names)} is given` }),
  'dependent-required-changed': ({ names = [] }) => ({
    lead: '',
    verb: `asks for others where ${listed(names)} is given`,
  }),
  'dependent-required-removed': ({ names = [] }) => ({
    lead: '',
    verb: `promises less where ${listed(names)} is given`,
  }),
  'dependent-schema-added': ({ names = [] }) => ({
    lead: '',
    verb: `must satisfy more where ${listed(names)} is given`,
  }),
  'dependent-schema-removed': ({ names = [] }) => ({ lead: '', verb: `promises less where ${listed(names)} is given` }),
  'pattern-property-added': ({ names = [] }) => ({ lead: '', verb: `limits properties named like ${listed(names)}` }),
  'pattern-property-removed': ({ names = [] }) => ({
    lead: '',
    verb: `no longer limits properties named like ${listed(names)}`,
  }),
  'stability-decreased': ({ from = '', to = '' }) => ({ lead: '', verb: `is ${to} where it was ${from}` }),
};

function typed({ types, format }: Schema): string {
  const type = types.length === 0 ? 'of any type' : types.join(' or ');
  return format === '' ? type : `${type} (${format})`;
}

const quoted = (value: string): string => {
  const short = value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
  return /^-?[\d.]+$|^none$/.test(short) ? short : `\`${short}\``;
};

/** Values or names of which more are said by their number. */
const MAX_LISTED = 5;

/** Names in one phrase, the first few of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => quoted(name.replace(/^"(.*)"$/s, '$1')));
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}
