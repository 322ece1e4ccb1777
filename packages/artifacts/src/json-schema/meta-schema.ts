import type { FactFault } from '@shipworthy/model';
import { Ajv, type AnySchemaObject, type ErrorObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import { toPlain, type YamlMap, type YamlNode } from '../formats/yaml/index.ts';
import { isPlainlyValid } from './plainly-valid.ts';

/** Faults reported of one schema. */
const MAX_FAULTS = 20;
/** Nodes of a schema that is validated; a larger one would take seconds. */
const MAX_NODES = 50_000;
const OPTIONS = { allErrors: true, strict: false, validateFormats: false, logger: false } as const;

type Validator = Pick<Ajv, 'validateSchema' | 'errors'>;
const validators = new Map<string, Validator>();

/** The validator of a dialect; undefined for one that is not known. */
function validatorOf(dialect: string): Validator | undefined {
  const draft = /draft-?0?(\d+)|draft\/(20\d\d-\d\d)/.exec(dialect);
  const key = draft?.[1] ?? draft?.[2];
  if (key === undefined) return undefined;
  const known = validators.get(key);
  if (known) return known;
  const made = make(key);
  if (made) validators.set(key, made);
  return made;
}

function make(draft: string): Validator | undefined {
  switch (draft) {
    case '4':
      return new AjvDraft04.default(OPTIONS);
    case '7':
      return new Ajv(OPTIONS);
    case '2019-09':
      return new Ajv2019(OPTIONS);
    case '2020-12':
      return new Ajv2020(OPTIONS);
    default:
      return undefined;
  }
}

/** Where a schema breaks the rules of its own dialect. Drafts 4, 7, 2019-09 and 2020-12 are known; of others nothing is said. */
export function metaFaults(root: YamlMap, text: string): FactFault[] {
  if (root.size > MAX_NODES) return [];
  // Drafts are named in several spellings (`https`, without `#`); the validator of the draft takes its own for granted.
  const { $schema: _, ...schema } = plainOf(root, text);
  if (isPlainlyValid(schema)) return [];
  const validator = validatorOf(root.text('$schema') ?? '');
  if (!validator || validator.validateSchema(schema) === true) return [];
  const faults: FactFault[] = [];
  const places = new Set<string>();
  for (const error of deepestFirst(validator.errors ?? [])) {
    // One place breaks several alternatives of the language at once.
    if (faults.length >= MAX_FAULTS || [...places].some((place) => place.startsWith(error.instancePath))) continue;
    places.add(error.instancePath);
    faults.push({
      what: `\`${error.instancePath.slice(1)}\` ${error.message ?? 'is not allowed'}`,
      at: spanAt(root, error.instancePath),
      effect: 'refused',
    });
  }
  return faults;
}

/** The engine's own parser is many times faster; it takes no comments. */
function plainOf(root: YamlMap, text: string): AnySchemaObject {
  try {
    return JSON.parse(text);
  } catch {
    return Object.fromEntries(root.entries.map(({ key, value }) => [key, toPlain(value)]));
  }
}

const deepestFirst = (errors: readonly ErrorObject[]): ErrorObject[] =>
  [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length);

function spanAt(root: YamlMap, pointer: string): FactFault['at'] {
  let node: YamlNode = root;
  let at = root.entries[0]?.keySpan ?? root.span;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node.kind === 'map') {
      const entry = node.entry(name);
      if (!entry) break;
      node = entry.value;
      at = entry.keySpan;
    } else if (node.kind === 'seq') {
      const item: YamlNode | undefined = node.items[Number(name)];
      if (!item) break;
      node = item;
      at = item.span;
    } else break;
  }
  return node.kind === 'scalar' ? node.span : at;
}
