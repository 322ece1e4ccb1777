import type { Coverage } from './org-report.ts';
import { counted, number, percent, tenths } from './words.ts';

/** Below this share of what should have been audited, in tenths of a percent, a report says first that it is not whole. */
const COVERAGE_WANTED = 990;

/** Repositories that should have been audited. */
export const wanted = ({ discovered, excluded }: Coverage): number =>
  Math.max(0, discovered - Object.values(excluded).reduce((sum, count) => sum + count, 0));

/** `61 of 62 repositories audited (98.3%), 41 of them unchanged; 1 failed; 5 left out: 5 archived`. */
export function coverageInWords(coverage: Coverage): string {
  const { audited, unchanged, failed, excluded } = coverage;
  const all = wanted(coverage);
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  const out = reasons.reduce((sum, [, count]) => sum + count, 0);
  const share = all === 0 ? '' : ` (${percent({ met: audited, applicable: all })})`;
  const unseen = all - audited - failed.length;
  return [
    `${number(audited)} of ${counted(all, 'repository', 'repositories')} audited${share}${unchanged > 0 ? `, ${number(unchanged)} of them unchanged` : ''}`,
    failed.length > 0 ? `${number(failed.length)} failed` : '',
    unseen > 0 ? `${number(unseen)} not reached` : '',
    out > 0 ? `${number(out)} left out: ${reasons.map(([why, count]) => `${number(count)} ${why}`).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** How many were not audited, where so many are missing that it has to be said first; else 0. */
export function missingFrom(coverage: Coverage): number {
  const all = wanted(coverage);
  const share = tenths({ met: coverage.audited, applicable: all });
  return share !== undefined && share < COVERAGE_WANTED ? all - coverage.audited : 0;
}
