import {
  AREA_OBLIGATIONS,
  AREAS,
  type Change,
  type ChangeObligations,
  FORETHOUGHT,
  OBLIGATIONS,
  type ObligationEvidence,
  type ObligationName,
  type ObligationState,
  OTHER_AREA_OBLIGATIONS,
  type RelationContext,
  type RelationModule,
  type TouchedMigration,
} from '@shipworthy/model';
import { addedAlerts } from './alerts.ts';
import { saidOf } from './answers.ts';
import { broughtBy, wayBackOf } from './brought.ts';
import { exemption, refactoring } from './exempt.ts';
import { formsOf } from './forms.ts';
import { touchedMigrations } from './migrations.ts';
import { statementsOf } from './said.ts';
import { type AreaFiles, touchedAreas } from './touched-areas.ts';

/** Which sensitive areas a change touches, and what it brings along for each. */
export const changeObligations: RelationModule<'change -> obligations'> = {
  name: 'change -> obligations',
  build(context) {
    const known = new WeakMap<Change, ChangeObligations>();
    return ({ change }) => {
      const found = known.get(change) ?? obligationsOf(change, context);
      known.set(change, found);
      return found;
    };
  },
};

function obligationsOf(change: Change, context: RelationContext): ChangeObligations {
  const migrations = touchedMigrations(context, change.files);
  const stateOf = answering(change, migrations, context);
  const exempt = exemption(change);
  return {
    areas: touchedAreas(context, change.files).map((area) => {
      const brings = broughtFor(area, migrations);
      return {
        name: area.name,
        configured: area.configured !== undefined,
        demanded: area.configured?.brings !== undefined,
        files: area.files,
        obligations: brings.map((name) => stateOf(name, area.name)),
        forethought: forethoughtIn(brings).map((name) => stateOf(name, area.name)),
      };
    }),
    ...(exempt === undefined ? {} : { exempt }),
    migrations,
    alerts: addedAlerts(context),
    forms: formsOf(context),
  };
}

/** A plan is asked for where the order of code and schema matters. */
function broughtFor(
  { name, configured }: AreaFiles,
  migrations: readonly TouchedMigration[],
): readonly ObligationName[] {
  if (configured?.brings) return configured.brings;
  const known = AREAS.find((area) => area === name);
  const usual = known === undefined ? OTHER_AREA_OBLIGATIONS : AREA_OBLIGATIONS[known];
  const needsPlan = migrations.some(({ dangerous, unread }) => unread || dangerous.length > 0);
  return needsPlan ? usual : usual.filter((each) => each !== 'migration-plan');
}

const forethoughtIn = (brings: readonly ObligationName[]): ObligationName[] =>
  OBLIGATIONS.filter(
    (name) =>
      FORETHOUGHT.ANYWHERE.some((each) => each === name) ||
      (brings.includes(name) && FORETHOUGHT.OF_AREAS.some((each) => each === name)),
  );

const REVIEWS = 'the forge keeps reviews, and the repository does not';

function answering(
  change: Change,
  migrations: readonly TouchedMigration[],
  context: RelationContext,
): (name: ObligationName, area: string) => ObligationState {
  const { words, files } = change;
  const statements = statementsOf(words, context);
  const brought = broughtBy(context, files);
  const said = new Map<ObligationName, readonly ObligationEvidence[]>();
  return (name, area) => {
    const evidence = said.get(name) ?? [
      ...brought(name),
      ...saidOf(name, statements, context.vocabulary),
      ...(name === 'tests' ? unchanged(change) : []),
    ];
    said.set(name, evidence);
    const ofData = area === 'data' && name === 'way-back' ? wayBackOf(migrations) : undefined;
    const [first, ...others] = [...(ofData?.state === 'met' ? ofData.evidence : []), ...evidence];
    if (first) return { name, state: 'met', evidence: [first, ...others] };
    if (name === 'review') return { name, state: 'unknown', why: REVIEWS };
    if (ofData?.state === 'unknown') return { name, state: 'unknown', why: ofData.why };
    if (words.body === undefined && words.unknown !== undefined) return { name, state: 'unknown', why: words.unknown };
    return { name, state: 'open' };
  };
}

/** Of a refactoring, tests that stay as they are say most. */
function unchanged(change: Change): ObligationEvidence[] {
  const commit = refactoring(change);
  return commit ? [{ in: 'commit', commit: commit.id, words: commit.message.split('\n', 1)[0] ?? '' }] : [];
}
