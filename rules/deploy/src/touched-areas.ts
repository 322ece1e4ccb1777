import type { ObligationEvidence, Place, TouchedArea } from '@shipworthy/model';

/** `auth (src/auth/session.ts and 2 more) and data (db/migrate/1_a.rb)`. */
export const describedAreas = (areas: readonly TouchedArea[]): string =>
  listed(areas.map(({ name, files }) => `${name} (${described(files)})`));

function described([first, ...others]: TouchedArea['files']): string {
  return others.length === 0 ? (first?.at.path ?? '') : `${first?.at.path} and ${others.length} more`;
}

/** `a way back, a decision and tests`. */
export function listed(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Where a finding on areas is shown: their first file, with the others beside it. */
export function placesOf(areas: readonly TouchedArea[]): { readonly at: Place; readonly others: readonly Place[] } {
  const [at = { path: '.', absent: true }, ...others] = areas.flatMap(({ files }) => files.map((file) => file.at));
  return { at, others };
}

/** What shows that something is met, as a note: words have no place in the repository. */
export function noteOf(evidence: readonly ObligationEvidence[]): string | undefined {
  const said = evidence.flatMap((each) => (each.in === 'file' ? [] : each))[0];
  if (!said) return undefined;
  return said.in === 'body'
    ? `the pull request says: ${said.words}`
    : `commit ${said.commit.slice(0, SHORT)} says: ${said.words}`;
}

/** Characters of a commit's id that people are shown. */
const SHORT = 9;
