import type { FileFacts, Kind, Outcome } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';

/** A file or folder that could not be read, and the kinds that it may hold. */
interface Unread {
  readonly path: string;
  readonly couldBe: readonly Kind[] | 'any';
}

/**
 * What a rule on presence says, unless it misses what may stand in a file that could not be read: a checkout of a part of the
 * repository must not be told that the rest is missing.
 */
export function perhapsThere(files: readonly FileFacts[]): (rule: Rule, result: Outcome) => Outcome {
  const unread = files.flatMap(({ path, problems }) =>
    problems.flatMap(({ couldBe }): Unread[] => (couldBe ? [{ path, couldBe }] : [])),
  );
  if (unread.length === 0) return (_, result) => result;
  return (rule, result) => {
    if (!rule.presence || result.outcome !== 'gap' || !result.gaps.every(({ at }) => at.absent)) return result;
    const wanted = wantedBy(rule);
    const [one, ...more] = unread.filter(
      ({ couldBe }) => couldBe === 'any' || couldBe.some((kind) => wanted.has(kind)),
    );
    if (!one) return result;
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    return { outcome: 'unknown', why: `${one.path || 'this folder'}${others} could not be read, and may hold it` };
  };
}

/** Kinds that answer a rule on presence: those it names, and those it looks through. */
const wantedBy = ({ presence, needs }: Rule): ReadonlySet<Kind> =>
  new Set([
    ...(presence?.kinds ?? []),
    ...Object.values(needs).flatMap((need) => (need.need === 'all' ? need.kind : [])),
  ]);
