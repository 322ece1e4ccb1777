import type { Artifact, DocumentFacts, FenceFacts, Place } from '@shipworthy/rule-kit';

/** Commands of a page by which a person deploys. */
export interface ManualSteps {
  readonly path: string;
  readonly at: Place;
  /** The first command, as a message shows it. */
  readonly first: string;
}

const HEADING = /\b(?:deploy(?:s|ing|ment|ments)?|rollout|go(?:ing)? live|release to production)\b/i;
/** Sections for whoever runs a copy of their own, or tries it. */
const FOR_OTHERS =
  /self-?host|your own|\blocal(?:ly|host)?\b|minikube|\bkind\b|\bdemo|\bexample|\btest|quick ?start|getting started|development|preview|docs|documentation|\bsite\b|contribut/i;
const COMMAND =
  /^(?:[$>#]\s*)?(?:sudo\s+)?(?:scp|rsync|ssh\s+\S*@|kubectl\s+(?:[-\w=]+\s+)*(?:apply|set\s+image|rollout)|oc\s+apply|helm\s+upgrade|docker\s+push|git\s+pull|git\s+push\s+(?:heroku|dokku|production)|ansible-playbook|cf\s+push|eb\s+deploy|fly(?:ctl)?\s+deploy|gcloud\s+(?:app|run|functions)\s+deploy|aws\s+(?:ecs|lambda|s3\s+sync|cloudformation\s+deploy)|(?:npx\s+)?(?:serverless|sls|cdk|vercel|wrangler)\s+(?:deploy|--prod)|terraform\s+apply|pulumi\s+up)\b/;
/** A page of those who work on the repository: at its root, or among its documentation. */
const PAGE = /^(?:[^/]+|(?:docs?|documentation|runbooks?|ops|wiki)\/.*)$/i;
/** Characters of a command that a message shows. */
const MAX_SHOWN = 60;

/** The first page that tells a person to deploy by commands. */
export function manualStepsOf(documents: readonly Artifact<'document'>[]): ManualSteps | undefined {
  for (const { path, facts, pathClass } of documents) {
    if (pathClass !== 'authored' || !PAGE.test(path)) continue;
    const fence = facts.fences.find((one) => COMMAND.test(one.first.trim()) && isOfDeploying(facts, one));
    if (!fence) continue;
    const first = fence.first.trim().replace(/^[$>#]\s*/, '');
    return {
      path,
      at: { path, span: fence.at },
      first: first.length > MAX_SHOWN ? `${first.slice(0, MAX_SHOWN - 1)}…` : first,
    };
  }
  return undefined;
}

/** Stands below a heading on deploying, and below none for others. */
function isOfDeploying({ sections, title }: DocumentFacts, { section }: FenceFacts): boolean {
  const above: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (let index = section; index >= 0; index--) {
    const one = sections[index];
    if (!one || one.level >= level) continue;
    above.push(one.heading);
    level = one.level;
  }
  if (title !== undefined) above.push(title);
  return above.some((heading) => HEADING.test(heading)) && !above.some((heading) => FOR_OTHERS.test(heading));
}

/** The first heading on deploying, whatever stands below it. */
export function deployPageOf(documents: readonly Artifact<'document'>[]): Place | undefined {
  for (const { path, facts, pathClass } of documents) {
    if (pathClass !== 'authored' || !PAGE.test(path)) continue;
    const found = facts.sections.find(({ heading }) => HEADING.test(heading) && !FOR_OTHERS.test(heading));
    if (found) return { path, span: found.at };
  }
  return undefined;
}
