import {
  ARCHETYPES,
  CRITICALITIES,
  DEFAULT_VOCABULARY,
  OBLIGATIONS,
  PATH_CLASSES,
  PUBLIC_KINDS,
  RUBRIC,
  SEVERITIES,
  type Vocabulary,
} from '@shipworthy/model';
import { DAY } from './day.ts';

/** A JSON Schema (draft 2020-12). Its `examples` are shown to whoever writes something else. */
export type Schema = Readonly<Record<string, unknown>>;

export const SEVERITY_SETTINGS = ['off', ...SEVERITIES.toReversed()];

/**
 * One of some words where other types are allowed beside text: `enum` would forbid those, a pattern concerns text only.
 * `wordsOf` reads it back.
 */
const word = (values: readonly string[]): Schema => ({ pattern: `^(?:${values.join('|')})$`, examples: values });
export const wordsOf = (pattern: string): readonly string[] | undefined =>
  /^\^\(\?:([\w|-]+)\)\$$/.exec(pattern)?.[1]?.split('|');

export const text = (description: string, example: string): Schema => ({
  type: 'string',
  pattern: '\\S',
  description,
  examples: [example],
});
const day = (description: string): Schema => ({ type: 'string', pattern: DAY, description, examples: ['2026-12-31'] });
export const oneOf = (description: string, values: readonly string[]): Schema => ({
  type: 'string',
  description,
  enum: values,
});
export const object = (description: string, properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  description,
  properties,
  required,
  additionalProperties: false,
});
/** Any keys, one kind of value. */
const map = (description: string, values: Schema): Schema => ({
  type: 'object',
  description,
  additionalProperties: values,
});
export const list = (description: string, items: Schema): Schema => ({ type: 'array', description, items });
/** One text, or a list of them. */
export const several = (description: string, ...examples: readonly string[]): Schema => ({
  type: ['string', 'array'],
  description,
  items: { type: 'string' },
  examples,
});
/** A key that may stand there with nothing below it. */
const optional = ({ type, ...rest }: Schema): Schema => ({ type: [type, 'null'].flat(), ...rest });

const options = {
  type: 'object',
  description: 'Settings of the rule; its page lists them.',
  additionalProperties: { type: ['string', 'integer', 'boolean', 'array'], items: { type: 'string' } },
};
const rule: Schema = {
  type: ['string', 'array', 'object'],
  description: 'off, info, warning or error; or [severity, {settings}]; or {severity, options}.',
  ...word(SEVERITY_SETTINGS),
  prefixItems: [{ type: 'string', enum: SEVERITY_SETTINGS }, options],
  items: false,
  minItems: 1,
  maxItems: 2,
  properties: { severity: { type: 'string', enum: SEVERITY_SETTINGS }, options },
  additionalProperties: false,
};
const rules = map('Severity and settings by rule id or artifact/*.', rule);

const words = (describes: string): Schema => list(describes, { type: 'string', pattern: '\\S', examples: ['page-me'] });
/** Derived from the default words, so that a new list of words is a new key. */
function vocabulary(defaults: Vocabulary): Schema {
  const entries = Object.entries(defaults).map(([key, value]) => [
    key,
    Array.isArray(value)
      ? words(`Added to: ${value.slice(0, 4).join(', ')}...`)
      : object(
          'Words by what they stand for; added to those that are known.',
          Object.fromEntries(Object.keys(value).map((topic) => [topic, words(`Words for ${topic}.`)])),
        ),
  ]);
  return object('Local words, added to those that are known.', Object.fromEntries(entries));
}

const area: Schema = {
  type: ['string', 'array', 'object'],
  description: 'Globs; or {paths, brings}, where brings lists what a change to them must bring.',
  items: { type: 'string' },
  properties: {
    paths: several('Globs.', 'src/billing/**'),
    brings: list('What a change must bring; each of them.', {
      type: 'string',
      enum: OBLIGATIONS,
    }),
  },
  required: ['paths'],
  additionalProperties: false,
  examples: ['src/billing/**'],
};

const owner = text('Who answers for it.', 'platform-team');
const ruleName = text('A rule id, artifact/*, or * together with paths.', 'alert/*');

