import type { ContractChange, ContractComparison, ContractText } from '@shipworthy/model';
import {
  BreakingChangeType,
  buildASTSchema,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { MAX_TOKENS, readDocument } from '../../graphql-schema/read-document.ts';
import { among, changedIn, type Definitions, definitionsOf, emptied, isPartial, standAlone } from './definitions.ts';
import { Places } from './places.ts';
import { type ChangeSubject, nameOf, subjectOf } from './subject.ts';

/** Changes by which something of a type is gone that may stand in another file now. */
const GONE: ReadonlySet<string> = new Set([
  BreakingChangeType.FIELD_REMOVED,
  BreakingChangeType.VALUE_REMOVED_FROM_ENUM,
  BreakingChangeType.TYPE_REMOVED_FROM_UNION,
  BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED,
]);
/** Where a directive can stand in what clients send; all other places are the schema's own. */
const SENT =
  /^(?:QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_DEFINITION|FRAGMENT_SPREAD|INLINE_FRAGMENT|VARIABLE_DEFINITION)$/;
const SCHEMA_FILE = /\.(?:graphqls?|gql)$/i;
/** Files of a change that are searched for what is gone from this one. */
const MAX_OTHERS = 100;
/** Letters of a change's words; the default value of an argument can be of any length. */
const MAX_WORDS = 300;

/**
 * What graphql-js finds between two texts of a schema. Types that a side only refers to stand in other files, and are taken
 * for the same on both sides, and so are those that are written alike on both.
 */
export function compareGraphql(before: ContractText, after: ContractText): ContractComparison {
  const older = read(before, 'older');
  if ('why' in older) return { state: 'unknown', why: older.why };
  const newer = read(after, 'newer');
  if ('why' in newer) return { state: 'unknown', why: newer.why };
  const [was, changed] = changedIn(older.definitions, newer.definitions);
  const is = among([...changed.nodes, ...emptied(was, newer.definitions)]);
  const sides = [older.definitions, newer.definitions, was, is];
  const elsewhere = new Set(sides.flatMap(({ referred }) => [...referred]));
  try {
    const schema = build(standAlone(was, elsewhere));
    const next = build(standAlone(is, elsewhere));
    const found = [...findBreakingChanges(schema, next), ...findDangerousChanges(schema, next)];
    const judge = new Judge(older.definitions, newer.definitions, schema, elsewhere, after);
    return { state: 'compared', changes: found.flatMap((change) => judge.change(change)) };
  } catch (error) {
    // What a schema may hold is only partly known before it is built, and its library objects by throwing.
    if (!(error instanceof Error)) throw error;
    return { state: 'unknown', why: `no schema can be built of it (${error.message.replace(/\.$/, '')})` };
  }
}

function read(
  { text }: ContractText,
  side: 'older' | 'newer',
): { readonly definitions: Definitions } | { readonly why: string } {
  const found = readDocument(text);
  if ('tooLarge' in found) return { why: `the ${side} text has more than ${MAX_TOKENS} tokens` };
  if ('fault' in found) return { why: `the ${side} version cannot be read: ${found.fault.what}` };
  return { definitions: definitionsOf(found.document) };
}

/** A schema of which nothing is asked to be complete. */
function build(document: DocumentNode): GraphQLSchema {
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  // Default values are compared as they are written out, which scalars of one's own refuse for objects and lists.
  for (const type of Object.values(schema.getTypeMap()))
    if (isScalarType(type) && !isSpecifiedScalarType(type))
      type.serialize = (value) => (typeof value === 'object' ? JSON.stringify(value) : value);
  return schema;
}

type FoundChange = ReturnType<typeof findBreakingChanges>[number] | ReturnType<typeof findDangerousChanges>[number];

/** How much a change weighs, and where it shows. */
class Judge {
  readonly #older: Definitions;
  readonly #newer: Definitions;
  readonly #schema: GraphQLSchema;
  readonly #elsewhere: ReadonlySet<string>;
  readonly #places: Places;

  readonly #contract: ContractText;
  #others: readonly Places[] | undefined;

  constructor(
    older: Definitions,
    newer: Definitions,
    schema: GraphQLSchema,
    elsewhere: ReadonlySet<string>,
    contract: ContractText,
  ) {
    this.#contract = contract;
    this.#older = older;
    this.#newer = newer;
    this.#schema = schema;
    this.#elsewhere = elsewhere;
    this.#places = new Places(newer.nodes);
  }

  change({ type, description }: FoundChange): ContractChange[] {
    const subject = subjectOf(type, description);
    if (subject && type === BreakingChangeType.TYPE_REMOVED && this.#standsElsewhere(subject)) return [];
    const mayHaveMoved = subject !== undefined && this.#mayHaveMoved(type, subject);
    if (mayHaveMoved && this.#standsInAnother(subject)) return [];
    const moved = mayHaveMoved && !this.#contract.touched;
    const breaking = type in BreakingChangeType && !moved && !(subject && this.#isOwnAffair(subject));
    const at = subject && this.#places.of(subject);
    const words = description
      .replace(/\.$/, '')
      .replace(/^(?:A|An|Standard|Repeatable) /, (word) => word.toLowerCase());
    return [
      {
        check: type,
        level: breaking ? 'breaking' : 'risky',
        what: `${words.slice(0, MAX_WORDS)}${moved ? ', unless another file of the schema has it now' : ''}`,
        about: subject ? nameOf(subject) : words.slice(0, MAX_WORDS),
        ...(at ? { at } : {}),
      },
    ];
  }

  get #partial(): boolean {
    return isPartial(this.#older) || isPartial(this.#newer);
  }

  /** A type that the newer text only stopped referring to. */
  #standsElsewhere({ owner }: ChangeSubject): boolean {
    if (!isStandardScalar(this.#schema, owner)) return this.#elsewhere.has(owner);
    return this.#partial || this.#newer.scalars.has(owner) || !this.#older.scalars.has(owner);
  }

  /** Gone from this file, which is not all of the schema. */
  #mayHaveMoved(type: FoundChange['type'], { owner }: ChangeSubject): boolean {
    if (type === BreakingChangeType.TYPE_REMOVED) return this.#partial && !isStandardScalar(this.#schema, owner);
    if (!GONE.has(type)) return false;
    const wasExtended = this.#older.extended.has(owner);
    return this.#newer.extended.has(owner) ? !wasExtended : wasExtended && !this.#places.has({ owner });
  }

  /** Does a file that the change touches have it now? */
  #standsInAnother(subject: ChangeSubject): boolean {
    const { path: own, read: textOf, touched = [] } = this.#contract;
    this.#others ??= touched
      .filter((path) => path !== own && SCHEMA_FILE.test(path))
      .slice(0, MAX_OTHERS)
      .flatMap((path) => {
        const found = readDocument(textOf(path) ?? '');
        return 'document' in found ? [new Places(definitionsOf(found.document).nodes)] : [];
      });
    return this.#others.some((places) => places.has(subject));
  }

  /**
   * What no client sees: a directive that only the schema uses, and a standard scalar that nothing refers to any more
   * (what referred to it is told for itself).
   */
  #isOwnAffair({ owner }: ChangeSubject): boolean {
    if (!owner.startsWith('@')) return isStandardScalar(this.#schema, owner);
    const directive = this.#schema.getDirective(owner.slice(1));
    return directive?.locations.every((location) => !SENT.test(location)) === true;
  }
}

function isStandardScalar(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  return type !== undefined && isSpecifiedScalarType(type);
}
