import type { FactFault, ReceiverFacts, RouteFacts } from '@shipworthy/model';

/**
 * What Alertmanager refuses at the root (Config.UnmarshalYAML of prometheus/alertmanager). Receivers that a route
 * names and nobody defines are a matter of the relation between the two.
 */
export function configFaults(route: RouteFacts | undefined, receivers: readonly ReceiverFacts[]): FactFault[] {
  const faults: FactFault[] = [];
  const refuse = (what: string, at: FactFault['at'] | undefined) => {
    if (at) faults.push({ what, at, effect: 'refused' });
  };
  if (route && !route.receiver) refuse('the root route names no receiver', route.at);
  const first = route?.matchers[0];
  if (first) refuse('the root route has matchers, and everything must match it', first.at);
  const names = new Set<string>();
  for (const { name, spans } of receivers) {
    if (name === '') refuse('a receiver has no name', spans['']);
    else if (names.has(name)) refuse(`receiver \`${name}\` is there twice`, spans.name);
    names.add(name);
  }
  return faults;
}
