import type { ExpressionFacts, Span } from '@shipworthy/model';
import { isUnknown, type SourceText, scalarText, valueSpan } from '../formats/template/index.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { groupName, stringMap, type UncountedAlert } from './alert.ts';
import { blanksIn } from './blanks.ts';
import { expressionFacts, type LanguageHint } from './expression.ts';
import type { RuleList } from './find.ts';

/** Data source ids that mean Grafana's own expressions: today's and the one before version 8. */
const EXPRESSION_SOURCES = new Set(['__expr__', '-100']);

const NO_QUERY: ExpressionFacts = {
  language: 'other',
  hasCondition: true,
  absence: false,
  ranges: [],
  thresholds: [],
  metrics: [],
  functions: [],
};

/** Facts of one alert of Grafana's provisioning format; the condition is an expression of its own. */
export function grafanaAlertFrom(rule: YamlMap, list: RuleList, text: SourceText, hint: LanguageHint): UncountedAlert {
  const spans: Record<string, Span> = { '': text.place(rule.span) };
  const field = (key: string): string | undefined => {
    const entry = rule.entry(key);
    if (entry?.value.kind !== 'scalar' || entry.value.isNull) return undefined;
    spans[key === 'title' ? 'name' : key] = valueSpan(text, entry);
    return scalarText(text, entry.value);
  };
  const name = field('title') ?? '';
  const duration = field('for');
  const keep = field('keepFiringFor');
  const dashboardUid = field('dashboardUid');
  const query = queryOf(rule);
  if (query) spans.expr = valueSpan(text, query);
  const labels = stringMap(rule, 'labels', text, spans);
  const annotations = stringMap(rule, 'annotations', text, spans);
  const blanks = blanksIn(rule, text);
  return {
    name,
    group: groupName(list, text),
    labels,
    annotations,
    expression: { ...queryFacts(query, text, hint, rule), hasCondition: true, thresholds: thresholdsOf(rule) },
    ...(duration !== undefined && { for: duration }),
    ...(keep !== undefined && { keepFiringFor: keep }),
    ...(dashboardUid !== undefined && { dashboardUid }),
    templated: rule.entries
      .filter(({ value }) => isUnknown(text, value))
      .map(({ key }) => (key === 'title' ? 'name' : key === 'data' ? 'expr' : key)),
    ...(blanks.length > 0 && { blanks }),
    spans,
  };
}

/** The first query in the language of a time series store. */
function queryOf(rule: YamlMap): YamlEntry | undefined {
  for (const item of rule.items('data')) {
    if (item.kind !== 'map' || EXPRESSION_SOURCES.has(item.text('datasourceUid') ?? '')) continue;
    const expr = item.map('model')?.entry('expr');
    if (expr?.value.kind === 'scalar') return expr;
  }
  return undefined;
}

function queryFacts(
  query: YamlEntry | undefined,
  text: SourceText,
  hint: LanguageHint,
  rule: YamlMap,
): ExpressionFacts {
  if (query?.value.kind !== 'scalar') return NO_QUERY;
  return expressionFacts(query.value, text, { ...hint, loki: hint.loki || rule.items('data').some(isLoki) });
}

function isLoki(item: YamlNode): boolean {
  if (item.kind !== 'map') return false;
  const type = item.map('model')?.map('datasource')?.text('type') ?? '';
  return type === 'loki' || (item.text('datasourceUid') ?? '').toLowerCase().includes('loki');
}

/** The numbers that the condition's own step compares with. */
function thresholdsOf(rule: YamlMap): number[] {
  const condition = rule.text('condition');
  const thresholds: number[] = [];
  for (const item of rule.items('data')) {
    if (item.kind !== 'map' || item.text('refId') !== condition) continue;
    for (const part of item.map('model')?.items('conditions') ?? [])
      for (const value of part.kind === 'map' ? (part.map('evaluator')?.items('params') ?? []) : [])
        if (value.kind === 'scalar' && typeof value.value === 'number') thresholds.push(value.value);
  }
  return thresholds;
}
