/** Who reads a YAML file as jobs, as its path says. */
export type ReadSystem = 'github-workflow' | 'github-action' | 'other-workflow' | 'gitlab' | 'circleci';

const PLACES: readonly (readonly [ReadSystem, RegExp])[] = [
  ['github-workflow', /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i],
  // Forgejo, Gitea, Depot: whoever runs the format of GitHub looks in a folder of its own.
  ['other-workflow', /(?:^|\/)\.[\w-]+\/workflows\/[^/]+\.ya?ml$/i],
  // The action at the root is what the repository offers to others.
  ['github-action', /\/action\.ya?ml$/i],
  ['gitlab', /(?:^|\/)(?:[\w.-]*\.?gitlab-ci[\w.-]*\.ya?ml|\.?gitlab(?:-ci)?(?:\.d)?\/(?:.*\/)?[^/]+\.ya?ml)$/i],
  ['circleci', /(?:^|\/)\.circleci\/(?:.*\/)?[^/]+\.ya?ml$/i],
];
const HOME =
  /^(?:\.[\w-]+\/workflows\/|\.circleci\/|\.gitlab-ci\.yml$|\.travis\.yml$|\.drone\.|\.woodpecker|\.cirrus\.|\.semaphore\/|\.buildkite\/|bitbucket-pipelines\.yml$|\.?appveyor\.yml$)/i;
/** What a system finds only at the root of a repository, or below a folder there. */
const ROOT_ONLY =
  /(?:^|\/)(?:\.[\w-]+\/workflows\/[^/]+|\.circleci\/config\.ya?ml|\.gitlab-ci\.yml|\.travis\.yml|\.cirrus\.yml|bitbucket-pipelines\.yml|\.semaphore\/[^/]+|\.buildkite\/pipeline\.ya?ml)$/i;

export const readSystemOf = (path: string): ReadSystem | undefined =>
  PLACES.find(([, pattern]) => pattern.test(path))?.[0];

/** Why no system will find the pipeline by itself; undefined when one may. */
export function dormancyOf(path: string): string | undefined {
  if (!ROOT_ONLY.test(path) || HOME.test(path)) return undefined;
  return 'lies below the root, where its system does not look for it';
}
