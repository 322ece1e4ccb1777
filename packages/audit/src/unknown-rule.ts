import { nearestRules } from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { UsageError } from './usage-error.ts';

/** How many near names are offered. */
const SUGGESTIONS = 3;

/** Names the rules that may have been meant. */
export function unknownRule(wanted: string, rules: readonly Rule[]): UsageError {
  const offered = nearestRules(
    wanted,
    rules.map((rule) => rule.id),
    SUGGESTIONS,
  );
  return new UsageError(
    `no rule is called '${wanted}'`,
    offered.length > 0
      ? `Did you mean ${offered.join(' or ')}? All of them: shipworthy rules`
      : 'The rules there are: shipworthy rules',
  );
}
