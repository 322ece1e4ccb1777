import { artifactsOf, type Pipelines, type RelationContext } from '@shipworthy/model';

/** Addresses under which systems show runs, and pictures of their state. */
const SYSTEM =
  /^https?:\/\/(?:[\w.-]*\.)?(?:travis-ci\.(?:org|com)|circleci\.com|dev\.azure\.com|buildkite\.com|semaphoreci\.com|codefresh\.io|bitrise\.io|appveyor\.com|cirrus-ci\.com|jenkins\.[\w.-]+|prow\.[\w.-]+|testgrid\.k8s\.io|zuul\.[\w.-]+|teamcity\.[\w.-]+|concourse\.[\w.-]+)\//i;
/** Pages on which a badge, or a hint for those who change things, stands. */
const PAGE = /^(?:\.github\/|docs\/)?(?:readme|contributing|development|hacking)(?:\.\w+)?$/i;

/** What shows that there are pipelines which are kept in another place. */
export function pipelinesElsewhere({ own }: RelationContext): Pipelines['unseen'] {
  const systems = new Set(artifactsOf(own, 'ci-pipeline').map(({ facts }) => facts.system));
  const found: Pipelines['unseen'][number][] = [];
  for (const { path, facts } of artifactsOf(own, 'document')) {
    const link = PAGE.test(path) ? facts.links.find(({ target }) => SYSTEM.test(target)) : undefined;
    // A badge of a system whose file is here tells nothing new.
    const known = [...systems].some((system) => link?.target.includes(system.replace(/-pipelines$/, '')));
    if (link && !known)
      found.push({
        of: 'pipeline',
        what: link.target,
        why: `${path} leads to runs of a system whose jobs are kept elsewhere`,
        at: { path, span: link.at },
      });
  }
  const prow = artifactsOf(own, 'ownership').find(({ facts }) => facts.flavour === 'owners');
  if (prow)
    found.push({
      of: 'pipeline',
      what: 'Prow',
      why: 'OWNERS files are read by Prow, whose jobs are kept in another repository',
      at: { path: prow.path },
    });
  return found;
}
