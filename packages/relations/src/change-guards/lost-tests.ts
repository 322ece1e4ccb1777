import type { Change, ChangedGuards, PathClass } from '@shipworthy/model';
import { baseNameOf, extensionOf, folderOf } from '../addresses/repository-path.ts';
import { PROGRAM_LANGUAGES } from '../repository-tests/languages.ts';
import { looksLikeTest } from '../repository-tests/relation.ts';

/** What a test adds to the name of what it tests: `test_order.py`, `order.spec.ts`, `OrderTests.cs`. */
const MARKS =
  /^(?:tests?|specs?|it|when)[_.-]|[_.-](?:unit|integration|e2e|int|func(?:tional)?|browser|tests?|specs?)(?=$|[_.-])|(?:Tests?|Specs?|IT|TestCase)$|^Test(?=[A-Z])/g;
/** Folders that tests add to the place of what they test. */
const TEST_FOLDERS = /^(?:tests?|specs?|__tests__|unit|integration|e2e|testing|src|lib|app|main|java|kotlin|python)$/i;
/** A name that many files have: it must lie in a folder of the same name as well. */
const SHORT_NAME = 5;

/** Folders of tests are taken for their data as well. */
const OF_OURS: ReadonlySet<PathClass> = new Set(['authored', 'fixture']);

/** A change that drops many tests at once moves or splits a part of the repository. */
const MAX_LOST = 500;

/** Tests that a change takes away and puts nothing in the place of, of code that stays as it is. */
export function lostTests({ files }: Change, paths: readonly string[]): ChangedGuards['tests'] {
  const gone = files.filter(
    ({ path, state, pathClass }) => state === 'removed' && OF_OURS.has(pathClass) && looksLikeTest(path),
  );
  if (gone.length === 0 || gone.length > MAX_LOST) return [];
  const removedCode = new Set(
    files.flatMap(({ path, state }) => (state === 'removed' && !looksLikeTest(path) ? nameOf(path) : [])),
  );
  const touched = files.filter(
    ({ path, state, edited }) => (state === 'added' || state === 'modified' || edited) && looksLikeTest(path),
  );
  const changed = new Set(files.map(({ path }) => path));
  // What was tested may be the part that an edit of the code takes away.
  const here = named(paths, (path) => !looksLikeTest(path));
  const tests = named(paths, looksLikeTest);
  return gone.flatMap(({ path }) => {
    const name = nameOf(path);
    if (name === '' || removedCode.has(name)) return [];
    if ((tests.get(name) ?? []).some((other) => sameLanguage(other, path))) return [];
    const isSuccessor = touched.some(
      (other) =>
        sameLanguage(other.path, path) &&
        (folderOf(other.path) === folderOf(path) || (other.state === 'added' && overlaps(nameOf(other.path), name))),
    );
    if (isSuccessor) return [];
    const code = (here.get(name) ?? []).filter((other) => sameLanguage(other, path) && other !== path);
    const of =
      code.find((other) => placeOf(other) === placeOf(path)) ??
      (code.length === 1 && name.length >= SHORT_NAME ? code[0] : undefined);
    return of === undefined || changed.has(of) ? [] : [{ path, of: { path: of } }];
  });
}

/** What a file is about, by its name alone: letters and digits, lower case. */
const nameOf = (path: string): string =>
  baseNameOf(path)
    .replace(/\.[^.]*$/, '')
    .replace(MARKS, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

function named(paths: readonly string[], wanted: (path: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    if (!PROGRAM_LANGUAGES.has(extensionOf(path)) || !wanted(path)) continue;
    const name = nameOf(path);
    found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

const familyOf = (path: string): string | undefined => PROGRAM_LANGUAGES.get(extensionOf(path))?.testedIn.join();
const sameLanguage = (one: string, other: string): boolean => {
  const family = familyOf(one);
  return family !== undefined && (family === familyOf(other) || familyOf(other)?.includes(family) === true);
};

const overlaps = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/** The last folder that is none of tests alone. */
const placeOf = (path: string): string =>
  folderOf(path)
    .split('/')
    .findLast((part) => part !== '' && !TEST_FOLDERS.test(part)) ?? '';
