import { artifactsOf, type RelationContext, type Updates } from '@shipworthy/model';

/** Actions and programs that update dependencies and open a change for it. */
const UPDATER =
  /renovatebot\/github-action|(?:^|\/)renovate(?:@|$)|dependabot|scala-steward|technote-space\/create-pr|updatecli|DeterminateSystems\/update-flake-lock/i;
/** What takes up the changes that a bot opened, and opens none itself. */
const MERGES = /merge|approv|label|metadata/i;
const NAMED =
  /(?:^|[^a-z])(?:auto)?(?:update|upgrade|bump|refresh)s?(?:[-_ ]\w+){0,2}?[-_ ]?(?:deps?|dependenc(?:y|ies)|lock(?:file)?s?|flake|requirements|packages|versions|modules)(?:[^a-z]|$)|(?:deps?|dependenc(?:y|ies)|lockfile|requirements|flake|versions)[-_ ]?(?:update|upgrade|bump|refresh)/i;

/** Pipelines that update dependencies by the clock: a self-hosted bot, or a job that is named after it. */
export function scheduledUpdates(context: RelationContext): Updates['by'][number][] {
  return artifactsOf(context.own, 'ci-pipeline').flatMap(({ path, facts }) => {
    const byClock = facts.triggers.some(({ on }) => on === 'schedule');
    const steps = facts.jobs.flatMap((job) => job.steps);
    const calls = [...facts.jobs.flatMap(({ calls }) => calls ?? []), ...steps.flatMap(({ calls }) => calls ?? [])];
    const updater = calls.find(({ target }) => UPDATER.test(target));
    if (updater && (byClock || /renovate/i.test(updater.target)))
      return [
        {
          tool: updater.target,
          at: { path, span: updater.at },
          ...(MERGES.test(updater.target) ? {} : { pipeline: true }),
        },
      ];
    const name = `${path.slice(path.lastIndexOf('/') + 1)} ${facts.name ?? ''}`;
    const job = facts.jobs[0];
    return byClock && job && NAMED.test(name)
      ? [{ tool: 'a scheduled pipeline', at: { path, span: job.at }, pipeline: true }]
      : [];
  });
}
