import type { Artifact, Kind, Profile, RelationMap, RelationName, SubjectName, Vocabulary } from '@shipworthy/model';
import type { OptionNeed } from './option.ts';

export * from './option.ts';

/** A declared input. What a rule does not declare it cannot see. */
export type Need =
  | LinkNeed
  | AllNeed<Kind>
  | { readonly need: 'vocabulary' }
  | { readonly need: 'profile' }
  | { readonly need: 'today' }
  | OptionNeed;

export interface LinkNeed<N extends RelationName = RelationName> {
  readonly need: 'link';
  readonly relation: N;
}
export interface AllNeed<K extends Kind> {
  readonly need: 'all';
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

/** The value a declared input has when the rule is asked. */
export type Given<N> = N extends { need: 'link'; relation: infer R extends RelationName }
  ? RelationMap[R]['to']
  : N extends { need: 'all'; kind: infer K extends Kind }
    ? readonly Artifact<K>[]
    : N extends { need: 'vocabulary' }
      ? Vocabulary
      : N extends { need: 'profile' }
        ? Profile
        : N extends { need: 'today' }
          ? string
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
    | OptionNeed
  >
>;
