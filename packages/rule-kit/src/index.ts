export type { AlertFacts, Link, PageLink, Place, SubjectMap, SubjectName, Vocabulary } from '@shipworthy/model';
export * from './define-rule.ts';
export * from './needs.ts';
export type * from './tools.ts';
