import { type Comparison, isDue, say } from './changes-of.ts';
import type { Part } from './description.ts';
import type { Operation } from './operations.ts';
import { parameterChanges } from './parameter-changes.ts';
import type { OperationPair, PathPairs } from './path-pairs.ts';
import { bodyChanges, responseChanges } from './payload-changes.ts';
import { PROMISED, stabilityOf } from './value-events.ts';

/** What one operation breaks for its callers. What is only a draft owes them nothing. */
export function operationChanges(comparison: Comparison, pair: OperationPair): void {
  const { before, after } = pair;
  stabilityChange(comparison, before, after);
  if (stabilityOf(after.lifecycle.stability) < PROMISED) return;
  const unseen = [...before.unseen, ...after.unseen].filter(
    (target) => before.unseen.includes(target) !== after.unseen.includes(target),
  );
  if (unseen.length > 0) {
    for (const target of unseen) comparison.comparer.unseen.add(target);
    return;
  }
  parameterChanges(comparison, pair);
  bodyChanges(comparison, before, after);
  responseChanges(comparison, before, after);
}

function stabilityChange(comparison: Comparison, before: Operation, after: Operation): void {
  const from = before.lifecycle.stability ?? 'stable';
  const to = after.lifecycle.stability ?? 'stable';
  if (stabilityOf(from) < PROMISED || stabilityOf(to) >= stabilityOf(from)) return;
  say(comparison, 'api-stability-decreased', `${after.name} is ${to} where it was ${from}`, after, after);
}

/** An operation that is gone, with the whole of its path or without. */
export function operationRemoved(
  comparison: Comparison,
  { operation, left }: PathPairs['removed'][number],
  paths: Pick<Part, 'at' | 'file'>,
): void {
  const { lifecycle, name } = operation;
  if (stabilityOf(lifecycle.stability) < PROMISED) return;
  const due = isDue(lifecycle, comparison.today);
  if (due === true) return;
  const subject = left ? 'api' : 'api-path';
  const place = left ?? paths;
  if (due === 'too-early') {
    const what = `${name} is gone before ${lifecycle.sunset}, which was announced`;
    say(comparison, `${subject}-removed-before-sunset`, what, operation, place);
  } else say(comparison, `${subject}-removed-without-deprecation`, `${name} is gone`, operation, place);
}
