import type { Audit } from '@shipworthy/model';
import { fingerprint } from '@shipworthy/policy';
import type { Means } from './audit-tree.ts';

/**
 * The questions that findings answer, by fingerprint: a rule and its subject. Only of findings that say something of their
 * subject as a whole, which is what a rule says with a message alone; one of several gaps of a subject is its own question.
 */
export function questionsOf(rules: Means['rules'], { outcomes }: Pick<Audit, 'outcomes'>): ReadonlyMap<string, string> {
  const messages = new Map(rules.map((rule) => [rule.id, Object.keys(rule.messages)]));
  const questions = new Map<string, string>();
  for (const { rule, subject, result } of outcomes) {
    if (result.outcome !== 'gap') continue;
    const [type = '', ...id] = subject.split(':');
    for (const messageId of messages.get(rule) ?? [])
      questions.set(fingerprint(rule, type, id.join(':'), messageId), JSON.stringify([rule, subject]));
  }
  return questions;
}
