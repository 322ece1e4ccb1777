import type { FactFault, Span } from '@shipworthy/model';
import { durationSeconds, isLogql, looksLikeMetricsql, readPromql, withoutVariables } from '../formats/promql/index.ts';
import { type SourceText, valueSpan } from '../formats/template/index.ts';
import type { DuplicateKey, YamlEntry, YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { MAX_EXPRESSION_LENGTH } from './expression.ts';

/**
 * What the loader does with the file. `file`: Prometheus decodes it strictly, so an unknown key refuses it. `object`:
 * a cluster drops or refuses unknown keys depending on how it is applied, so they are only doubtful.
 */
export type Loader = 'file' | 'object';

/** Keys of a group: Prometheus' own, then those of Mimir, Loki, Thanos and vmalert, which read the same files. */
const GROUP_KEYS = new Set([
  ...['name', 'interval', 'query_offset', 'limit', 'rules', 'labels'],
  ...['source_tenants', 'align_evaluation_time_on_interval', 'evaluation_delay', 'remote_write'],
  ...['partial_response_strategy'],
  ...['type', 'eval_offset', 'eval_delay', 'eval_alignment', 'concurrency', 'params', 'headers', 'debug', 'tenant'],
  ...['notifier_headers', 'extra_filter_labels'],
]);
const RULE_KEYS = new Set([
  ...['alert', 'record', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
  ...['debug', 'update_entries_limit'],
]);
/** Only alerts may have these (rulefmt.Rule.Validate). */
const ALERT_ONLY = ['annotations', 'for', 'keep_firing_for'];
const VALUE_IN_LABEL = /\{\{[^{}]*(?:\$value|\.Value)\b/;

/**
 * What Prometheus refuses in `groups` (rulefmt.Parse and Validate of prometheus/prometheus), and what it accepts but
 * hardly anyone means. An alert's own expression is not looked at here: its fault is kept with the alert.
 */
export function shapeFaults(
  groups: readonly YamlNode[],
  duplicates: readonly DuplicateKey[],
  loader: Loader,
  text: SourceText,
): FactFault[] {
  const check = new ShapeCheck(loader, text);
  for (const { key, at } of duplicates) check.add(`\`${key}\` is given twice`, at, loader);
  const names = new Set<string>();
  for (const group of groups) {
    if (group.kind !== 'map') continue;
    const name = group.entry('name');
    const value = name?.value.kind === 'scalar' ? name.value.text : '';
    if (!name || value === '') check.add('a group has no name', name?.keySpan ?? headOf(group));
    else if (names.has(value)) check.add(`group \`${value}\` is there twice`, valueSpan(text, name));
    names.add(value);
    check.keys(group, GROUP_KEYS, 'group');
    check.duration(group, 'interval');
    check.strings(group, 'labels');
    const seen = new Map<string, number>();
    for (const rule of group.items('rules')) if (rule.kind === 'map') check.rule(rule, seen);
  }
  return check.faults;
}

/** Where a fault of a whole mapping is shown: at its first key. */
function headOf(map: YamlMap): Span {
  return map.entries[0]?.keySpan ?? map.span;
}

class ShapeCheck {
  readonly faults: FactFault[] = [];
  /** Of alerts by their node: an alias is one node in many places. */
  readonly #identities = new Map<YamlMap, string>();
  readonly #loader: Loader;
  readonly #text: SourceText;

  constructor(loader: Loader, text: SourceText) {
    this.#loader = loader;
    this.#text = text;
  }

  add(what: string, at: Span, effect: FactFault['effect'] | Loader = 'refused'): void {
    const mapped = effect === 'file' ? 'refused' : effect === 'object' ? 'doubtful' : effect;
    this.faults.push({ what, at: this.#text.place(at), effect: mapped });
  }

  rule(rule: YamlMap, seen: Map<string, number>): void {
    this.keys(rule, RULE_KEYS, 'rule');
    const alert = rule.text('alert') ?? '';
    const record = rule.text('record') ?? '';
    const name = alert || record;
    if (alert && record) this.add(`rule \`${alert}\` is both an alert and a recording rule`, headOf(rule));
    else if (name === '') this.add('a rule has neither `alert` nor `record`', headOf(rule));
    const expr = rule.entry('expr');
    if ((rule.text('expr') ?? '').trim() === '')
      this.add(`rule \`${name}\` has no \`expr\``, expr?.keySpan ?? headOf(rule));
    this.duration(rule, 'for');
    this.duration(rule, 'keep_firing_for');
    this.strings(rule, 'labels');
    this.strings(rule, 'annotations');
    if (alert) this.#alert(rule, alert, seen);
    else if (record) this.#record(rule, record, expr);
  }

  #alert(rule: YamlMap, alert: string, seen: Map<string, number>): void {
    const labels = rule.map('labels');
    for (const entry of labels?.entries ?? [])
      if (entry.value.kind === 'scalar' && VALUE_IN_LABEL.test(entry.value.text))
        this.add(
          `label \`${entry.key}\` of \`${alert}\` holds the value, so every change of it is a new alert`,
          entry.value.span,
          'doubtful',
        );
    const pairs = (labels?.entries ?? []).map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : '']);
    const identity =
      this.#identities.get(rule) ??
      JSON.stringify([alert, rule.text('expr') ?? '', rule.text('for') ?? '', pairs.sort()]);
    this.#identities.set(rule, identity);
    // One fault however often it is repeated.
    if (seen.get(identity) === 1)
      this.add(
        `alert \`${alert}\` repeats an earlier one, with the same expression and labels`,
        headOf(rule),
        'doubtful',
      );
    seen.set(identity, (seen.get(identity) ?? 0) + 1);
  }

  #record(rule: YamlMap, record: string, expr: YamlEntry | undefined): void {
    for (const key of ALERT_ONLY) {
      const entry = rule.entry(key);
      if (entry && !isEmpty(entry.value)) this.add(`recording rule \`${record}\` has \`${key}\``, entry.keySpan);
    }
    if (expr?.value.kind !== 'scalar' || expr.value.text.trim() === '') return;
    if (expr.value.text.length > MAX_EXPRESSION_LENGTH) return;
    const plain = withoutVariables(expr.value.text);
    const { fault, unknownFunctions } = readPromql(plain.text);
    if (!fault || plain.replaced || unknownFunctions.length > 0) return;
    if (expr.value.text.includes('{{') || isLogql(expr.value.text, true) || looksLikeMetricsql(expr.value.text)) return;
    const from = expr.value.offsetAt(fault.from);
    this.add(`recording rule \`${record}\`: ${fault.what}`, [from, Math.max(from, expr.value.offsetAt(fault.to))]);
  }

  keys(map: YamlMap, known: ReadonlySet<string>, what: string): void {
    for (const entry of map.entries)
      if (!known.has(entry.key)) this.add(`\`${entry.key}\` is no key of a ${what}`, entry.keySpan, this.#loader);
  }

  duration(map: YamlMap, key: string): void {
    const value = map.get(key);
    if (!value || (value.kind === 'scalar' && value.isNull)) return;
    if (value.kind === 'scalar' && durationSeconds(value.text) !== undefined) return;
    const written = value.kind === 'scalar' ? value.text : value.kind;
    if (!/[${<]/.test(written)) this.add(`\`${key}: ${written}\` is no duration`, value.span);
  }

  strings(map: YamlMap, key: string): void {
    const value = map.get(key);
    if (!value || isEmpty(value)) return;
    if (value.kind !== 'map') this.add(`\`${key}\` is no mapping`, value.span);
    else
      for (const entry of value.entries)
        if (entry.value.kind !== 'scalar') this.add(`\`${key}.${entry.key}\` is no text`, entry.keySpan);
  }
}

function isEmpty(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.isNull || node.text === '';
  return (node.kind === 'map' ? node.entries : node.items).length === 0;
}
