import type { RepositoryRecord, RunHeader } from '../record.ts';

/** A record of a repository that meets one rule, and what is different about it. */
export const recordOfTest = (id: string, over: Partial<RepositoryRecord> = {}): RepositoryRecord => ({
  id,
  name: id,
  state: 'audited',
  archetypes: [],
  stages: {},
  standing: { 'a/b': 'met' },
  unknown: 0,
  exempt: 0,
  findings: [],
  opened: [],
  gone: [],
  ...over,
});

/** The header of a run of 22 November 2026 that asks nothing. */
export const headerOfTest = (over: Partial<RunHeader> = {}): RunHeader => ({
  asOf: '2026-11-22',
  title: 'acme',
  tool: { name: 'shipworthy', version: '1.0.0' },
  code: 'c',
  policy: 'p',
  rules: [],
  ...over,
});
