import type { Artifact, ContractChange, Place, RelatedPlace, SubjectMap } from '@shipworthy/rule-kit';

/** More of the changes are counted, not shown. */
const MAX_RELATED = 10;

/** Bounds of values: a program mostly kept to them before its description said so. */
const OF_BOUNDS =
  /^(?:request|response|json-schema)-.*(?:(?:min|max)(?:-|imum)|multiple-of|unique-items|pattern|const-|contains-|content-|dependent-|property-names|unevaluated|default-value|-(?:if|then|else)-)/;

/**
 * What only the words of a schema show: `null` that may come, a union with one form less, an answer that may lack a part; and
 * the name of a field of Protocol Buffers, which travels in JSON alone. On public repositories such a change was a better description of what the program did all along more often than not.
 */
const OF_FORMS =
  /^(?:request|response)-.*(?:became-(?:not-)?nullable|became-optional|(?:any|one|all)-of-(?:added|removed)|wrapped-in-one-of|list-of-types-|prefix-items-|type-generalized)|^(?:FIELD|ENUM_VALUE)_SAME_(?:JSON_)?NAME$/;

/** Contracts are meant to grow like this: clients that do not know the new part go on, but for a rare one. */
const GROWTH =
  /^(?:OPTIONAL_(?:ARG|INPUT_FIELD)_ADDED|VALUE_ADDED_TO_ENUM|TYPE_ADDED_TO_UNION|IMPLEMENTED_INTERFACE_ADDED|response-.*(?:enum-value|(?:one|any)-of)-added)$/;

/** The changes that break a contract, the ones that break it for sure alone where there are any. */
export interface Breaks {
  /** `sure`: callers fail. `perhaps`: some may, depending on how they were written. */
  readonly how: 'sure' | 'perhaps';
  readonly worst: ContractChange;
  readonly all: readonly ContractChange[];
}

/**
 * Undefined where the changes break nothing.
 * @param byLetter the description is kept to the letter: so somebody says, rather than that it was inferred
 */
export function breaksOf(changes: readonly ContractChange[], byLetter: boolean): Breaks | undefined {
  const felt = changes.filter(({ check }) => !GROWTH.test(check));
  const sure = felt.filter(
    ({ level, check }) => level === 'breaking' && !OF_BOUNDS.test(check) && (byLetter || !OF_FORMS.test(check)),
  );
  const all = sure.length > 0 ? sure : felt;
  const worst = all.find(({ at }) => at) ?? all[0];
  return worst && { how: sure.length > 0 ? 'sure' : 'perhaps', worst, all };
}

/** ` and 3 other changes`. */
export function moreThanWorst({ all }: Breaks): string {
  const others = all.length - 1;
  return others === 0 ? '' : `, and ${others} other ${others === 1 ? 'change' : 'changes'}`;
}

/** Where a change shows; the top of the document for what has no place any more. */
export const placeOfChange = ({ at = [0, 0], path }: ContractChange, document: string): Place => ({
  path: path ?? document,
  span: at,
});

/** The other changes and where they show. */
export const otherChanges = ({ all, worst }: Breaks, document: string): RelatedPlace[] =>
  all
    .filter((change) => change !== worst)
    .slice(0, MAX_RELATED)
    .map((change) => ({ at: placeOfChange(change, document), message: change.what }));

/** The changes without those that only put a definition of Protocol Buffers into another file of its package. */
export function withoutMoved(
  { artifact, path }: SubjectMap['contract'],
  changes: readonly ContractChange[],
  files: readonly Artifact<'protobuf'>[],
): readonly ContractChange[] {
  if (artifact.kind !== 'protobuf') return changes;
  const home = artifact.facts.package?.name;
  const defined = new Set(
    files
      .filter((file) => file.path !== path && file.facts.package?.name === home)
      .flatMap(({ facts: { messages, enums, services } }) => [
        ...messages.map(({ name }) => `message ${name}`),
        ...enums.map(({ name }) => `enum ${name}`),
        ...services.map(({ name }) => `service ${name}`),
      ]),
  );
  return changes.filter(({ check, about }) => !(check.endsWith('_NO_DELETE') && defined.has(about)));
}
