export type { Files } from './audit-files.ts';
export { type GapCase, type RuleCase, type RuleCases, testRule } from './test-rule.ts';
