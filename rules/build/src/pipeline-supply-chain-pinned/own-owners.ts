import type { Artifact } from '@shipworthy/rule-kit';

/** Accounts of a forge that are this repository's own. */
export interface OwnOwners {
  readonly names: ReadonlySet<string>;
  /** Something says whose the repository is; without it an account may be its own. */
  readonly known: boolean;
}

/** `@acme/team` in CODEOWNERS: teams exist within the organisation alone. */
const TEAM = /^@([\w.-]+)\/[\w.-]+$/;
/** What keeps a job from running in copies: `github.repository_owner == 'acme'`. */
const GUARD = /github\.repository(?:_owner)?\s*==\s*'([\w.-]+)/g;

export function ownOwners(
  pipelines: readonly Artifact<'ci-pipeline'>[],
  ownership: readonly Artifact<'ownership'>[],
  repositoryNames: readonly string[],
): OwnOwners {
  const said = new Set<string>();
  for (const { facts } of ownership)
    for (const { owners } of facts.lines)
      for (const { name } of owners) {
        const organisation = TEAM.exec(name)?.[1];
        if (organisation !== undefined) said.add(organisation.toLowerCase());
      }
  for (const { facts } of pipelines)
    for (const job of facts.jobs)
      for (const { text } of job.conditions)
        for (const match of text.matchAll(GUARD)) said.add((match[1] ?? '').toLowerCase());
  return { names: new Set([...said, ...repositoryNames]), known: said.size > 0 };
}
