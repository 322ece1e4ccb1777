import {
  type Artifact,
  type Change,
  databaseOf,
  judgeCompatibility,
  judgeLocks,
  judgePlan,
  lockRecipe,
  type MigrationFacts,
  migrationLinter,
  releaseRecipe,
  type SeriesStanding,
  type Span,
  stepInWords,
  stepsInWords,
} from '@shipworthy/rule-kit';
import { codeBeside } from './migration-plans.ts';

type Migration = Artifact<'migration'>;

/** What an added migration can do to those who run it. */
export interface Hazard {
  /** `together`: it drops what code of the same change may still read. `breaks`: the release before. `locks`: writers. */
  readonly what: 'together' | 'breaks' | 'locks';
  readonly at: Span;
  /** `drops users.email`, in words. */
  readonly steps: string;
  /** The code beside it, or the sentence that says how to do without the hazard. */
  readonly hint: string;
}

export type JudgedMigration =
  | { readonly state: 'unknown'; readonly why: string }
  /** `careful`: what it does is planned in its own words, or comes alone. */
  | { readonly state: 'judged'; readonly hazards: readonly Hazard[]; readonly careful?: Span };

/** What surrounds the migrations of a change. */
export interface Surroundings {
  readonly change: Change;
  readonly series: SeriesStanding;
  readonly migrations: readonly Migration[];
  readonly manifests: readonly Artifact<'dependency-manifest'>[];
}

/** Everything that is asked of a migration that a change adds; what is done to tables that the change makes hurts nobody. */
export function judgeAdded(path: string, facts: MigrationFacts, around: Surroundings): JudgedMigration {
  const { change, series, migrations, manifests } = around;
  const ofOld = onOldTables(facts, newTables(change, migrations));
  const drop = judgePlan(ofOld);
  if (drop.verdict === 'unknown') return { state: 'unknown', why: drop.why };
  const broken = judgeCompatibility(ofOld);
  const lock = judgeLocks(ofOld, databaseOf(series.dialect, manifests, path));
  const hazards: Hazard[] = [];
  if (drop.verdict === 'gap') {
    const tables = drop.steps.flatMap(({ table }) => table ?? []);
    const code = codeBeside(change, new Set(migrations.map((other) => other.path)), tables);
    if (code !== undefined)
      hazards.push({ what: 'together', at: drop.at ?? facts.head, steps: stepsInWords(drop.steps), hint: code });
  }
  if (broken.verdict === 'gap')
    hazards.push({
      what: 'breaks',
      at: broken.at ?? facts.head,
      steps: stepsInWords(broken.steps),
      hint: releaseRecipe(broken.steps[0]?.deed),
    });
  const [slow, ...others] = lock.verdict === 'gap' && !migrationLinter(manifests) ? lock.steps : [];
  if (slow) {
    const more = others.length === 0 ? '' : ` (${others.length} more like it)`;
    const steps = `${stepInWords(slow)} and ${slow.locks ?? 'locks it'}${more}`;
    hazards.push({ what: 'locks', at: slow.at, steps, hint: lockRecipe(slow) });
  }
  const careful =
    drop.verdict === 'gap' || drop.verdict === 'pass' ? drop : broken.verdict === 'pass' ? broken : undefined;
  return { state: 'judged', hazards, ...(careful ? { careful: careful.at ?? facts.head } : {}) };
}

/** Tables that the migrations of a change make: nothing reads them yet. */
function newTables({ files }: Change, migrations: readonly Migration[]): ReadonlySet<string> {
  const added = new Set(files.flatMap(({ path, state }) => (state === 'added' ? path : [])));
  return new Set(
    migrations
      .filter(({ path }) => added.has(path))
      .flatMap(({ facts }) =>
        facts.up.flatMap(({ deed, table }) => (deed === 'create-table' && table !== undefined ? table : [])),
      ),
  );
}

const onOldTables = (facts: MigrationFacts, made: ReadonlySet<string>): MigrationFacts => ({
  ...facts,
  up: facts.up.filter(({ table }) => table === undefined || !made.has(table)),
});
