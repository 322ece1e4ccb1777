import type { IntegrationFacts, ReceiverFacts } from '@shipworthy/model';

/** Whether a receiver tells anybody. */
export type ReceiverState =
  | { readonly reaches: 'someone'; readonly types: readonly string[] }
  | { readonly reaches: 'nobody'; readonly because: 'no-integration' }
  | { readonly reaches: 'nobody'; readonly because: 'placeholder-address'; readonly integration: IntegrationFacts };

/** RFC 2606 reserves these names for documentation, so nobody has an address there. */
const DOCUMENTATION_HOST =
  /(?:^|[@/.])example\.(?:com|org|net|edu)(?:[:/?#,;>\s]|$)|\.(?:example|invalid)(?:[:/?#,;>\s]|$)/i;
/** Blanks that people leave in samples; whole values or parts between separators. */
const BLANK =
  /^(?:todo|tbd|fixme|xxx+|changeme|change[-_]me|replace[-_]?me|placeholder|dummy)$|<[^<>]+>|(?:^|[/@#._-])(?:change[-_]?me|replace[-_]?me|your[-_][a-z]+|xxx+)(?:$|[/@._-])/i;

export function receiverState(receiver: ReceiverFacts): ReceiverState {
  const [first] = receiver.integrations;
  if (!first) return { reaches: 'nobody', because: 'no-integration' };
  const real = receiver.integrations.filter(({ target }) => target === undefined || !isPlaceholder(target));
  if (real.length > 0) return { reaches: 'someone', types: real.map(({ type }) => type) };
  return { reaches: 'nobody', because: 'placeholder-address', integration: first };
}

/** Is it an address of documentation, or a blank to be filled in? Template expressions are filled in elsewhere. */
export function isPlaceholder(address: string): boolean {
  if (/\{\{|\$\{|\$\(|\$[A-Z_]/.test(address)) return false;
  const parts = address.split(/[,;\s]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => DOCUMENTATION_HOST.test(part) || BLANK.test(part));
}
