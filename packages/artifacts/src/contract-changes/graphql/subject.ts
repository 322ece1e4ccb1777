import { BreakingChangeType, DangerousChangeType } from 'graphql';

/** What a change is about: a type or directive, its field, value or member, and the argument of that. */
export interface ChangeSubject {
  /** `Order`; `@auth` for directives. */
  readonly owner: string;
  readonly member?: string;
  readonly argument?: string;
}

/**
 * graphql-js tells of a change only in words; names are all that varies in them. Of what is gone the table says so, for a
 * type that may have been split over files.
 */
const WORDS: Readonly<Record<BreakingChangeType | DangerousChangeType, RegExp>> = {
  [BreakingChangeType.TYPE_REMOVED]: /^(?:Standard scalar )?(?<owner>\w+) was removed/,
  [BreakingChangeType.TYPE_CHANGED_KIND]: /^(?<owner>\w+) changed from /,
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: /^(?<member>\w+) was removed from union type (?<owner>\w+)/,
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: /^(?<member>\w+) was removed from enum type (?<owner>\w+)/,
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: /^A required field (?<member>\w+) on input type (?<owner>\w+) /,
  [BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED]: /^(?<owner>\w+) no longer implements interface /,
  [BreakingChangeType.FIELD_REMOVED]: /^(?<owner>\w+)\.(?<member>\w+) was removed/,
  [BreakingChangeType.FIELD_CHANGED_KIND]: /^(?<owner>\w+)\.(?<member>\w+) changed type /,
  [BreakingChangeType.REQUIRED_ARG_ADDED]: /^A required arg (?<argument>\w+) on (?<owner>\w+)\.(?<member>\w+) /,
  [BreakingChangeType.ARG_REMOVED]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<argument>\w+) was removed/,
  [BreakingChangeType.ARG_CHANGED_KIND]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<argument>\w+) has changed type /,
  [BreakingChangeType.DIRECTIVE_REMOVED]: /^(?<directive>\w+) was removed/,
  [BreakingChangeType.DIRECTIVE_ARG_REMOVED]: /^(?<argument>\w+) was removed from (?<directive>\w+)/,
  [BreakingChangeType.REQUIRED_DIRECTIVE_ARG_ADDED]: /^A required arg (?<argument>\w+) on directive (?<directive>\w+) /,
  [BreakingChangeType.DIRECTIVE_REPEATABLE_REMOVED]: /^Repeatable flag was removed from (?<directive>\w+)/,
  [BreakingChangeType.DIRECTIVE_LOCATION_REMOVED]: /^\w+ was removed from (?<directive>\w+)/,
  [DangerousChangeType.VALUE_ADDED_TO_ENUM]: /^(?<member>\w+) was added to enum type (?<owner>\w+)/,
  [DangerousChangeType.TYPE_ADDED_TO_UNION]: /^(?<member>\w+) was added to union type (?<owner>\w+)/,
  [DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED]: /^An optional field (?<member>\w+) on input type (?<owner>\w+) /,
  [DangerousChangeType.OPTIONAL_ARG_ADDED]: /^An optional arg (?<argument>\w+) on (?<owner>\w+)\.(?<member>\w+) /,
  [DangerousChangeType.IMPLEMENTED_INTERFACE_ADDED]: /^\w+ added to interfaces implemented by (?<owner>\w+)/,
  [DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<argument>\w+) /,
};

/** What a change that graphql-js found is about; undefined where its words are not known. */
export function subjectOf(
  type: BreakingChangeType | DangerousChangeType,
  description: string,
): ChangeSubject | undefined {
  const groups = WORDS[type].exec(description)?.groups;
  const owner = groups?.directive === undefined ? groups?.owner : `@${groups.directive}`;
  if (owner === undefined) return undefined;
  const { member, argument } = groups ?? {};
  return { owner, ...(member === undefined ? {} : { member }), ...(argument === undefined ? {} : { argument }) };
}

/** `Order`, `Query.orders`, `Query.orders(first:)`, `@auth`. */
export function nameOf({ owner, member, argument }: ChangeSubject): string {
  const whole = member === undefined ? owner : `${owner}.${member}`;
  return argument === undefined ? whole : `${whole}(${argument}:)`;
}
