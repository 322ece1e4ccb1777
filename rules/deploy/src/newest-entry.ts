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
    for (const entry of changelog.facts.entries) {
      if (entry.package !== undefined && entry.package !== name) continue;
      const numbers = releaseNumbers(entry.version);
      if (numbers && (!newest || compareNumbers(newest.numbers, numbers) < 0)) newest = { entry, numbers, changelog };
    }
  return newest;
}
