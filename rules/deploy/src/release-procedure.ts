import {
  type Artifact,
  namesTopic,
  type ReleaseChecklistFacts,
  type ReleaseRisk,
  type Vocabulary,
} from '@shipworthy/model';

/** Folders that hold pages for the folder above them. */
const ABOUT_ABOVE =
  /^(?:\.github|\.gitlab|docs?|documentation|[\w-]+-docs|contribut(?:e|ing)|development|maintain(?:ing|ers)?|releas(?:e|es|ing)(?:-[\w-]+)?|build|hack|runbooks?|ops|operations?|content|source|deployment|upgrading)$/i;

/** The part of the repository that a page speaks for: '' is the whole. */
export function partOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const cut = folders.findIndex((folder) => ABOUT_ABOVE.test(folder));
  return folders.slice(0, cut < 0 ? folders.length : cut).join('/');
}

/** The page that answers for a procedure of several: a list to tick before a page, then the one with most to do. */
export function speaker(pages: readonly Artifact<'release-checklist'>[]): Artifact<'release-checklist'> | undefined {
  const weight = ({ items, commands }: ReleaseChecklistFacts) => items.length + commands;
  return [...pages].sort((a, b) => weight(b.facts) - weight(a.facts) || (a.path < b.path ? -1 : 1))[0];
}

/** Does the page name the risk, by the default words anywhere or by this repository's words in an item? */
export const covers = (facts: ReleaseChecklistFacts, risk: ReleaseRisk, vocabulary: Vocabulary): boolean =>
  facts.names.some(({ topic }) => topic === risk) || facts.items.some(({ text }) => namesTopic(vocabulary, text, risk));
