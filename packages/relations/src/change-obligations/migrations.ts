import {
  type Artifact,
  artifactsOf,
  type ChangedFile,
  type Place,
  type RelationContext,
  type TouchedMigration,
} from '@shipworthy/model';

/**
 * The migrations that a change adds, and whether each can be taken back. Those that were there before have run already:
 * editing them changes no schema.
 */
export function touchedMigrations(context: RelationContext, files: readonly ChangedFile[]): TouchedMigration[] {
  const paths = new Set(files.flatMap((file) => (isNew(file) ? file.path : [])));
  return artifactsOf(context.own, 'migration')
    .filter(({ path, facts }) => paths.has(path) && facts.holds !== 'down' && !onlyJoins(facts))
    .map((migration) => judged(migration, context));
}

/** It only brings revisions together (`alembic merge`, `makemigrations --merge`): there is nothing to take back. */
export const onlyJoins = ({ read, parents = [], up, down, unseen }: Artifact<'migration'>['facts']): boolean =>
  parents.length > 1 && read === 'operations' && unseen === undefined && up.length === 0 && down.length === 0;

/** A migration that is edited on its way elsewhere was numbered anew. */
export const isNew = ({ state, edited }: ChangedFile): boolean =>
  state === 'added' || (state === 'moved' && edited === true);

function judged({ path, facts }: Artifact<'migration'>, { tree }: RelationContext): TouchedMigration {
  const place = (span: Place['span']): Place => ({ path, ...(span ? { span } : {}) });
  const unread = facts.read === 'detected' || facts.unseen !== undefined;
  const dangerous = facts.up.filter(({ destroys, compatible }) => destroys || compatible === 'no');
  const partner = facts.partner !== undefined && tree.hasFile(facts.partner);
  const written = partner || facts.remarks.some(({ what }) => what === 'way-back');
  return {
    at: place(facts.head),
    back: backOf(facts, written, !unread && dangerous.length === 0),
    dangerous: dangerous.map(({ at }) => place(at)),
    unread,
  };
}

/** What only adds is taken back by the release before, which goes on working with it. */
function backOf(
  { back, up }: Artifact<'migration'>['facts'],
  written: boolean,
  harmless: boolean,
): TouchedMigration['back'] {
  if (written) return 'written';
  if (back === 'written' || back === 'automatic') return back;
  return harmless && up.length > 0 && up.every(({ compatible }) => compatible === 'yes') ? 'not-needed' : back;
}

/** There is a way back in the repository itself. */
export const hasWayBack = ({ back }: TouchedMigration): boolean =>
  back === 'written' || back === 'automatic' || back === 'not-needed';
