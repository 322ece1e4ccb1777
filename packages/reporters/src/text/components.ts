import { type Audit, SEVERITIES } from '@shipworthy/model';
import { talliesOf } from '../page/by-component.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** Components that are listed; who has more looks at the JSON. */
const SHOWN = 15;

/** Which component has how many findings, the worst first; empty where findings are of one component alone. */
export function componentLines({ findings }: Audit, style: Style): string[] {
  const tallies = talliesOf(findings);
  if (tallies.length === 0) return [];
  const rows = tallies
    .slice(0, SHOWN)
    .map(({ component, counts }) => [
      visible(component),
      ...SEVERITIES.map((severity) => (counts[severity] === 0 ? '' : style.severity(severity, `${counts[severity]}`))),
    ]);
  const head = ['Component', 'errors', 'warnings', 'info'].map((title) => style.dim(title));
  const left = tallies.length - rows.length;
  return [
    ...table([head, ...rows], ['left', 'right', 'right', 'right']),
    ...(left > 0 ? [style.dim(`and ${left} more components`)] : []),
  ];
}
