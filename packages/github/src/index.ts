export { type CheckedPullRequest, checkPullRequest, type PullRequestCall } from './check-pull-request.ts';
export type { CheckAnnotation, CheckResult, CheckSubject, TextLimit } from './check-result.ts';
export { type PlannedRequest, type Published, plan, publish, sarifCategory, type Wanted } from './publish/index.ts';
export { type ActionContext, broken, runAction } from './run-action.ts';
export { trustWorkspace } from './trust-workspace.ts';
