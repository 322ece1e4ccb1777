import type { TriggerFacts } from '@shipworthy/model';

type Filter =
  | 'branches'
  | 'tags'
  | 'paths'
  | 'types'
  | 'workflows'
  | 'inputs'
  | 'outputs'
  | 'secrets'
  | 'names'
  | 'version';

/** What each event takes below it. Source: "Events that trigger workflows" and "Workflow syntax" of GitHub's documentation, 2026. */
export const EVENTS: Readonly<Record<string, readonly Filter[]>> = {
  branch_protection_rule: ['types'],
  check_run: ['types'],
  check_suite: ['types'],
  create: [],
  delete: [],
  deployment: [],
  deployment_status: [],
  discussion: ['types'],
  discussion_comment: ['types'],
  fork: [],
  gollum: [],
  image_version: ['names', 'version'],
  issue_comment: ['types'],
  issues: ['types'],
  label: ['types'],
  member: ['types'],
  merge_group: ['types', 'branches'],
  milestone: ['types'],
  page_build: [],
  project: ['types'],
  project_card: ['types'],
  project_column: ['types'],
  public: [],
  pull_request: ['types', 'branches', 'paths'],
  pull_request_comment: ['types'],
  pull_request_review: ['types', 'branches'],
  pull_request_review_comment: ['types', 'branches'],
  pull_request_target: ['types', 'branches', 'paths'],
  push: ['branches', 'tags', 'paths'],
  registry_package: ['types'],
  release: ['types'],
  repository_dispatch: ['types'],
  schedule: [],
  status: [],
  watch: ['types'],
  workflow_call: ['inputs', 'outputs', 'secrets'],
  workflow_dispatch: ['inputs'],
  workflow_run: ['types', 'workflows', 'branches'],
};

/** Filters that also come as their opposite. */
const OPPOSITES: ReadonlySet<Filter> = new Set(['branches', 'tags', 'paths']);

/** The keys an event takes: `branches`, `branches-ignore`... Undefined: this tool does not know the event. */
export function filtersOf(event: string): readonly string[] | undefined {
  if (!Object.hasOwn(EVENTS, event)) return undefined;
  return EVENTS[event]?.flatMap((filter) => (OPPOSITES.has(filter) ? [filter, `${filter}-ignore`] : [filter]));
}

/** What may happen to a pull request before it is merged; other types are asked for by workflows of bookkeeping. */
const PROPOSED = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review', 'labeled']);

/** The event in words common to all systems. */
export function meaningOf(
  event: string,
  { types, branches, branchesIgnored, tags }: Pick<TriggerFacts, 'types' | 'branches' | 'branchesIgnored' | 'tags'>,
): TriggerFacts['on'] {
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
      return types && !types.some(({ text }) => PROPOSED.has(text)) ? 'other' : 'change-request';
    case 'merge_group':
      return 'merge-queue';
    case 'push':
      return tags && !branches && !branchesIgnored ? 'tag' : 'push';
    case 'release':
    case 'schedule':
      return event;
    case 'workflow_dispatch':
      return 'manual';
    case 'workflow_call':
      return 'called';
    case 'workflow_run':
      return 'after';
    default:
      return 'other';
  }
}
