import type { RuledOutcome } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Answered } from './audit-files.ts';
import type { Situation } from './files.ts';

/** The case that has asked about the same before. */
export function duplicateOf(situation: Situation, seen: Map<string, string>, name: string): string | undefined {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const { files, base, release, body, commits, author, unseen, inferred } = situation;
  const key = JSON.stringify([
    sorted(files),
    base && sorted(base),
    release && sorted(release),
    body,
    commits,
    author,
    unseen,
    inferred,
  ]);
  const other = seen.get(key);
  seen.set(key, name);
  return other;
}

/** Message ids that the gaps of an answer used, those of joined findings included. */
export function messagesUsed(rule: Rule, { investigation, audit }: Answered): string[] {
  const used = new Set<string>();
  for (const { result } of investigation.outcomes)
    if (result.outcome === 'gap') for (const gap of result.gaps) used.add(gap.messageId);
  for (const [id, text] of Object.entries(rule.messages))
    if (audit.findings.some((finding) => finding.count > 1 && pattern(text).test(finding.message))) used.add(id);
  return [...used];
}

const pattern = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&').replace(/\\\{[A-Za-z]+\\\}/g, '[^]*')}$`);

/** Gaps that point at a file that is there, but not at a place in it. */
export const inexact = ({ audit }: Answered): string[] =>
  audit.findings
    .filter(({ location }) => !location.absent && location.line === undefined)
    .map((finding) => `${finding.location.path}: ${finding.message}`);

/** Does the rule's code ever answer `skip` or `unknown`? Read from its source, so that no case can be forgotten. */
export const answersWith = (rule: Rule, answer: 'skip' | 'unknown'): boolean =>
  new RegExp(`\\b${answer}\\s*\\(`).test(String(rule.check));

export const outcomesOf = ({ investigation }: Answered): readonly RuledOutcome['result'][] =>
  investigation.outcomes.map((outcome) => outcome.result);
