export type { Files, Situation } from './files.ts';
export type { Framework } from './framework.ts';
export { type GapCase, type RuleCase, type RuleCases, testRule } from './test-rule.ts';
