import {
  artifactsOf,
  type ChangedFile,
  OBLIGATION_TERMS,
  type ObligationEvidence,
  type ObligationName,
  type RelationContext,
  type TouchedMigration,
} from '@shipworthy/model';
import { looksLikeTest } from '../repository-tests/relation.ts';
import { hasWayBack } from './migrations.ts';

/** Files of one obligation that are named: a reader needs one. */
const MOST = 3;
/** Where tools that make changelogs of fragments keep those. */
const FRAGMENT =
  /(?:^|\/)(?:\.changeset|\.changes|changelog\.d|changes\.d|newsfragments|releasenotes\/notes|changelogs?\/(?:unreleased|fragments))\/[^/]+$/i;

/** What files of the change meet an obligation. */
export function broughtBy(
  context: RelationContext,
  files: readonly ChangedFile[],
): (name: ObligationName) => ObligationEvidence[] {
  const written = new Set(files.flatMap((file) => (isWritten(file) ? file.path : [])));
  return (name) => {
    const artifacts = OBLIGATION_TERMS[name].kinds.flatMap((kind) =>
      artifactsOf(context.own, kind).flatMap(({ path, at }) =>
        written.has(path)
          ? { in: 'file' as const, at: { path, span: at ?? ([0, 0] as const) }, what: saying(kind) }
          : [],
      ),
    );
    const named = [...written].flatMap((path) => {
      const what = namedFor(name, path);
      return what === undefined ? [] : { in: 'file' as const, at: { path, span: [0, 0] as const }, what };
    });
    const byPath = new Map([...named, ...artifacts.toReversed()].map((each) => [each.at.path, each]));
    return [...byPath.values()].slice(0, MOST);
  };
}

const isWritten = ({ state, edited, comments }: ChangedFile): boolean =>
  !comments && (state === 'added' || state === 'modified' || edited === true);

const saying = (kind: string): string => `${kind} in this change`;

/** Files that are recognised by their paths alone. */
function namedFor(name: ObligationName, path: string): string | undefined {
  if (name === 'tests' && looksLikeTest(path)) return 'test in this change';
  if (name === 'release-note' && FRAGMENT.test(path)) return 'change note';
  return undefined;
}

type OwnWayBack =
  | { readonly state: 'met'; readonly evidence: readonly ObligationEvidence[] }
  | { readonly state: 'open' }
  | { readonly state: 'unknown'; readonly why: string };

/** Whether the migrations of the change are their own way back. */
export function wayBackOf(migrations: readonly TouchedMigration[]): OwnWayBack {
  if (migrations.length === 0) return { state: 'open' };
  const without = migrations.filter((each) => !hasWayBack(each));
  if (without.length === 0)
    return {
      state: 'met',
      evidence: migrations.slice(0, MOST).map(({ at, back }) => ({
        in: 'file',
        at,
        what: back === 'not-needed' ? 'only adds; the release before goes on working' : 'migration with a way back',
      })),
    };
  if (!without.every(mayBeTakenBack)) return { state: 'open' };
  return {
    state: 'unknown',
    why: without.some(({ unread }) => unread)
      ? 'what the migration does is not read'
      : 'whether the release before works with the new schema cannot be told, and the tool knows no other way back',
  };
}

/** Nothing speaks against it: it was not read, or does nothing of which it is known that it hurts. */
const mayBeTakenBack = ({ back, dangerous, unread }: TouchedMigration): boolean =>
  unread || (back === 'by-design' && dangerous.length === 0);
