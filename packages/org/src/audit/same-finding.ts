import type { Transition } from '../report/org-report.ts';
import { severityRank } from '../report/week-of.ts';

export type OfRepository = Omit<Transition, 'repository'>;

export interface Transitions {
  readonly opened: readonly OfRepository[];
  readonly gone: readonly OfRepository[];
}

/** A transition of which it may turn out that it is none. */
export interface Judged extends OfRepository {
  /** The comparison of both trees does not tell of it under this name. */
  readonly unnamed?: true;
}

export interface JudgedTransitions {
  readonly opened: readonly Judged[];
  readonly gone: readonly Judged[];
}

/** What still says the same of the same place is the same, whatever its name and its weight. */
export function withoutRestated({ opened, gone }: JudgedTransitions): JudgedTransitions {
  return without(
    { opened, gone },
    ({ finding: { rule, path, message } }) => JSON.stringify([rule, path, message]),
    () => 0,
  );
}

/**
 * A question that has another answer than before, and still not a good one, is neither news nor mended: it is new where it
 * became graver, and mended as far as it became lighter.
 * @param questions by fingerprint; see `questionsOf`
 */
export function withoutReworded(
  { opened, gone }: JudgedTransitions,
  questions: ReadonlyMap<string, string>,
): JudgedTransitions {
  return without(
    { opened, gone },
    ({ finding }) => questions.get(finding.fingerprint),
    (before, now) => severityRank(now.finding.severity) - severityRank(before.finding.severity),
  );
}

/** Without pairs of what came and what went by a change; of a pair that became lighter what went stays, of one graver what came. */
function without(
  { opened, gone }: JudgedTransitions,
  keyOf: (each: Judged) => string | undefined,
  lighter: (before: Judged, now: Judged) => number,
): JudgedTransitions {
  const left = new Map<string, Judged[]>();
  const keyOfChange = (each: Judged): string | undefined => (each.cause === 'change' ? keyOf(each) : undefined);
  for (const each of gone) {
    const key = keyOfChange(each);
    if (key !== undefined) push(left, key, each);
  }
  const dropped = new Set<Judged>();
  for (const each of opened) {
    const key = keyOfChange(each);
    const counterpart = key === undefined ? undefined : left.get(key)?.shift();
    if (!counterpart) continue;
    const by = lighter(counterpart, each);
    if (by >= 0) dropped.add(each);
    if (by <= 0) dropped.add(counterpart);
  }
  const isLeft = (each: Judged): boolean => !dropped.has(each);
  return { opened: opened.filter(isLeft), gone: gone.filter(isLeft) };
}

/** A file that moves takes its findings along, under other names: what neither came nor went by the change is one of those. */
export function withoutMoved({ opened, gone }: JudgedTransitions): Transitions {
  const left = new Map<string, Judged[]>();
  for (const each of gone) if (each.unnamed) push(left, each.finding.rule, each);
  const moved = new Set<Judged>();
  for (const each of opened) {
    const other = each.unnamed ? left.get(each.finding.rule)?.shift() : undefined;
    if (other) moved.add(each).add(other);
  }
  const shown = (all: readonly Judged[]): OfRepository[] =>
    all.filter((each) => !moved.has(each)).map(({ unnamed: _, ...each }) => each);
  return { opened: shown(opened), gone: shown(gone) };
}

function push(lists: Map<string, Judged[]>, key: string, value: Judged): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
