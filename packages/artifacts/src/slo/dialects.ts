import type { ObjectiveFacts, SloFacts } from '@shipworthy/model';
import { isUnknown, type SourceText } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { draft, namesIn, percent, share, take } from './objective.ts';

/** Sloth's own, where nothing else is set. */
const SLOTH_WINDOW = '30d';

export interface SloDocument {
  readonly form: SloFacts['form'];
  readonly why: string;
  readonly objectives: readonly ObjectiveFacts[];
}

/** The objectives of one YAML document in a format of its own; `undefined` when it is none. */
export function objectivesIn(root: YamlMap, text: SourceText): SloDocument | undefined {
  const apiVersion = root.text('apiVersion') ?? '';
  const kind = root.text('kind');
  if (/^prometheus\/v\d/.test(root.text('version') ?? '') && root.has('slos'))
    return { form: 'sloth', why: 'version prometheus/v1 with slos', objectives: slothObjectives(root, text) };
  const spec = root.map('spec');
  if (!spec) return undefined;
  if (kind === 'PrometheusServiceLevel')
    return { form: 'sloth', why: 'kind PrometheusServiceLevel', objectives: slothObjectives(spec, text) };
  if (kind === 'ServiceLevelObjective' && /^pyrra\.dev\//.test(apiVersion))
    return {
      form: 'pyrra',
      why: 'kind ServiceLevelObjective of Pyrra',
      objectives: [pyrraObjective(root, spec, text)],
    };
  if (kind !== 'SLO' && kind !== 'ServiceLevelObjective') return undefined;
  if (/^(?:openslo(?:\.com)?|n9|sre\.google\.com)\//.test(apiVersion))
    return {
      form: apiVersion.startsWith('n9/') ? 'nobl9' : 'openslo',
      why: `kind ${kind} of ${apiVersion}`,
      objectives: openObjectives(root, spec, text),
    };
  return undefined;
}

function slothObjectives(holder: YamlMap, text: SourceText): ObjectiveFacts[] {
  const service = holder.text('service');
  return holder.items('slos').flatMap((item) => {
    if (item.kind !== 'map') return [];
    const objective = draft(item, text);
    const sli = item.map('sli');
    const target = percent(take(objective, item, 'objective', 'target', text));
    const indicator =
      sli !== undefined &&
      ['events', 'raw', 'plugin', 'denominator_corrected', 'denominatorCorrected'].some((key) => sli.has(key));
    const name = take(objective, item, 'name', 'name', text) ?? '';
    return {
      ...objective,
      name,
      ...(service !== undefined && { service }),
      ...(target !== undefined && { target }),
      window: SLOTH_WINDOW,
      indicator,
      latency: saysLatency(item, name, text),
      alerting: slothAlerting(item.map('alerting')),
    };
  });
}

/** Sloth writes a page and a ticket alert for each objective, unless both are turned off. */
function slothAlerting(alerting: YamlMap | undefined): ObjectiveFacts['alerting'] {
  const isOff = (snake: string, camel: string) =>
    (alerting?.map(snake) ?? alerting?.map(camel))?.text('disable') === 'true';
  return isOff('page_alert', 'pageAlert') && isOff('ticket_alert', 'ticketAlert') ? 'off' : 'generated';
}

function pyrraObjective(root: YamlMap, spec: YamlMap, text: SourceText): ObjectiveFacts {
  const objective = draft(root, text);
  const target = percent(take(objective, spec, 'target', 'target', text));
  const window = take(objective, spec, 'window', 'window', text);
  const indicator = spec.map('indicator');
  const kinds = ['ratio', 'latency', 'latencyNative', 'bool_gauge', 'boolGauge'].filter((key) => indicator?.has(key));
  const off = spec.map('alerting')?.text('disabled') === 'true';
  return {
    ...objective,
    name: take(objective, root.map('metadata'), 'name', 'name', text) ?? '',
    ...(target !== undefined && { target }),
    ...(window !== undefined && { window }),
    indicator: kinds.length > 0,
    latency: kinds.some((key) => key.startsWith('latency')),
    alerting: off ? 'off' : 'generated',
  };
}

/** OpenSLO and what grew from it: one document holds several targets of one name. */
function openObjectives(root: YamlMap, spec: YamlMap, text: SourceText): ObjectiveFacts[] {
  const name = root.map('metadata')?.text('name') ?? '';
  const window = windowOf(spec);
  const policies = namesIn(spec.items('alertPolicies'));
  const ofDocument = ['indicator', 'indicatorRef', 'serviceLevelIndicator', 'service_level_indicator', 'method'].some(
    (key) => spec.has(key),
  );
  const goals: readonly YamlNode[] = spec.has('goal') ? [spec] : spec.items('objectives');
  return goals.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const objective = draft(item === spec ? root : item, text);
    const target =
      share(take(objective, item, 'target', 'target', text) ?? take(objective, item, 'goal', 'target', text)) ??
      percent(take(objective, item, 'targetPercent', 'target', text));
    const measured = [
      'ratioMetrics',
      'ratioMetric',
      'countMetrics',
      'rawMetric',
      'indicator',
      'indicatorRef',
      'composite',
    ].some((key) => item.has(key));
    const label = item === spec ? undefined : (item.text('name') ?? item.text('displayName'));
    const own = namesIn(item.items('alertPolicies'));
    const all = [...policies, ...own];
    // Google's generator takes windows and alerts from an error budget policy in a file of its own.
    if (item === spec && spec.has('goal')) objective.templated.push('window', 'alerting');
    return {
      ...objective,
      name: label === undefined ? name : `${name} ${label}`,
      ...(target !== undefined && { target }),
      ...(window !== undefined && { window }),
      indicator: ofDocument || measured,
      latency: saysLatency(item, name, text),
      alerting: all.length > 0 ? ('named' as const) : ('none' as const),
      policies: all,
    };
  });
}

function windowOf(spec: YamlMap): string | undefined {
  for (const key of ['timeWindow', 'timeWindows', 'window', 'frequency']) {
    const value = spec.get(key);
    if (value?.kind === 'scalar' && !value.isNull) return value.text;
    const item = value?.kind === 'seq' ? value.items[0] : value;
    if (item?.kind !== 'map') continue;
    const duration = item.text('duration');
    const [count, unit] = [item.text('count') ?? '', item.text('unit') ?? ''];
    if (duration !== undefined) return duration;
    if (unit !== '') return `${count} ${unit}`.trim();
    if (item.has('calendar')) return 'calendar';
  }
  return undefined;
}

function saysLatency(node: YamlNode, name: string, text: SourceText): boolean {
  if (/latenc|duration|response.?time|fast|slow/i.test(name)) return true;
  if (isUnknown(text, node)) return false;
  return /\b\w*(?:latency|duration)\w*_(?:seconds_)?bucket\b|\ble=/.test(text.parsed.slice(...node.span));
}
