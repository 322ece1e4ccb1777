import type { Span } from '@shipworthy/model';
import type { YamlMap, YamlNode, YamlScalar } from '../formats/yaml/index.ts';

/** A list of rules of which at least one is an alert, wherever it stands. */
export interface RuleList {
  readonly form: 'prometheus' | 'grafana';
  readonly items: readonly YamlNode[];
  /** The mapping that holds the list, if it is a group. */
  readonly group?: YamlMap;
  readonly groupName: string;
  readonly depth: number;
}

/** A string that holds a rule file. */
export interface HeldFile {
  readonly value: YamlScalar;
  readonly keySpan: Span;
}

export interface Found {
  readonly lists: readonly RuleList[];
  readonly held: readonly HeldFile[];
}

/** Deep enough for a chart's values that wrap a rule file; real ones need seven. */
const MAX_SEARCH_DEPTH = 14;
/** Nodes looked at in one document. */
const MAX_VISITED = 300_000;
const MAX_HELD_FILES = 100;

/** Objects that describe or use alerts without being any. */
const NOT_RULES = new Set(['CustomResourceDefinition', 'ClusterServiceVersion', 'AlertmanagerConfig', 'ConfigMapList']);

/** Every list of rules in a document, in order. Content decides: an item names an alert and its expression. */
export function findRules(root: YamlNode): Found {
  const lists: RuleList[] = [];
  const held: HeldFile[] = [];
  if (root.kind === 'map') {
    if (NOT_RULES.has(root.text('kind') ?? '') || isUnitTest(root)) return { lists, held };
    if (isAlert(root, true)) return { lists: [{ form: 'prometheus', items: [root], groupName: '', depth: 0 }], held };
  }
  let budget = MAX_VISITED;
  const visit = (node: YamlNode, depth: number, parent: YamlMap | undefined, key: string, keySpan: Span): void => {
    if (depth > MAX_SEARCH_DEPTH || budget-- <= 0) return;
    if (node.kind === 'scalar') {
      if (held.length < MAX_HELD_FILES && holdsRules(node)) held.push({ value: node, keySpan });
    } else if (node.kind === 'seq') {
      const form = formOf(node.items, key === 'rules');
      if (form) {
        const group = key === 'rules' ? parent : undefined;
        const name = group?.text('name') ?? (key === 'rules' ? '' : key);
        lists.push({ form, items: node.items, ...(group && { group }), groupName: name, depth });
      } else for (const item of node.items) visit(item, depth + 1, undefined, key, keySpan);
    } else {
      if (node.text('kind') === 'CustomResourceDefinition') return;
      for (const entry of node.entries) visit(entry.value, depth + 1, node, entry.key, entry.keySpan);
    }
  };
  visit(root, 0, undefined, '', root.span);
  return { lists, held };
}

/** A promtool test: its expectations look like alerts and are none. */
function isUnitTest(root: YamlMap): boolean {
  return root.has('tests') && (root.has('rule_files') || root.has('evaluation_interval'));
}

function formOf(items: readonly YamlNode[], inRules: boolean): RuleList['form'] | undefined {
  for (const item of items) {
    if (item.kind !== 'map') continue;
    if (isAlert(item, !inRules)) return 'prometheus';
    if (isGrafanaAlert(item)) return 'grafana';
  }
  return undefined;
}

/** Below a `rules` key a missing expression is a fault of the alert; elsewhere it means that this is no alert. */
export function isAlert(node: YamlNode, needsExpression: boolean): node is YamlMap {
  return (
    node.kind === 'map' &&
    node.get('alert')?.kind === 'scalar' &&
    (node.has('expr') || (!needsExpression && (node.has('labels') || node.has('annotations') || node.has('for'))))
  );
}

export function isGrafanaAlert(node: YamlNode): node is YamlMap {
  return (
    node.kind === 'map' &&
    node.get('title')?.kind === 'scalar' &&
    node.get('condition')?.kind === 'scalar' &&
    node.get('data')?.kind === 'seq'
  );
}

const MINIMAL_RULE_FILE = 'groups:\n- rules:\n  - alert: x'.length;

function holdsRules(node: YamlScalar): boolean {
  if (node.style === 'plain' || node.span[1] - node.span[0] < MINIMAL_RULE_FILE) return false;
  const text = node.text;
  return text.includes('groups') && text.includes('expr') && /^[ -]*["']?alert["']?:/m.test(text);
}
