import type { Outcome, Presence, RuleMeta, SubjectMap, SubjectName } from '@shipworthy/model';
import { API_VERSION } from './api-version.ts';
import type { PackagedReporter } from './define-reporter.ts';
import type { Need, NeedsFor } from './needs.ts';
import type { Tools } from './tools.ts';

/** Message texts by id; `{name}` is a slot that `gap` must fill. */
export type Messages = Readonly<Record<string, string>>;

/** What became of a subject between base and head. */
export type When = 'added' | 'changed' | 'removed';

/** A file beside the rule, as `new URL('./rule.md', import.meta.url)` names it. */
export interface PageAddress {
  readonly href: string;
}

export interface RuleDefinition<S extends SubjectName, N extends NeedsFor<S>, M extends Messages> extends RuleMeta {
  readonly subject: S;
  /**
   * Asks only of subjects that the change adds, alters or removes; a removed one is that of the base. Without a base the
   * rule is not asked. `changed`: the element's own facts differ, or the file of an artifact does.
   */
  readonly when?: When | readonly When[];
  /** Everything besides the subject that the rule can see. */
  readonly needs?: N;
  readonly messages: M;
  /**
   * For a rule that asks for an artifact to exist: which repositories it is asked of. The engine answers
   * not-applicable, with the reason, for the others.
   */
  readonly presence?: Presence;
  /** The rule's page, for `shipworthy explain`: `new URL('./rule.md', import.meta.url)`. */
  readonly page?: PageAddress;
  /** A pure question: no file system, no network, no clock. */
  check(subject: SubjectMap[S], tools: Tools<M, N, S>): Outcome;
}

/** A rule as the engine sees it, whatever its subject. */
export interface Rule extends RuleMeta {
  readonly subject: SubjectName;
  readonly when?: When | readonly When[];
  readonly needs: Readonly<Record<string, Need>>;
  readonly messages: Messages;
  readonly presence?: Presence;
  readonly page?: PageAddress;
  /** The `API_VERSION` it was made with. */
  readonly api: number;
  check(subject: never, tools: never): Outcome;
}

/** A named set of rules, and of reporters. */
export interface RulePackage {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly reporters?: readonly PackagedReporter[];
}

const RULE_ID = /^(?:@?[a-z][a-z0-9-]*\/)?[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/**
 * Declares a rule: a question asked of a subject, with everything it needs to see.
 * @throws TypeError when the id is not `artifact/aspect` (or `pack/artifact/aspect`), or a title is missing.
 */
export function defineRule<
  const S extends SubjectName,
  const M extends Messages,
  const N extends NeedsFor<S> = Record<never, never>,
>(definition: RuleDefinition<S, N, M>): Rule {
  if (!RULE_ID.test(definition.id))
    throw new TypeError(`'${definition.id}' is not a rule id: write artifact/aspect in lower case`);
  if (!definition.title) throw new TypeError(`rule ${definition.id} has no title`);
  return { ...definition, needs: definition.needs ?? {}, api: API_VERSION };
}
