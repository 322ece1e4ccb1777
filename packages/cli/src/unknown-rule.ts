import { allRules } from './catalogue.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** How many near names are offered. */
const SUGGESTIONS = 3;

/** Fewer letters than this begin too many names. */
const MIN_BEGINNING = 8;

const sameArtifact = (id: string, wanted: string): boolean => id.split('/')[0] === wanted.split('/')[0];
/** Those whose beginning is nearest come first. */
const byBeginning = (ids: readonly string[], wanted: string): string[] => {
  const order = nearest(wanted, [...new Set(ids.map((id) => id.slice(0, wanted.length)))], ids.length);
  return ids.toSorted((a, b) => order.indexOf(a.slice(0, wanted.length)) - order.indexOf(b.slice(0, wanted.length)));
};

/** Names the rules that may have been meant. */
export function unknownRule(wanted: string): UsageError {
  const ids = allRules.map((rule) => rule.id);
  const groups = [...new Set(ids.map((id) => `${id.slice(0, id.lastIndexOf('/'))}/*`))];
  const aspects = ids.filter((id) => id.slice(id.lastIndexOf('/') + 1) === wanted.slice(wanted.lastIndexOf('/') + 1));
  const near = nearest(wanted, wanted.endsWith('*') ? groups : ids, SUGGESTIONS);
  // People type the beginning: 'alert/runbok' is nearer to 'alert/runbook-resolves' than its length says.
  const begun = ids.filter(
    (id) =>
      wanted.length >= MIN_BEGINNING &&
      nearest(wanted, [id.slice(0, wanted.length)]).length > 0 &&
      sameArtifact(id, wanted),
  );
  const offered = [...new Set([...byBeginning(begun, wanted), ...near, ...aspects])].slice(0, SUGGESTIONS);
  return new UsageError(
    `no rule is called '${wanted}'`,
    offered.length > 0
      ? `Did you mean ${offered.join(' or ')}? All of them: shipworthy rules`
      : 'The rules there are: shipworthy rules',
  );
}
