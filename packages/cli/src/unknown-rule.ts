import { allRules } from './catalogue.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** How many near names are offered. */
const SUGGESTIONS = 3;

/** Names the rules that may have been meant. */
export function unknownRule(wanted: string): UsageError {
  const ids = allRules.map((rule) => rule.id);
  const groups = [...new Set(ids.map((id) => `${id.slice(0, id.lastIndexOf('/'))}/*`))];
  const aspects = ids.filter((id) => id.slice(id.lastIndexOf('/') + 1) === wanted.slice(wanted.lastIndexOf('/') + 1));
  const near = nearest(wanted, wanted.endsWith('*') ? groups : ids, SUGGESTIONS);
  const offered = [...new Set([...near, ...aspects])].slice(0, SUGGESTIONS);
  return new UsageError(
    `no rule is called '${wanted}'`,
    offered.length > 0
      ? `Did you mean ${offered.join(' or ')}? All of them: shipworthy rules`
      : 'The rules there are: shipworthy rules',
  );
}
