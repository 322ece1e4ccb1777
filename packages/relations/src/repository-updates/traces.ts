import { artifactsOf, type Place, type RelationContext } from '@shipworthy/model';

/** Files named after a bot; a policy of Snyk at the root, whose service opens changes unless told otherwise. */
const FILE = /(?:^|\/)[\w.-]*(?:renovate|dependabot|depfu|scala-steward)[\w.-]*$|^\.snyk$/i;
const ASIDE = /(?:^|\/)(?:vendor|node_modules|tests?|docs?)\//;
/** Names under which the bots open changes, and their branches. */
const BOT = /\b(?:dependabot|renovate|depfu|pyup|snyk|scala-steward)(?:-\w+)?\[bot\]|^(?:dependabot|renovate)\//i;

/** What speaks of a bot that updates dependencies: an organisation may run it from elsewhere. */
export function tracesIn({ tree, own }: RelationContext): Place[] {
  const switchedOff = new Set(artifactsOf(own, 'dependency-updates').map(({ path }) => path));
  const files = tree.paths.filter((path) => FILE.test(path) && !switchedOff.has(path) && !ASIDE.test(path));
  return [...files.map((path) => ({ path })), ...inPipelines(own)];
}

/** Pipelines that treat the changes of such a bot differently. */
const inPipelines = (own: RelationContext['own']): Place[] =>
  artifactsOf(own, 'ci-pipeline').flatMap(({ path, pathClass, facts }) => {
    if (pathClass !== 'authored' || facts.dormant !== undefined) return [];
    const conditions = facts.jobs.flatMap(({ conditions, steps }) => [
      ...conditions,
      ...steps.flatMap(({ condition }) => condition ?? []),
    ]);
    const found = conditions.find(({ text }) => BOT.test(text));
    if (found) return [{ path, span: found.at }];
    const branches = facts.triggers.some((trigger) => trigger.branches?.some((branch) => BOT.test(branch.text)));
    return branches ? [{ path }] : [];
  });
