import {
  type FileFacts,
  type Gap,
  type RuledOutcome,
  type RuleMeta,
  SEVERITIES,
  type Standing,
} from '@shipworthy/model';
import { type Case, groupGaps } from '../findings.ts';
import { fingerprint } from '../fingerprint.ts';

/** One side of a change as the configuration sees it. */
export interface ComparedSide {
  readonly outcomes: readonly RuledOutcome[];
  readonly files: readonly FileFacts[];
}

export interface CompareInput {
  readonly head: ComparedSide;
  readonly base: ComparedSide;
  /** An identity of the base, with the paths in it that were moved as they are in the head. */
  readonly renamed: (identity: string) => string;
  readonly rules: ReadonlyMap<string, RuleMeta>;
}

export type Group = readonly [Case, ...Case[]];

export interface Compared {
  /** What the head lacks. */
  readonly groups: readonly { readonly group: Group; readonly standing: Standing }[];
  /** What the head cannot be asked about any more: as it was in the base. */
  readonly kept: readonly Group[];
  /** What only the base lacked. */
  readonly fixed: readonly Group[];
}

/**
 * How the gaps of a head stand to those of its base. Gaps are compared one by one: of a finding that stands for many, what
 * the change adds is `worsened`, and the rest is as it was. A file that could not be read in the base says nothing new by
 * being readable; a gap of which the head cannot say anything any more is kept.
 */
export function compareGaps({ head, base, renamed, rules }: CompareInput): Compared {
  const severityOf = ({ gap, outcome }: Case): number =>
    SEVERITIES.indexOf(gap.severity ?? rules.get(outcome.rule)?.severity ?? 'info');
  const before = new KnownGaps(base.outcomes, renamed);
  const headGroups = groupGaps(head.outcomes);
  const counterparts = before.counterparts(headGroups.flat(), severityOf);
  const unseenBefore = new Set(base.files.flatMap((file) => (file.problems.length > 0 ? [renamed(file.path)] : [])));
  const groups = headGroups.flatMap((group) => {
    const added: Case[] = [];
    const graver: Case[] = [];
    const same: Case[] = [];
    for (const one of group) {
      const known = counterparts.get(one);
      if (known) (severityOf(one) < severityOf(known) ? graver : same).push(one);
      else (isOfFile(one.outcome) || !unseenBefore.has(one.gap.at.path) ? added : same).push(one);
    }
    const isNew = same.length + graver.length === 0 && !before.hasCause(group);
    return [
      ...nonEmpty([...added, ...graver]).map((cases) => ({
        group: cases,
        standing: isNew ? ('introduced' as const) : ('worsened' as const),
      })),
      ...nonEmpty(same).map((cases) => ({ group: cases, standing: 'existing' as const })),
    ];
  });
  const unsure = new UnsureSubjects(head);
  const left = groupGaps(before.left());
  const isKept = (one: Case): boolean => unsure.has(one, renamed);
  const kept = left.flatMap((group) => nonEmpty(group.filter(isKept)));
  const heldCauses = new Set(headGroups.map((group) => causeOf(group[0], (id) => id)));
  const fixed = left
    .filter((group) => !group.some(isKept) && !heldCauses.has(causeOf(group[0], renamed)))
    .flatMap((group) => nonEmpty(group));
  return { groups, kept, fixed };
}

const nonEmpty = (cases: readonly Case[]): Group[] => {
  const [first, ...others] = cases;
  return first ? [[first, ...others]] : [];
};

type Renamed = (identity: string) => string;

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

/** What findings are joined by; that of a gap by itself is nobody else's. */
const causeOf = ({ outcome, gap }: Case, renamed: Renamed): string =>
  gap.cause === undefined
    ? keyOf(outcome, gap, renamed)
    : fingerprint(outcome.rule, 'cause', renamed(gap.cause), gap.messageId);

/** The gaps of the base, each of which is the counterpart of one gap of the head at most. */
class KnownGaps {
  readonly #waiting = new Map<string, Case[]>();
  readonly #causes = new Set<string>();
  readonly #renamed: Renamed;

  constructor(outcomes: readonly RuledOutcome[], renamed: Renamed) {
    this.#renamed = renamed;
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
  counterparts(cases: readonly Case[], severityOf: (one: Case) => number): ReadonlyMap<Case, Case> {
    const found = new Map<Case, Case>();
    const match = (fits: (one: Case, known: Case) => boolean): void => {
      for (const one of cases) {
        if (found.has(one)) continue;
        const waiting = this.#waiting.get(keyOf(one.outcome, one.gap, (id) => id)) ?? [];
        const at = waiting.findIndex((known) => fits(one, known));
        const [known] = at < 0 ? [] : waiting.splice(at, 1);
        if (known) found.set(one, known);
      }
    };
    match((one, known) => severityOf(one) === severityOf(known));
    match(() => true);
    this.#matchOtherCauses(cases, found);
    return found;
  }

  /**
   * What gaps are joined by may depend on how many there are ("one finding for the repository where no alert has a runbook"):
   * the first alert that gets one changes the cause of all others, and none of them is new.
   */
  #matchOtherCauses(cases: readonly Case[], found: Map<Case, Case>): void {
    const waiting = new Map<string, Case[]>();
    for (const known of [...this.#waiting.values()].flat()) {
      const key = causelessKey(known, this.#renamed);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), known]);
    }
    for (const one of cases) {
      if (found.has(one)) continue;
      const key = causelessKey(one, (id) => id);
      const known = key === undefined ? undefined : waiting.get(key)?.shift();
      if (!known) continue;
      found.set(one, known);
      const alike = this.#waiting.get(keyOf(known.outcome, known.gap, this.#renamed)) ?? [];
      alike.splice(alike.indexOf(known), 1);
    }
  }

  hasCause([first]: Group): boolean {
    return first.gap.cause !== undefined && this.#causes.has(causeOf(first, (id) => id));
  }

  /** Those without a counterpart, as outcomes again. */
  left(): RuledOutcome[] {
    return [...this.#waiting.values()].flat().map(({ gap, outcome }) => ({
      ...outcome,
      result: { outcome: 'gap', gaps: [gap] },
    }));
  }
}

/** That a file cannot be read is said of the file, not of what it holds. */
const isOfFile = ({ subject }: RuledOutcome): boolean => subject.type === 'file';

/** What a head could not answer, though it was asked. */
class UnsureSubjects {
  readonly #asked = new Set<string>();
  readonly #unread: ReadonlySet<string>;

  constructor({ outcomes, files }: ComparedSide) {
    for (const { rule, subject, result } of outcomes)
      if (result.outcome === 'unknown' || result.outcome === 'error')
        this.#asked.add(fingerprint(rule, subject.type, subject.id));
    this.#unread = new Set(files.flatMap((file) => (file.problems.length > 0 ? [file.path] : [])));
  }

  has({ outcome, gap }: Case, renamed: Renamed): boolean {
    const { rule, subject } = outcome;
    if (isOfFile(outcome)) return false;
    return (
      this.#asked.has(fingerprint(rule, subject.type, renamed(subject.id))) || this.#unread.has(renamed(gap.at.path))
    );
  }
}
