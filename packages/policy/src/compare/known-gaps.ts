import type { Gap, RuledOutcome } from '@shipworthy/model';
import type { Case } from '../findings.ts';
import { fingerprint } from '../fingerprint.ts';

export type Renamed = (identity: string) => string;

/** Identities of the head are as they are. */
export const unmoved: Renamed = (identity) => identity;

/** The identity of one gap, which is finer than that of a finding. */
const keyOf = ({ rule, subject }: RuledOutcome, gap: Gap, renamed: Renamed): string =>
  fingerprint(
    rule,
    subject.type,
    renamed(subject.id),
    renamed(gap.discriminator ?? `${gap.messageId} ${gap.cause ?? ''}`),
  );

/** Of these a rule tells one gap from another by the cause alone. */
const WHOLES: ReadonlySet<string> = new Set(['repository', 'component', 'change']);

/** The identity of a gap whatever it is joined with; undefined where it has one that says more. */
const causelessKey = ({ outcome: { rule, subject }, gap }: Case, renamed: Renamed): string | undefined =>
  gap.cause === undefined || gap.discriminator !== undefined || WHOLES.has(subject.type)
    ? undefined
    : fingerprint(rule, subject.type, renamed(subject.id), gap.messageId);

/** One subject in one file: several files may hold one of the same name. */
const placeOf = ({ rule, subject }: RuledOutcome, renamed: Renamed): string =>
  [rule, subject.type, renamed(subject.id), renamed(subject.path)].join('\n');

/** What findings are joined by; that of a gap by itself is nobody else's. */
export const causeOf = ({ outcome, gap }: Case, renamed: Renamed): string =>
  gap.cause === undefined
    ? keyOf(outcome, gap, renamed)
    : fingerprint(outcome.rule, 'cause', renamed(gap.cause), gap.messageId);

/** The gaps of the base, each of which is the counterpart of one gap of the head at most. */
export class KnownGaps {
  readonly #waiting = new Map<string, Case[]>();
  readonly #causes = new Set<string>();
  readonly #renamed: Renamed;
  readonly #outcomes: readonly RuledOutcome[];

  constructor(outcomes: readonly RuledOutcome[], renamed: Renamed) {
    this.#renamed = renamed;
    this.#outcomes = outcomes;
    for (const outcome of outcomes)
      if (outcome.result.outcome === 'gap')
        for (const gap of outcome.result.gaps) {
          const key = keyOf(outcome, gap, renamed);
          this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { gap, outcome }]);
          if (gap.cause !== undefined) this.#causes.add(causeOf({ gap, outcome }, renamed));
        }
  }

  /**
   * What of the base is the counterpart of each of these. Several may have one key (a mistake made five times in a file, once
   * where it matters more): those of equal weight go together first, or the graver one would seem to have become so.
   */
  counterparts(
    cases: readonly Case[],
    severityOf: (one: Case) => number,
    head: readonly RuledOutcome[],
  ): ReadonlyMap<Case, Case> {
    const found = new Map<Case, Case>();
    const match = (fits: (one: Case, known: Case) => boolean): void => {
      for (const one of cases) {
        if (found.has(one)) continue;
        const waiting = this.#waiting.get(keyOf(one.outcome, one.gap, unmoved)) ?? [];
        const at = waiting.findIndex((known) => fits(one, known));
        const [known] = at < 0 ? [] : waiting.splice(at, 1);
        if (known) found.set(one, known);
      }
    };
    match((one, known) => severityOf(one) === severityOf(known));
    match(() => true);
    if (found.size < cases.length) this.#matchOtherCauses(cases, found, head);
    return found;
  }

  /**
   * What gaps are joined by may depend on how many there are ("one finding for the repository where no alert has a runbook"):
   * the first alert that gets one changes the cause of all others, and none of them is new.
   */
  #matchOtherCauses(cases: readonly Case[], found: Map<Case, Case>, head: readonly RuledOutcome[]): void {
    const waiting = new Map<string, Case[]>();
    for (const known of [...this.#waiting.values()].flat()) {
      const key = causelessKey(known, this.#renamed);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), known]);
    }
    const placesBefore = new Set(this.#outcomes.map((outcome) => placeOf(outcome, this.#renamed)));
    const places = new Set(head.map((outcome) => placeOf(outcome, unmoved)));
    const match = (fits: (place: string, known: string) => boolean): void => {
      for (const one of cases) {
        if (found.has(one)) continue;
        const key = causelessKey(one, unmoved);
        const others = key === undefined ? [] : (waiting.get(key) ?? []);
        const at = others.findIndex(({ outcome }) =>
          fits(placeOf(one.outcome, unmoved), placeOf(outcome, this.#renamed)),
        );
        const [known] = at < 0 ? [] : others.splice(at, 1);
        if (!known) continue;
        found.set(one, known);
        const alike = this.#waiting.get(keyOf(known.outcome, known.gap, this.#renamed)) ?? [];
        alike.splice(alike.indexOf(known), 1);
      }
    };
    match((place, known) => place === known);
    // Moved from one file to another, rather than mended in one and broken in the other.
    match((place, known) => !placesBefore.has(place) && !places.has(known));
  }

  hasCause([first]: readonly [Case, ...Case[]]): boolean {
    return first.gap.cause !== undefined && this.#causes.has(causeOf(first, unmoved));
  }

  /** Those without a counterpart, as outcomes again. */
  left(): RuledOutcome[] {
    return [...this.#waiting.values()].flat().map(({ gap, outcome }) => ({
      ...outcome,
      result: { outcome: 'gap', gaps: [gap] },
    }));
  }
}
