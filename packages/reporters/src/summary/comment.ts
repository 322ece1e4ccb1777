import type { Audit, Finding } from '@shipworthy/model';
import type { LinkTo } from '../checklist/link.ts';
import { Budget } from '../markdown/budget.ts';
import { code } from '../markdown/escape.ts';
import { worstFirst } from '../page/worst.ts';
import { counted } from '../text/wrap.ts';
import { forReviewers } from './asked.ts';
import { weigh } from './failing.ts';
import { footer } from './footer.ts';
import { headline } from './headline.ts';
import { addressOf, WebLinks } from './links.ts';
import { MARKS } from './marks.ts';
import { notesPart } from './notes.ts';
import { obligationRows } from './obligations.ts';
import { COMMENT, limitOf, type SummaryOptions } from './options.ts';
import { rowOf } from './row.ts';

/** A comment stands between what people say to each other: it names the worst, and leads to the rest. */
const FINDINGS_SHOWN = 10;
const OBLIGATIONS_SHOWN = 5;

/**
 * What a comment of a pull request says: the verdict, what the change answers for, what is still open. It depends on
 * nothing but the audit and what it is given, so that the same result is the same text.
 */
export function renderComment(audit: Audit, asked: SummaryOptions): string {
  const options = { limit: COMMENT, ...asked };
  const limit = limitOf(options);
  const budget = new Budget(limit.size, limit.of);
  const links = new WebLinks(options.repository);
  const to = links.to(audit.commit);
  const weighed = weigh(audit, options.verdict);
  const head = headline(audit, weighed, options.verdict);
  const foot = footer(audit, links, options);
  const where = options.run === undefined ? undefined : addressOf(options.run);
  budget.take(head, foot, '\n', moreFindings(Number.MAX_SAFE_INTEGER, where));
  const notes = notesPart(options.notes ?? [], budget);
  const fails = new Set(weighed.failing);
  const findings = [...worstFirst(weighed.failing), ...worstFirst(weighed.warning)];
  const rows = findings.slice(0, FINDINGS_SHOWN).map((finding) => markedRow(finding, fails, to));
  const kept = upTo(rows, budget);
  const open =
    options.checklist === undefined
      ? ''
      : openPart(
          obligationRows(forReviewers(options.checklist), links.toTouched(audit.commit, audit.change?.commit)),
          budget,
        );
  const left = findings.length - kept.length;
  return [
    head,
    notes,
    kept.length > 0 ? `\n${kept.join('')}` : '',
    left > 0 ? moreFindings(left, where) : '',
    open,
    foot,
  ].join('');
}

const markedRow = (finding: Finding, fails: ReadonlySet<Finding>, to: LinkTo): string =>
  rowOf(finding, to, 'named').replace('- ', `- ${fails.has(finding) ? MARKS.fails : MARKS.warns} `);

function moreFindings(count: number, where: string | undefined): string {
  const rest = counted(count, 'more finding');
  return `\n${where === undefined ? `and ${rest}: ${code('shipworthy lint --format json')} lists all` : `and [${rest}](${where})`}\n`;
}

function openPart(rows: ReturnType<typeof obligationRows>, budget: Budget): string {
  const open = rows.filter(({ state, light }) => state === 'open' && !light).map(({ text }) => text);
  const header = '\n**Still to answer**, for what this change touches (it fails nothing by itself):\n\n';
  if (open.length === 0 || !budget.take(header, moreRows(open.length))) return '';
  const kept = upTo(open.slice(0, OBLIGATIONS_SHOWN), budget);
  const left = open.length - kept.length;
  return `${header}${kept.join('')}${left > 0 ? moreRows(left) : ''}`;
}

const moreRows = (count: number): string => `- and ${count} more\n`;

function upTo(rows: readonly string[], budget: Budget): readonly string[] {
  const end = rows.findIndex((row) => !budget.take(row));
  return end === -1 ? rows : rows.slice(0, end);
}
