import type { FactFault, RouteFacts } from '@shipworthy/model';
import { type SourceText, scalarText } from '../formats/template/index.ts';
import type { YamlMap } from '../formats/yaml/index.ts';
import { matchersOf } from './matchers.ts';

/** The tree below a route; what cannot be read as a matcher becomes a fault. */
export function routeOf(route: YamlMap, text: SourceText, faults: FactFault[]): RouteFacts {
  const receiver = route.get('receiver');
  const { matchers, unreadable } = matchersOf(route, text.place);
  for (const { text: written, at } of unreadable)
    faults.push({ what: `\`${written}\` is no matcher`, at, effect: 'refused' });
  return {
    ...(receiver?.kind === 'scalar' && !receiver.isNull && { receiver: scalarText(text, receiver) }),
    matchers,
    continue: route.text('continue') === 'true',
    routes: route.items('routes').flatMap((child) => (child.kind === 'map' ? [routeOf(child, text, faults)] : [])),
    at: text.place(route.span),
  };
}
