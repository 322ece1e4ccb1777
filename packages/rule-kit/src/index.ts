/** Everything a rule or a reporter is handed, by name. */
export type * from '@shipworthy/model';
export { namesTopic } from '@shipworthy/model';
export * from './api-version.ts';
export * from './archetypes.ts';
export * from './change-words.ts';
export * from './define-reporter.ts';
export * from './define-rule.ts';
export * from './migrations/index.ts';
export * from './needs.ts';
export * from './pipelines.ts';
export type * from './tools.ts';
