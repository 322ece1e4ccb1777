import { type Audit, STAGES } from '@shipworthy/model';
import { MARKS } from './marks.ts';

/** Readiness by stage beside each other: what was found should be on the first screen. '' where nothing applied. */
export function stageRow(stages: Audit['summary']['stages']): string {
  const columns = STAGES.flatMap((stage) => {
    const met = stages[stage];
    if (!met || met.applicable === 0) return [];
    const isReady = met.met === met.applicable;
    return [{ stage, said: `${isReady ? `${MARKS.fine} ` : ''}${met.met} of ${met.applicable}` }];
  });
  if (columns.length === 0) return '';
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `\nReadiness, met of what applies:\n\n${row(columns.map(({ stage }) => stage))}${row(columns.map(() => ':---:'))}${row(columns.map(({ said }) => said))}`;
}
