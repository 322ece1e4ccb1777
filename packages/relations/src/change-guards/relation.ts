import {
  artifactsOf,
  type Kind,
  type LostOwner,
  type Pipelines,
  type RelationContext,
  type RelationModule,
} from '@shipworthy/model';
import { HONOURED } from '../codeowners/deciding.ts';
import { oncePerContext } from '../once-per-context.ts';
import { ownersIn } from '../path-owner/relation.ts';
import { pipelinesOf } from '../repository-pipelines/relation.ts';
import { lostTests } from './lost-tests.ts';

/** What a change does to what catches mistakes. */
export const changeGuards: RelationModule<'change -> guards'> = {
  name: 'change -> guards',
  build(context) {
    const earlier = context.before && baseOf(context);
    return ({ change }) =>
      earlier && {
        pipelines: { before: pipelinesBefore(earlier, context), after: pipelinesOf(context) },
        tests: lostTests(change, context.tree.paths),
        unowned: lostOwners(context, earlier),
      };
  },
};

/** The base by itself, as relations see a repository. */
const baseOf = oncePerContext(
  ({ before, change: _change, ...head }: RelationContext): RelationContext => ({ ...head, ...before }),
);

/** What the jobs of pipelines are made of. */
const PARTS: readonly Kind[] = ['ci-pipeline', 'build-script', 'shell-script', 'dependency-manifest'];

/**
 * Following all commands of the base is much of the time of judging a change, and most changes touch none: what comes along
 * besides, and what is edited, takes nothing from a job.
 */
function pipelinesBefore(base: RelationContext, head: RelationContext): Pipelines {
  const takesNothing = head.change?.files.every(({ state }) => state === 'added' || state === 'modified') ?? false;
  const isAsItWas = (kind: Kind): boolean =>
    (['own', 'inventory'] as const).every((which) => {
      const before = artifactsOf(base[which], kind);
      const after = artifactsOf(head[which], kind);
      return before.length === after.length && before.every((artifact, index) => artifact === after[index]);
    });
  return pipelinesOf(takesNothing && PARTS.every(isAsItWas) ? head : base);
}

/** Files of both sides that had an owner; looked for only where CODEOWNERS differs. */
function lostOwners(head: RelationContext, base: RelationContext): readonly LostOwner[] {
  const files = head.change?.files ?? [];
  const places: ReadonlySet<string> = new Set(HONOURED);
  if (!files.some(({ path, from }) => places.has(path) || places.has(from ?? ''))) return [];
  const before = ownersIn(base);
  const after = ownersIn(head);
  const there = new Set(base.tree.paths);
  const lost = new Map<string, { owners: readonly string[]; from: string; files: number; sample: string }>();
  for (const path of head.tree.paths) {
    const was = there.has(path) ? before(path) : undefined;
    if (was?.state !== 'resolved' || after(path).state !== 'missing') continue;
    const key = JSON.stringify([was.at.path, was.owners]);
    const known = lost.get(key) ?? { owners: was.owners, from: was.at.path, files: 0, sample: path };
    known.files++;
    lost.set(key, known);
  }
  return [...lost.values()];
}
