import type { Artifact, Place } from '@shipworthy/rule-kit';

/** Addresses under which systems show runs, and pictures of their state. */
const SYSTEM =
  /^https?:\/\/(?:[\w.-]*\.)?(?:travis-ci\.(?:org|com)|circleci\.com|dev\.azure\.com|buildkite\.com|semaphoreci\.com|codefresh\.io|bitrise\.io|appveyor\.com|cirrus-ci\.com|jenkins\.[\w.-]+|ci\.[\w-]+\.[\w.-]+|build\.[\w-]+\.[\w.-]+|prow\.[\w.-]+|testgrid\.k8s\.io|zuul\.[\w.-]+|teamcity\.[\w.-]+|concourse\.[\w.-]+)\/|\/(?:badges\/[^/]+\/pipeline\.svg|-\/pipelines)\b/i;
/** Pages on which a badge or a hint for those who change things stands. */
const PAGE = /^(?:\.github\/|docs\/)?(?:readme|contributing|development|hacking)(?:\.\w+)?$/i;

/** What shows that pipelines exist which are kept in another place. */
export function elsewhere(
  documents: readonly Artifact<'document'>[],
  owners: readonly Artifact<'ownership'>[],
): { readonly why: string; readonly at: Place } | undefined {
  for (const { path, facts } of documents) {
    const link = PAGE.test(path) ? facts.links.find(({ target }) => SYSTEM.test(target)) : undefined;
    if (link)
      return { why: `${path} leads to runs of a system whose jobs are kept elsewhere`, at: { path, span: link.at } };
  }
  const prow = owners.find(({ facts }) => facts.flavour === 'owners');
  return (
    prow && { why: 'OWNERS files are read by Prow, whose jobs are kept in another repository', at: { path: prow.path } }
  );
}
