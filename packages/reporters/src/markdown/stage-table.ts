import { type Audit, type Met, STAGES } from '@shipworthy/model';

/** Readiness by stage; '' where nothing applied. */
export function stageTable(stages: Audit['summary']['stages']): string {
  const rows = STAGES.flatMap((stage) => {
    const met: Met | undefined = stages[stage];
    if (!met || met.applicable === 0) return [];
    return [`| ${stage} | ${met.met} of ${met.applicable} | ${met.met === met.applicable ? 'ready' : ''} |\n`];
  });
  return rows.length === 0 ? '' : `\n| stage | met | |\n|---|---:|---|\n${rows.join('')}`;
}
