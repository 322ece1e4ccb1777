import { type FileFacts, type RuledOutcome, type RuleMeta, SEVERITIES, type Standing } from '@shipworthy/model';
import { type Case, groupGaps } from '../findings.ts';
import { fingerprint } from '../fingerprint.ts';
import { causeOf, KnownGaps, type Renamed, unmoved } from './known-gaps.ts';

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
  const counterparts = before.counterparts(headGroups.flat(), severityOf, head.outcomes);
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
  const heldCauses = new Set(headGroups.map((group) => causeOf(group[0], unmoved)));
  const fixed = left
    .filter((group) => !group.some(isKept) && !heldCauses.has(causeOf(group[0], renamed)))
    .flatMap((group) => nonEmpty(group));
  return { groups, kept, fixed };
}

const nonEmpty = (cases: readonly Case[]): Group[] => {
  const [first, ...others] = cases;
  return first ? [[first, ...others]] : [];
};

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
