import type {
  Artifact,
  ContractComparison,
  Kind,
  Profile,
  RelationMap,
  RelationName,
  SubjectMap,
  SubjectName,
  Vocabulary,
} from '@shipworthy/model';
import type { OptionNeed } from './option.ts';

export * from './option.ts';

/** A declared input. What a rule does not declare it cannot see. */
export type Need =
  | LinkNeed
  | AllNeed<Kind>
  | { readonly need: 'vocabulary' }
  | { readonly need: 'profile' }
  | { readonly need: 'today' }
  | BaseNeed
  | AllBeforeNeed<Kind>
  | { readonly need: 'content' }
  | { readonly need: 'contract-changes' }
  | OptionNeed;

export interface LinkNeed<N extends RelationName = RelationName> {
  readonly need: 'link';
  readonly relation: N;
}
export interface AllNeed<K extends Kind> {
  readonly need: 'all';
  readonly kind: K;
}

export interface BaseNeed {
  readonly need: 'base';
}
export interface AllBeforeNeed<K extends Kind> {
  readonly need: 'all-before';
  readonly kind: K;
}

/** What the subject is linked to: `link('alert -> runbook')`. */
export const link = <const N extends RelationName>(relation: N): LinkNeed<N> => ({ need: 'link', relation });
/** All artifacts of a kind that count as the repository's own. */
export const all = <const K extends Kind>(kind: K): AllNeed<K> => ({ need: 'all', kind });
/** The words this repository uses. */
export const vocabulary = () => ({ need: 'vocabulary' }) as const;
/** What the repository is. */
export const profile = () => ({ need: 'profile' }) as const;

/** Today's date: `2026-12-31`. The caller's calendar, so that an audit can be repeated. */
export const today = () => ({ need: 'today' }) as const;

/** The subject as it is in the base, moves followed; undefined for what the change adds. Only known with a base. */
export const base = (): BaseNeed => ({ need: 'base' });
/** All artifacts of a kind that count as the repository's own in the base; none without a base. */
export const allBefore = <const K extends Kind>(kind: K): AllBeforeNeed<K> => ({ need: 'all-before', kind });
/** The text of the subject's file on both sides of the change, for a rule that asks `when` it changes. */
export const content = () => ({ need: 'content' }) as const;
/** What the change breaks of a contract, for a rule on contracts that asks `when` they change. */
export const contractChanges = () => ({ need: 'contract-changes' }) as const;

/** A file's text before and after the change; absent where there is no such file, or where it cannot be read as text. */
export interface BothTexts {
  readonly before?: string;
  readonly after?: string;
}

/** The value a declared input has when the rule is asked. */
export type Given<N, S extends SubjectName = SubjectName> = N extends {
  need: 'link';
  relation: infer R extends RelationName;
}
  ? RelationMap[R]['to']
  : N extends { need: 'all'; kind: infer K extends Kind }
    ? readonly Artifact<K>[]
    : N extends { need: 'vocabulary' }
      ? Vocabulary
      : N extends { need: 'profile' }
        ? Profile
        : N extends { need: 'today' }
          ? string
          : N extends BaseNeed
            ? SubjectMap[S] | undefined
            : N extends AllBeforeNeed<infer K extends Kind>
              ? readonly Artifact<K>[]
              : N extends { need: 'content' }
                ? BothTexts
                : N extends { need: 'contract-changes' }
                  ? ContractComparison
                  : N extends OptionNeed<infer V>
                    ? V
                    : never;

/** A relation may only be declared by a rule whose subject it starts from. */
export type NeedsFor<S extends SubjectName> = Readonly<
  Record<
    string,
    | { [N in RelationName]: S extends RelationMap[N]['from'] ? LinkNeed<N> : never }[RelationName]
    | { [K in Kind]: AllNeed<K> }[Kind]
    | { readonly need: 'vocabulary' }
    | { readonly need: 'profile' }
    | { readonly need: 'today' }
    | BaseNeed
    | { [K in Kind]: AllBeforeNeed<K> }[Kind]
    | { readonly need: 'content' }
    | (S extends 'contract' ? { readonly need: 'contract-changes' } : never)
    | OptionNeed
  >
>;
