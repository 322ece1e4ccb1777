import type { Confidence, ReportOptions, RuleMeta, Severity } from '@shipworthy/model';
import { sectionOf } from '../page/sections.ts';
import { MAX_HELP, MAX_TAGS } from './limits.ts';

/** Info is a note to SARIF. */
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** GitHub's words for how likely a result is true, and how bad. */
const PRECISION: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };
const PROBLEM: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };

/** A rule as SARIF's `reportingDescriptor`. */
export function ruleDescriptor(rule: RuleMeta, { page }: ReportOptions) {
  const more = `shipworthy explain ${rule.id}`;
  const help = helpOf(page?.(rule.id));
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: `${rule.title}.` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    help: {
      text: help === undefined ? `${rule.title}. More: ${more}` : `${help}\n\nMore: ${more}`,
      markdown: help === undefined ? `${rule.title}.\n\nMore: \`${more}\`` : `${help}\n\nMore: \`${more}\``,
    },
    properties: {
      precision: PRECISION[rule.confidence],
      'problem.severity': PROBLEM[rule.severity],
      // With a prefix: GitHub takes the bare tag `security` for a vulnerability and asks for its CVSS score.
      tags: [
        ...new Set([
          ...rule.stages.map((stage) => `stage:${stage}`),
          ...rule.qualities.map((quality) => `quality:${quality}`),
        ]),
      ].slice(0, MAX_TAGS),
    },
  };
}

/** Why, and how to fix, of a rule's page: what somebody who sees one alert wants to know. */
function helpOf(page: string | undefined): string | undefined {
  if (page === undefined) return undefined;
  const parts = ['Why', 'How to fix'].flatMap((title) => {
    const text = sectionOf(page, title);
    return text === undefined ? [] : [`## ${title}\n\n${text}`];
  });
  const help = parts.join('\n\n');
  if (help.length <= MAX_HELP) return help === '' ? undefined : help;
  return `${help.slice(0, help.lastIndexOf('\n', MAX_HELP))}\n\n(cut)`;
}
