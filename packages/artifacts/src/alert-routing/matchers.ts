import type { MatcherFacts, Span } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

type Operator = MatcherFacts['operator'];

/** One matcher of a list such as `a="b", c=~d`: label, operator, value in quotes or bare up to the comma. */
const MATCHER =
  /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s=!~{},"]+))\s*(=~|!~|!=|=)(?:\s*"((?:[^"\\]|\\.)*)"\s*|([^,"]*))(?:,|$)/y;

/**
 * Matchers of Alertmanager's text form (`{a="b", c!~"d"}`, braces optional; classic and UTF-8 syntax of
 * prometheus/alertmanager, pkg/labels and matcher/parse). Undefined when it cannot be read.
 */
export function parseMatchers(written: string, at: Span): MatcherFacts[] | undefined {
  const trimmed = written.trim();
  const text = trimmed.startsWith('{') && trimmed.endsWith('}') ? trimmed.slice(1, -1).trim() : trimmed;
  const matchers: MatcherFacts[] = [];
  MATCHER.lastIndex = 0;
  while (MATCHER.lastIndex < text.length) {
    const found = MATCHER.exec(text);
    if (!found) return undefined;
    const [, quotedLabel, label, operator, quotedValue, value] = found;
    matchers.push({
      label: unescaped(quotedLabel) ?? label ?? '',
      operator: operator as Operator,
      value: unescaped(quotedValue) ?? value?.trim() ?? '',
      at,
    });
  }
  return matchers;
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

export interface RouteMatchers {
  readonly matchers: readonly MatcherFacts[];
  /** Texts that are no matcher. */
  readonly unreadable: readonly { readonly text: string; readonly at: Span }[];
}

/** All matchers of a route, whichever of the forms it uses. */
export function matchersOf(route: YamlMap, place: (span: Span) => Span): RouteMatchers {
  const matchers: MatcherFacts[] = [];
  const unreadable: { text: string; at: Span }[] = [];
  for (const [key, operator] of [
    ['match', '='],
    ['match_re', '=~'],
  ] as const)
    for (const { key: label, value, keySpan } of route.map(key)?.entries ?? [])
      if (value.kind === 'scalar')
        matchers.push({ label, operator, value: value.text, at: place([keySpan[0], value.span[1]]) });
  const list = route.get('matchers');
  for (const item of list?.kind === 'seq' ? list.items : list?.kind === 'scalar' && !list.isNull ? [list] : []) {
    const at = place(item.span);
    const read = item.kind === 'scalar' ? parseMatchers(item.text, at) : objectMatcher(item, at);
    if (read) for (const matcher of read) matchers.push(matcher);
    else unreadable.push({ text: item.kind === 'scalar' ? item.text : item.kind, at });
  }
  for (const item of route.items('object_matchers')) {
    const matcher = grafanaMatcher(item, place(item.span));
    if (matcher) matchers.push(matcher);
  }
  return { matchers, unreadable };
}

/** `{name, value, matchType, regex}` of an AlertmanagerConfig object. */
function objectMatcher(item: YamlNode, at: Span): MatcherFacts[] | undefined {
  if (item.kind !== 'map') return undefined;
  const label = item.text('name');
  if (label === undefined) return undefined;
  const operator = asOperator(item.text('matchType')) ?? (item.text('regex') === 'true' ? '=~' : '=');
  return [{ label, operator, value: item.text('value') ?? '', at }];
}

/** `[label, operator, value]` of a Grafana notification policy. */
function grafanaMatcher(item: YamlNode, at: Span): MatcherFacts | undefined {
  if (item.kind !== 'seq') return undefined;
  const [label, written, value] = item.items.map((part) => (part.kind === 'scalar' ? part.text : ''));
  const operator = asOperator(written);
  return label && operator ? { label, operator, value: value ?? '', at } : undefined;
}

function asOperator(text: string | undefined): Operator | undefined {
  return text === '=' || text === '!=' || text === '=~' || text === '!~' ? text : undefined;
}
