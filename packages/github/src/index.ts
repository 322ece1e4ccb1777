export type { CheckAnnotation, CheckResult, CheckSubject, TextLimit } from './check-result.ts';
export { type ActionContext, runAction } from './run-action.ts';
export { trustWorkspace } from './trust-workspace.ts';