/** The keys of a configuration file, in the order people read about them. */
function keys(): Readonly<Record<string, Schema>> {
  return {
    extends: several(
      'Presets and files this one builds on; later ones win.',
      'strict',
      './config/shipworthy-base.yaml',
    ),
    archetype: {
      type: ['string', 'array'],
      description: 'What the repository is, where detection is wrong.',
      ...word(ARCHETYPES),
      items: { type: 'string', enum: ARCHETYPES },
    },
    criticality: oneOf('How much depends on it: shifts severities, never which rules exist.', CRITICALITIES),
    rubric: object(
      'The four questions that tell software development from programming, answered.',
      Object.fromEntries(
        RUBRIC.map((question) => [
          question,
          { type: ['string', 'boolean'], description: 'yes or no', ...word(['yes', 'no']) },
        ]),
      ),
    ),
    components: map('Name to folder, where detection is wrong.', { type: 'string', examples: ['services/checkout'] }),
    ignore: several('Globs of files that are not looked at.', 'docs/archive/**'),
    pathClasses: map('Glob to path class.', oneOf('What the files are.', PATH_CLASSES)),
    artifacts: object(
      'Kind to globs: these files are of that kind, whatever detection says.',
      Object.fromEntries(PUBLIC_KINDS.map((kind) => [kind, several(`Files that are ${kind}.`, 'ops/**/*.md')])),
    ),
    rules,
    overrides: list(
      'Rules for some files; later entries win.',
      object('Rules for the files that match.', { files: several('Globs.', 'legacy/**'), rules }, ['files', 'rules']),
    ),
    packages: several(
      'Packages whose rules this file sets. They load only when whoever runs shipworthy says so: --load-packages NAME.',
      'acme-rules',
    ),
    vocabulary: vocabulary(DEFAULT_VOCABULARY),
    areas: map('Sensitive areas (auth, billing, data, contract, infrastructure) to globs.', area),
    runbookSites: map('Prefix of published addresses to the folder they are made from.', {
      type: 'string',
      examples: ['docs/runbooks'],
    }),
    evidence: list(
      'What is kept elsewhere.',
      object(
        'Where it is, in place of a gap.',
        {
          rule: text('The rule it answers; or a kind.', 'artifact/aspect'),
          kind: oneOf('The kind that is kept elsewhere; or a rule.', PUBLIC_KINDS),
          url: {
            type: 'string',
            pattern: '^https?://\\S+$',
            description: 'Where.',
            examples: ['https://wiki.acme.dev/x'],
          },
          owner,
          reviewed: day('When somebody last looked at it.'),
          expires: day('The last day the word holds.'),
        },
        ['url', 'owner', 'reviewed', 'expires'],
      ),
    ),
    questions: list(
      'Answers to what no linter can know.',
      object(
        'A question and its answer.',
        {
          question: text('What was asked.', 'Was a rollback ever rehearsed?'),
          answer: text('What is known.', 'Yes, in the game day of March.'),
          owner,
          reviewed: day('When it was answered.'),
        },
        ['question', 'answer', 'owner', 'reviewed'],
      ),
    ),
    exemptions: list(
      'Gaps that are accepted for a time.',
      object(
        'One accepted gap.',
        {
          rule: ruleName,
          paths: several('Globs; everywhere without.', 'legacy/**'),
          reason: text('Why it is accepted.', 'Retired in Q1; nobody is paged for it.'),
          owner,
          expires: day('The last day it holds.'),
        },
        ['rule', 'reason', 'owner', 'expires'],
      ),
    ),
  };
}

/** The schema of `.shipworthy.yaml`, published as `schema/shipworthy.schema.json`. */
export function configSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:shipworthy:schema:config:1',
    title: 'shipworthy configuration',
    type: ['object', 'null'],
    description: 'Configuration of shipworthy: .shipworthy.yaml, .shipworthy.yml or .shipworthy.json in the root.',
    properties: {
      $schema: { type: 'string', description: 'The schema an editor checks the file against.' },
      ...Object.fromEntries(Object.entries(keys()).map(([key, schema]) => [key, optional(schema)])),
    },
    additionalProperties: false,
  };
}
