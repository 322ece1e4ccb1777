import type { Finding, ReportOptions } from '@shipworthy/model';
import { sectionOf } from '../page/sections.ts';
import type { Budget } from './budget.ts';
import { code } from './escape.ts';

/**
 * Why, and how to fix, once for each rule that found something, folded. Pages are written by whoever wrote the rules, so
 * they stand as they are.
 */
export function explanationsPart(findings: readonly Finding[], { page }: ReportOptions, budget: Budget): string {
  const rules = new Map(findings.map(({ rule }) => [rule.id, rule]));
  const parts: string[] = [];
  for (const { id, title } of rules.values()) {
    const text = page?.(id);
    const sections = ['Why', 'How to fix'].flatMap((name) => {
      const section = text === undefined ? undefined : sectionOf(text, name);
      return section === undefined ? [] : [`**${name}**\n\n${section}\n`];
    });
    if (sections.length === 0) continue;
    const part = `\n<details>\n<summary><code>${html(id)}</code>: ${html(title)}</summary>\n\n${sections.join('\n')}\nMore: ${code(`shipworthy explain ${id}`)}\n\n</details>\n`;
    if (budget.take(part)) parts.push(part);
  }
  if (parts.length === 0 || !budget.take(HEADER)) return '';
  return HEADER + parts.join('');
}

const HEADER = '\n### Why, and how to fix\n';

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
