import type { Span } from '@shipworthy/model';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';

/** A routing configuration, wherever in a document it stands. */
export interface RoutingConfig {
  readonly form: 'alertmanager' | 'alertmanager-config' | 'grafana';
  readonly node: YamlMap;
}

export interface HeldConfig {
  readonly value: YamlScalar;
  readonly keySpan: Span;
  /** Decoded from base64. */
  readonly decoded?: string;
}

export interface FoundRouting {
  readonly configs: readonly RoutingConfig[];
  readonly held: readonly HeldConfig[];
}

const MAX_SEARCH_DEPTH = 8;
const MAX_VISITED = 100_000;
const MAX_HELD_CONFIGS = 20;
const CONFIG_FILE = /alertmanager[\w.-]{0,100}\.ya?ml$/i;
const HELD_CONFIG = /^[ \t]*["']?route["']?\s*:/m;
const HELD_RECEIVERS = /^[ \t]*["']?receivers["']?\s*:/m;

/** Every routing configuration of a document. */
export function findRouting(root: YamlNode): FoundRouting {
  const configs: RoutingConfig[] = [];
  const held: HeldConfig[] = [];
  let budget = MAX_VISITED;
  const visit = (node: YamlNode, depth: number, key: string, keySpan: Span): void => {
    if (depth > MAX_SEARCH_DEPTH || budget-- <= 0) return;
    if (node.kind === 'seq') for (const item of node.items) visit(item, depth + 1, key, keySpan);
    else if (node.kind === 'scalar') {
      const config = heldConfig(node, key, keySpan);
      if (config && held.length < MAX_HELD_CONFIGS) held.push(config);
    } else {
      const form = formOf(node);
      if (form === 'none') return;
      if (form) configs.push({ form, node });
      else for (const entry of node.entries) visit(entry.value, depth + 1, entry.key, entry.keySpan);
    }
  };
  visit(root, 0, '', root.span);
  return { configs, held };
}

function formOf(node: YamlMap): RoutingConfig['form'] | 'none' | undefined {
  const kind = node.text('kind');
  if (kind === 'CustomResourceDefinition' || kind === 'ClusterServiceVersion') return 'none';
  if (kind === 'AlertmanagerConfig') return node.map('spec') ? 'alertmanager-config' : 'none';
  if (isAlertmanager(node)) return 'alertmanager';
  if (node.has('apiVersion') && (isContactPoints(node) || isPolicies(node))) return 'grafana';
  return undefined;
}

/** OpenTelemetry collectors have receivers too, but as a mapping and without a route. */
function isAlertmanager(node: YamlMap): boolean {
  const route = node.map('route');
  const receivers = node.items('receivers');
  return (
    route !== undefined &&
    (route.has('receiver') || route.has('routes') || route.has('group_by')) &&
    receivers.length > 0 &&
    receivers.every((receiver) => receiver.kind === 'map' && receiver.has('name'))
  );
}

function isContactPoints(node: YamlMap): boolean {
  return node.items('contactPoints').some((item) => item.kind === 'map' && item.get('receivers')?.kind === 'seq');
}

function isPolicies(node: YamlMap): boolean {
  return node.items('policies').some((item) => item.kind === 'map' && item.get('receiver')?.kind === 'scalar');
}

function heldConfig(value: YamlScalar, key: string, keySpan: Span): HeldConfig | undefined {
  if (value.style !== 'plain') {
    const text = value.text;
    if (HELD_CONFIG.test(text) && HELD_RECEIVERS.test(text)) return { value, keySpan };
  }
  if (!CONFIG_FILE.test(key)) return undefined;
  const decoded = Buffer.from(value.text, 'base64').toString('utf8');
  return HELD_CONFIG.test(decoded) && HELD_RECEIVERS.test(decoded) ? { value, keySpan, decoded } : undefined;
}
