import type { Span } from '@shipworthy/model';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { nearest } from '../nearest.ts';
import type { Complain } from './fault.ts';
import type { RawConfig } from './raw.ts';
import { configSchema, type Schema, wordsOf } from './schema.ts';
import { type ConfigNode, nodeAt, toPlain } from './tree.ts';

/** Longer lists of words are not spelled out. */
const MOST_WORDS_SHOWN = 14;
/** Fewer letters begin too many words. */
const MIN_BEGINNING = 3;
/** Longer values are cut where they are quoted. */
const LONGEST_QUOTE = 60;

/** Gives a file's values if their shape is right; else complains of everything that is not. */
export type CheckShape<T> = (root: ConfigNode, complain: Complain) => T | undefined;

/** A check by a schema, which has to be of the type. */
export function shapeChecker<T>(schema: Schema): CheckShape<T> {
  const valid = new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    strictTuples: false,
  }).compile<T>(schema);
  return (root, complain) => {
    const plain: unknown = toPlain(root);
    if (valid(plain)) return plain;
    for (const error of valid.errors ?? []) {
      const { at, what, advice } = explained(error, root);
      complain(at, what, advice);
    }
    return undefined;
  };
}

let compiled: CheckShape<RawConfig | null> | undefined;

/** The configuration's values if their shape is right; else complains of everything that is not. */
export function checkShape(root: ConfigNode, complain: Complain): RawConfig | undefined {
  compiled ??= shapeChecker<RawConfig | null>(configSchema());
  const values = compiled(root, complain);
  return values === null ? {} : values;
}

interface Explained {
  readonly at: Span;
  readonly what: string;
  readonly advice: string;
}

function explained(error: ErrorObject, root: ConfigNode): Explained {
  const node = nodeAt(root, error.instancePath);
  const where = inWords(error.instancePath);
  const schema: Schema = error.parentSchema ?? {};
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), node, where, schema);
    case 'required':
      return {
        at: startOf(node),
        what: `${where} has no ${params.missingProperty}`,
        advice: `Add ${params.missingProperty}: ${exampleOf((schema.properties as Schema)[params.missingProperty] as Schema)}`,
      };
    case 'enum':
      return wrongWord(node, where, params.allowedValues.map(String));
    case 'pattern': {
      const words = wordsOf(String(params.pattern));
      if (words) return wrongWord(node, where, words);
      const value = quoted(node);
      return {
        at: node.span,
        what: value === "''" ? `${where} is empty` : `${where} cannot be ${value}`,
        advice: `Write it like ${exampleOf(schema)}.`,
      };
    }
    case 'type':
      return {
        at: node.span,
        what: `${where} must be ${typesInWords([params.type].flat())}, not ${kindOf(node)}`,
        advice: typeAdvice(schema, [params.type].flat()),
      };
    default:
      return { at: node.span, what: `${where} ${error.message ?? 'is wrong'}`, advice: adviceFor(schema) };
  }
}

function unknownKey(key: string, node: ConfigNode, where: string, { properties }: Schema): Explained {
  const known = Object.keys(properties ?? {});
  const entry = node.kind === 'map' ? node.entries.find((candidate) => candidate.key === key) : undefined;
  if (key.startsWith('//')) {
    const at = entry?.keySpan ?? node.span;
    return { at, what: 'a comment stands where JSON has none', advice: 'Use .shipworthy.yaml, and # before comments.' };
  }
  const near = likeliest(key, known);
  const there =
    known.length <= MOST_WORDS_SHOWN + 6 ? `It has ${known.filter((name) => name !== '$schema').join(', ')}.` : '';
  return {
    at: entry?.keySpan ?? node.span,
    what: `${where} has no key '${key}'`,
    advice: near ? `Did you mean ${near}?` : there || 'docs/configuration.md lists the keys.',
  };
}

function wrongWord(node: ConfigNode, where: string, words: readonly string[]): Explained {
  const near = node.kind === 'scalar' ? likeliest(String(node.value), words) : undefined;
  const all = words.length <= MOST_WORDS_SHOWN ? `It is one of ${words.join(', ')}.` : '';
  return {
    at: node.span,
    what: `${where} cannot be ${quoted(node)}`,
    advice:
      [near ? `Did you mean ${near}?` : '', all].filter(Boolean).join(' ') ||
      `For example ${words.slice(0, 5).join(', ')}.`,
  };
}

/** A word that begins so, as people shorten `warning`; else the nearest. */
const likeliest = (written: string, known: readonly string[]): string | undefined =>
  known.find((word) => written.length >= MIN_BEGINNING && word.startsWith(written.toLowerCase())) ??
  nearest(written, known)[0];

/** `/exemptions/0/owner` → `exemptions[1].owner`; '' → `the configuration`. */
export function inWords(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  if (parts.length === 0) return 'the configuration';
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (said, part) => (/^\d+$/.test(part) ? `${said}[${Number(part) + 1}]` : said === '' ? part : `${said}.${part}`),
      '',
    );
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'keys with values',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const typesInWords = (types: readonly string[]): string =>
  types
    .filter((type) => type !== 'null')
    .map((type) => TYPES[type] ?? type)
    .join(' or ');

export function kindOf(node: ConfigNode): string {
  if (node.kind === 'map') return 'keys with values';
  if (node.kind === 'seq') return 'a list';
  if (node.value === null) return 'nothing';
  return `${typeof node.value === 'string' ? 'the text' : 'the value'} ${quoted(node)}`;
}

function typeAdvice(schema: Schema, types: readonly string[]): string {
  if (types.includes('object') && !types.includes('string')) {
    const [key] = Object.keys(schema.properties ?? {}).filter((name) => name !== '$schema');
    return key === undefined ? adviceFor(schema) : `Write keys, each with a colon: ${key}: ...`;
  }
  if (types.includes('array') && !types.includes('string')) return 'Begin each entry with a dash.';
  return adviceFor(schema);
}

function adviceFor(schema: Schema): string {
  const example = exampleOf(schema);
  return example === '...'
    ? String(schema.description ?? 'docs/configuration.md says what belongs here.')
    : `Write it like ${example}.`;
}

const exampleOf = ({ examples, enum: values }: Schema): string =>
  String([examples, values].flat().find((example) => example !== undefined) ?? '...');

export function quoted(node: ConfigNode): string {
  if (node.kind !== 'scalar') return kindOf(node);
  const text = String(node.value);
  return `'${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}...` : text}'`;
}

/** The first character: a whole mapping as a mark helps nobody. */
const startOf = ({ span: [start] }: ConfigNode): Span => [start, start + 1];
