import type { Artifact } from '@shipworthy/model';
import { PAGE_EXTENSIONS, pageOf } from '../document/page-of.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { detectRollback, mayHoldPlan } from './detect.ts';

function parseRollbackPlan(file: RepositoryFile): Parsed<'rollback-plan'> {
  const page = file.once(pageOf);
  const found = detectRollback(page, file.path, file.text, file.declared.includes('rollback-plan'));
  if (!found) return { artifacts: [], problems: [] };
  const artifact: Artifact<'rollback-plan'> = {
    kind: 'rollback-plan',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: found.confidence,
    why: found.why,
    id: file.path,
    ...(page.title ? { title: page.title } : {}),
    at: found.facts.span,
    facts: found.facts,
  };
  return { artifacts: [artifact], problems: [] };
}

/** The way back from a release, for those who operate or upgrade the system: a page, or headed sections of one. */
export const rollbackPlanKind: KindModule<'rollback-plan'> = {
  kind: 'rollback-plan',
  factsVersion: 4,
  paths: { extensions: PAGE_EXTENSIONS },
  notIn: NEVER_OURS,
  sniff: mayHoldPlan,
  load: async () => parseRollbackPlan,
};
