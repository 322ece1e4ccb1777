import type { Gap, Outcome, Place, RelatedPlace, Severity, SubjectName } from '@shipworthy/model';
import type { Given } from './needs.ts';

/** The `{slots}` of a message text, as a union of names. */
export type Slots<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

type SlotValues<T extends string> = { readonly [S in Slots<T>]: string | number };
type SlotArguments<T extends string> = [Slots<T>] extends [never]
  ? [values?: Record<string, never>]
  : [values: SlotValues<T>];

export interface GapOptions<Joined> {
  /** When this gap differs from the rule's severity. */
  readonly severity?: Severity;
  /** Gaps of the rule with an equal cause are shown as one finding with a count. */
  readonly cause?: string;
  /** The message that stands for all gaps of the cause; `{count}` is filled in by the engine, other slots by the values. */
  readonly joined?: Joined;
  /** Tells several gaps of one subject apart; part of the fingerprint. */
  readonly discriminator?: string;
  readonly related?: readonly RelatedPlace[];
}

/** What a rule answers with. */
export interface Tools<M extends Readonly<Record<string, string>>, N, S extends SubjectName = SubjectName> {
  readonly given: { readonly [K in keyof N]: Given<N[K], S> };
  /** The property holds, and this is what shows it. */
  pass(evidence: Place | readonly Place[], note?: string): Outcome;
  /** The property does not hold. */
  gap<Id extends keyof M & string>(id: Id, at: Place, ...slots: SlotArguments<M[Id]>): Outcome;
  /** One fault for `gaps`, with options that `gap` does not take. */
  fault<Id extends keyof M & string, Joined extends keyof M & string = Id>(
    id: Id,
    at: Place,
    values: SlotValues<M[Id]> & Omit<SlotValues<M[Joined]>, 'count'>,
    options?: GapOptions<Joined>,
  ): Gap;
  /** Several faults of one subject; an empty list is a pass on `evidence`. */
  gaps(faults: readonly Gap[], evidence: Place | readonly Place[]): Outcome;
  /** The question does not apply to this subject, and why. */
  skip(why: string): Outcome;
  /** The repository cannot tell, and why. Never a silent pass. */
  unknown(why: string, at?: Place): Outcome;
}
