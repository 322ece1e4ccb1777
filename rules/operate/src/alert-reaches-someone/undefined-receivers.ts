import type { Place, SubjectMap } from '@shipworthy/rule-kit';

type Receiver = SubjectMap['receiver'];
type Route = NonNullable<Receiver['artifact']['facts']['route']>;

/** Dialects whose loader demands that every receiver a route names is defined in the same document. */
const SELF_CONTAINED: ReadonlySet<string> = new Set(['alertmanager', 'alertmanager-config', 'secret']);

/**
 * Receivers that routes name and nobody defines, each once. Answered for the first receiver of a document only, so that
 * a fault of the document is found once. Grafana's policies may name contact points of other files or of its database.
 */
export function undefinedReceivers(receiver: Receiver): readonly { readonly name: string; readonly at: Place }[] {
  const { facts, level, path } = receiver.artifact;
  const isFirst = facts.receivers[0]?.spans[''] === receiver.spans[''];
  if (!isFirst || !facts.route || facts.templated || level !== 'parsed' || !SELF_CONTAINED.has(facts.dialect))
    return [];
  const known = new Set(facts.receivers.map(({ name }) => name));
  const found = new Map<string, Place>();
  const visit = (route: Route): void => {
    const { receiver: name, at } = route;
    if (name !== undefined && !known.has(name) && !found.has(name)) found.set(name, { path, span: at });
    route.routes.forEach(visit);
  };
  visit(facts.route);
  return [...found].map(([name, at]) => ({ name, at }));
}
