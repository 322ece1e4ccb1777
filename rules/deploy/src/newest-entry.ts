import type { Artifact, ChangelogEntryFacts } from '@shipworthy/model';
import { compareNumbers, releaseNumbers } from './versions.ts';

export interface NewestEntry {
  readonly entry: ChangelogEntryFacts;
  readonly numbers: readonly number[];
  readonly changelog: Artifact<'changelog'>;
}

/** The changelogs that speak for a folder. */
export const changelogsOf = (folder: string, changelogs: readonly Artifact<'changelog'>[]) =>
  changelogs.filter(({ facts }) => facts.folder === folder);

/** The newest released version that changelogs name for a package; undefined when none can be compared. */
export function newestEntry(changelogs: readonly Artifact<'changelog'>[], name?: string): NewestEntry | undefined {
  let newest: NewestEntry | undefined;
  for (const changelog of changelogs)
    for (const { entry, numbers } of releasesOf(changelog)) {
      if (entry.package !== undefined && entry.package !== name) continue;
      if (!newest || compareNumbers(newest.numbers, numbers) < 0) newest = { entry, numbers, changelog };
    }
  return newest;
}

type Release = Pick<NewestEntry, 'entry' | 'numbers'>;
/** Every package of a repository asks the changelog at its root; its entries are compared once. */
const known = new WeakMap<Artifact<'changelog'>, readonly Release[]>();

function releasesOf(changelog: Artifact<'changelog'>): readonly Release[] {
  const made =
    known.get(changelog) ??
    changelog.facts.entries.flatMap((entry): Release[] => {
      const numbers = releaseNumbers(entry.version);
      return numbers ? [{ entry, numbers }] : [];
    });
  known.set(changelog, made);
  return made;
}
