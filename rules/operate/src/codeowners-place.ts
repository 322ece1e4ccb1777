import type { Artifact } from '@shipworthy/model';

interface Forge {
  readonly name: string;
  /** In the order it looks: the first file found is the only one it reads. */
  readonly places: readonly string[];
}

/** "About code owners" (GitHub), "Code Owners" (GitLab, Gitea, Forgejo), "Set up and use code owners" (Bitbucket). */
const GITHUB: Forge = { name: 'GitHub', places: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] };
const GITLAB: Forge = { name: 'GitLab', places: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] };
const OWN_FOLDERS: readonly Forge[] = [
  GITLAB,
  { name: 'Gitea', places: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS'] },
  { name: 'Forgejo', places: ['CODEOWNERS', 'docs/CODEOWNERS', '.forgejo/CODEOWNERS'] },
  { name: 'Bitbucket', places: ['.bitbucket/CODEOWNERS'] },
];

/** What becomes of one CODEOWNERS file beside the others of its repository. */
export type CodeownersPlace =
  | { readonly state: 'read' }
  /** No forge looks there. */
  | { readonly state: 'unseen' }
  /** The forge that looks there finds another one first. */
  | { readonly state: 'beaten'; readonly by: Artifact<'ownership'>; readonly forge: string };

/** @param files every CODEOWNERS file of the repository */
export function placeOfCodeowners(
  file: Artifact<'ownership'>,
  files: readonly Artifact<'ownership'>[],
): CodeownersPlace {
  const forge = forgeOf(file);
  if (!forge) return { state: 'unseen' };
  // A repository on two forges has a file for each: only files of one grammar compete.
  const rivals = files.filter((other) => forge.places.includes(other.path) && other.facts.gitlab === file.facts.gitlab);
  const first = forge.places.flatMap((place) => rivals.filter((rival) => rival.path === place))[0];
  return !first || first.path === file.path ? { state: 'read' } : { state: 'beaten', by: first, forge: forge.name };
}

function forgeOf(file: Artifact<'ownership'>): Forge | undefined {
  if (file.facts.gitlab) return GITLAB.places.includes(file.path) ? GITLAB : undefined;
  return [GITHUB, ...OWN_FOLDERS].find((forge) => forge.places.includes(file.path));
}
