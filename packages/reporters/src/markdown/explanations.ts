import type { Finding, ReportOptions } from '@shipworthy/model';
import { sectionOf } from '../page/sections.ts';
import { unwrapped } from '../page/unwrap.ts';
import type { Budget } from './budget.ts';
import { code, html } from './escape.ts';

/**
 * Why, and how to fix, once for each rule that found something, folded. Pages are written by whoever wrote the rules, so
 * they stand as they are.
 */
export function explanationsPart(
  findings: readonly Finding[],
  { page }: Pick<ReportOptions, 'page'>,
  budget: Budget,
): string {
  const rules = new Map(findings.map(({ rule }) => [rule.id, rule]));
  const parts: string[] = [];
  for (const { id, title } of rules.values()) {
    const said = explanationOf(id, page);
    if (said === undefined) continue;
    const part = `\n<details>\n<summary><code>${html(id)}</code>: ${html(title)}</summary>\n\n${said}\n</details>\n`;
    if (budget.take(part)) parts.push(part);
  }
  if (parts.length === 0 || !budget.take(HEADER)) return '';
  return HEADER + parts.join('');
}

/** Why a rule asks, and how to fix what it found; undefined where its page says neither. */
export function explanationOf(rule: string, page: ReportOptions['page']): string | undefined {
  const text = page?.(rule);
  const sections = ['Why', 'How to fix'].flatMap((name) => {
    const section = text === undefined ? undefined : sectionOf(text, name);
    return section === undefined ? [] : [`**${name}**\n\n${unwrapped(section)}\n`];
  });
  return sections.length === 0 ? undefined : `${sections.join('\n')}\nMore: ${code(`shipworthy explain ${rule}`)}\n`;
}

const HEADER = '\n### Why, and how to fix\n';
