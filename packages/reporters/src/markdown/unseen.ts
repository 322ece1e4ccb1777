import type { AuditedOutcome } from '@shipworthy/model';
import { groupBy } from '../text/group.ts';
import { counted } from '../text/wrap.ts';
import type { Budget } from './budget.ts';
import { code, prose } from './escape.ts';
import { placeOf } from './findings.ts';

/** Places of one reason that are listed. */
const PLACES_SHOWN = 3;

/**
 * Rules that broke, in the open; what could not be seen, folded. As many reasons as there is room for.
 * @param most reasons that are listed
 */
export function unseenPart(
  outcomes: readonly AuditedOutcome[],
  budget: Budget,
  most = Number.POSITIVE_INFINITY,
): string {
  const broken = outcomes.filter(({ result }) => result.outcome === 'error');
  const unseen = outcomes.filter(({ result }) => result.outcome === 'unknown');
  return (
    part(broken, '\n### Broke while running (please report it)\n\n', '', budget, most) +
    part(
      unseen,
      `\n<details>\n<summary>Could not see (${counted(unseen.length, 'question')} unanswered)</summary>\n\n`,
      '\n</details>\n',
      budget,
      most,
    )
  );
}

function part(
  outcomes: readonly AuditedOutcome[],
  before: string,
  after: string,
  budget: Budget,
  most: number,
): string {
  if (outcomes.length === 0) return '';
  const reasons = [
    ...groupBy(outcomes, ({ rule, result }) => JSON.stringify([rule, 'why' in result ? result.why : ''])).values(),
  ].sort((a, b) => b.length - a.length);
  const cut = '- and more: `--format json` lists all\n';
  if (!budget.take(before, after, cut)) return '';
  const rows: string[] = [];
  for (const same of reasons) {
    const row = reasonRow(same);
    if (rows.length === most || !budget.take(row)) return before + rows.join('') + cut + after;
    rows.push(row);
  }
  return before + rows.join('') + after;
}

function reasonRow(same: readonly AuditedOutcome[]): string {
  const [first] = same;
  const why = first && 'why' in first.result ? (first.result.why ?? '') : '';
  const places = [...new Set(same.map(({ evidence: [at], subject }) => (at ? placeOf(at) : code(subject))))];
  const rest = places.length - PLACES_SHOWN;
  const shown = places.slice(0, PLACES_SHOWN).join(', ');
  return `- ${prose(why)} (${code(first?.rule ?? '')}): ${shown}${rest > 0 ? ` and ${rest} more` : ''}\n`;
}
