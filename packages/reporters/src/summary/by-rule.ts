import { type Finding, type ReportOptions, SEVERITIES } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import type { Budget } from '../markdown/budget.ts';
import { code, prose } from '../markdown/escape.ts';
import { explanationOf } from '../markdown/explanations.ts';
import { worstFirst } from '../page/worst.ts';
import { counted } from '../text/wrap.ts';
import { fold } from './fold.ts';
import { MARKS } from './marks.ts';
import { rowOf } from './row.ts';

/** Findings of one rule that stand in the open. */
const OPEN_ROWS = 5;

interface Group {
  readonly rule: Finding['rule'];
  readonly header: string;
  readonly rows: string[];
}

/** Findings by rule, the worst first, for which there is room. */
export class ByRule {
  readonly #groups = new Map<string, Group>();
  /** Findings that there was no room for; the least severe are left out first. */
  readonly left: number;

  /** @param failing those of the findings that make the check fail */
  constructor(findings: readonly Finding[], failing: readonly Finding[], to: LinkTo, budget: Budget) {
    const fails = new Set(failing);
    const sorted = worstFirst(findings).toSorted(
      (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
    );
    let kept = 0;
    for (const finding of sorted) {
      const mark = fails.has(finding) ? MARKS.fails : MARKS.warns;
      if (!this.#add(finding, mark, to, budget)) break;
      kept++;
    }
    this.left = findings.length - kept;
  }

  #add(finding: Finding, mark: string, to: LinkTo, budget: Budget): boolean {
    const { rule, severity } = finding;
    const key = `${severity} ${rule.id}`;
    const known = this.#groups.get(key);
    const row = rowOf(finding, to, 'told');
    if (known) {
      // The first row behind those in the open brings the fold along.
      const around = known.rows.length === OPEN_ROWS ? restOf(['']) : '';
      if (!budget.take(row, around)) return false;
      known.rows.push(row);
      return true;
    }
    const header = `\n### ${mark} ${severity}: ${code(rule.id)}\n\n`;
    if (!budget.take(header, row)) return false;
    this.#groups.set(key, { rule, header, rows: [row] });
    return true;
  }

  /** @param budget what is left of it goes to explanations, each rule's told once */
  render(page: ReportOptions['page'], budget: Budget): string {
    const told = new Set<string>();
    return [...this.#groups.values()]
      .map(({ rule, header, rows }) => {
        const said = told.has(rule.id) ? undefined : explanationOf(rule.id, page);
        told.add(rule.id);
        const why = said === undefined ? '' : fold('Why, and how to fix it', `${prose(rule.title)}.\n\n${said}`);
        return [
          header,
          ...rows.slice(0, OPEN_ROWS),
          restOf(rows.slice(OPEN_ROWS)),
          why !== '' && budget.take(why) ? why : '',
        ].join('');
      })
      .join('');
  }
}

/** Room for a number of any length is taken with the first row. */
function restOf(rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return fold(rows[0] === '' ? `${'0'.repeat(10)} more places` : counted(rows.length, 'more place'), rows.join(''));
}
