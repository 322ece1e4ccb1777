import type { AlertFacts, Span } from '@shipworthy/model';
import { isUnknown, type SourceText, scalarText, valueSpan } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { blanksIn } from './blanks.ts';
import { expressionFacts, type LanguageHint } from './expression.ts';
import type { RuleList } from './find.ts';
import { templatedFields } from './templated.ts';

/** An alert before its occurrences are counted. */
export type UncountedAlert = Omit<AlertFacts, 'occurrence'>;

/** Facts of one Prometheus alert. */
export function alertFrom(rule: YamlMap, list: RuleList, text: SourceText, hint: LanguageHint): UncountedAlert {
  const spans: Record<string, Span> = { '': text.place(rule.span) };
  for (const [key, field] of [
    ['alert', 'name'],
    ['expr', 'expr'],
    ['for', 'for'],
    ['keep_firing_for', 'keepFiringFor'],
  ] as const) {
    const entry = rule.entry(key);
    // What a merge key copies is mended where it was written; but the alert itself stands where its own lines are.
    if (entry && !(field === 'name' && entry.merged)) spans[field] = valueSpan(text, entry);
  }
  const inherited = list.group ? stringMap(list.group, 'labels', text, spans) : {};
  const labels = withSeverity({ ...inherited, ...stringMap(rule, 'labels', text, spans) }, rule, text, spans);
  const annotations = stringMap(rule, 'annotations', text, spans);
  const expr = rule.get('expr');
  const duration = fieldText(rule, 'for', text);
  const keep = fieldText(rule, 'keep_firing_for', text);
  const blanks = blanksIn(rule, text);
  const templated = new Set(templatedFields(rule, text));
  const groupLabels = list.group?.get('labels');
  if (groupLabels && isUnknown(text, groupLabels)) templated.add('labels');
  return {
    name: fieldText(rule, 'alert', text) ?? '',
    group: groupName(list, text),
    labels,
    annotations,
    ...(expr?.kind === 'scalar' && { expression: expressionFacts(expr, text, hint) }),
    ...(duration !== undefined && { for: duration }),
    ...(keep !== undefined && { keepFiringFor: keep }),
    templated: [...templated],
    ...(blanks.length > 0 && { blanks }),
    spans,
  };
}

const SEVERITY = 'severity';

/** Rule groups of Azure have the severity beside the labels, as a number from 0 (critical) to 4. */
function withSeverity(
  labels: Record<string, string>,
  rule: YamlMap,
  text: SourceText,
  spans: Record<string, Span>,
): Record<string, string> {
  const entry = rule.entry(SEVERITY);
  const value = fieldText(rule, SEVERITY, text);
  if (!entry || value === undefined || value === '' || labels[SEVERITY] !== undefined) return labels;
  spans[`labels.${SEVERITY}`] = valueSpan(text, entry);
  return { ...labels, [SEVERITY]: value };
}

/** The group's name as the file writes it, else what its list is called. */
export function groupName({ group, groupName: fallback }: RuleList, text: SourceText): string {
  return (group && fieldText(group, 'name', text)) ?? fallback;
}

function fieldText(map: YamlMap, key: string, text: SourceText): string | undefined {
  const node = map.get(key);
  return node?.kind === 'scalar' && !node.isNull ? scalarText(text, node) : undefined;
}

/** The scalar values of `labels` or `annotations`, and where they stand. */
export function stringMap(
  holder: YamlMap,
  key: 'labels' | 'annotations',
  text: SourceText,
  spans: Record<string, Span>,
): Record<string, string> {
  const entry = holder.entry(key);
  if (!entry) return {};
  spans[key] = valueSpan(text, entry);
  const values: Record<string, string> = {};
  for (const { value, ...pair } of entry.value.kind === 'map' ? entry.value.entries : []) {
    if (value.kind !== 'scalar' || isMaskedKey(text, pair.keySpan, value)) continue;
    values[pair.key] = value.isNull ? '' : scalarText(text, value);
    spans[`${key}.${pair.key}`] = valueSpan(text, { ...pair, value });
  }
  return values;
}

function isMaskedKey(text: SourceText, keySpan: Span, value: YamlNode): boolean {
  return (
    text.unknown.length > 0 &&
    text.parsed.slice(...keySpan) !== text.original.slice(...keySpan) &&
    value.kind === 'scalar'
  );
}

/** Numbers alerts that share group, name and labels, in order. */
export function counted(alerts: readonly UncountedAlert[]): AlertFacts[] {
  const seen = new Map<string, number>();
  return alerts.map((alert) => {
    const identity = JSON.stringify([alert.group, alert.name, Object.entries(alert.labels).sort()]);
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return { ...alert, occurrence };
  });
}
