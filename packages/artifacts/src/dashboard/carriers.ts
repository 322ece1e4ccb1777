import type { DashboardFacts, ReadProblem, Span } from '@shipworthy/model';
import { isUnknown, type SourceText, withoutPadding } from '../formats/template/index.ts';
import { toPlain, type YamlMap, type YamlNode, type YamlScalar } from '../formats/yaml/index.ts';
import { dashboardIn, type FoundDashboard } from './dashboard-in.ts';
import { isObject, type Located, readJsonText, spanIn } from './located.ts';
import { plainFacts } from './other-dialects.ts';
import { untemplated } from './untemplated.ts';

export interface Carried extends FoundDashboard {
  readonly at: Span;
  readonly level: Located['level'];
  /** Under which key it is held, or the name of the object. */
  readonly name: string;
}

export interface Carrying {
  readonly dashboards: readonly Carried[];
  readonly problems: readonly ReadProblem[];
}

/** Nodes of a document that are looked at in search of dashboards. */
const MAX_VISITED = 50_000;
const MAX_SEARCH_DEPTH = 12;
const MINIMAL_DASHBOARD = '{"panels":[],"title":"x"}'.length;

/** The dashboards of one YAML document: itself, an object of Kubernetes, or texts that it holds. */
export function carriedBy(root: YamlNode, text: SourceText): Carrying {
  const dashboards: Carried[] = [];
  const problems: ReadProblem[] = [];
  let budget = MAX_VISITED;
  const object = (map: YamlMap, key: string, isMember: boolean): boolean => {
    const kind = map.text('kind');
    const name = nameOf(map, text) ?? key;
    if (kind === 'CustomResourceDefinition') return true;
    const spec = map.map('spec');
    if (kind === 'GrafanaDashboard' && spec && !spec.has('json')) {
      if (IMPORTS.some((key) => spec.has(key)))
        dashboards.push({
          facts: plainFacts('imported', 'object', 0),
          why: 'an object that names a dashboard',
          ...(name !== '' && { title: name }),
          name,
          at: text.place(map.span),
          level: text.level,
        });
      return true;
    }
    if (!mayBeDashboard(map) || (isMember && kind === undefined && isFragment(map))) return false;
    const source = {
      value: plainOf(map),
      locate: (path: Parameters<Located['locate']>[0]) => text.place(spanIn(map, path)),
      level: text.level,
    };
    const found = dashboardIn(source, kind === undefined ? 'file' : 'object');
    if (found) dashboards.push({ ...found, name, at: text.place(map.span), level: text.level });
    return found !== undefined;
  };
  const visit = (node: YamlNode, depth: number, key: string, holder: YamlMap | undefined, keySpan: Span): void => {
    if (depth > MAX_SEARCH_DEPTH || budget-- <= 0) return;
    if (node.kind === 'map') {
      if (object(node, key, depth > 0)) return;
      const kind = node.text('kind');
      for (const entry of node.entries)
        visit(entry.value, depth + 1, entry.key, kind === undefined ? holder : node, entry.keySpan);
    } else if (node.kind === 'seq') for (const item of node.items) visit(item, depth + 1, key, holder, keySpan);
    else if (holdsDashboard(node)) {
      const held = heldDashboard(node, key, holder, text, keySpan);
      if ('problem' in held) problems.push(held.problem);
      else if (held.dashboard) dashboards.push(held.dashboard);
    }
  };
  visit(root, 0, '', undefined, root.span);
  return { dashboards, problems };
}

/** Where an object may take its dashboard from instead of holding it. */
const IMPORTS = ['url', 'grafanaCom', 'gzipJson', 'jsonnet', 'jsonnetLib', 'configMapRef', 'jsonUrl'];
/** A part of a file that has none of these is a row or a list of panels, from which a program makes dashboards. */
const OF_A_WHOLE = ['uid', 'schemaVersion', 'templating', 'dashboard', 'apiVersion'];
const isFragment = (map: YamlMap): boolean => !map.text('title') && !OF_A_WHOLE.some((key) => map.has(key));

const SHAPES = ['panels', 'rows', 'elements', 'widgets', 'dashboard'];

function mayBeDashboard(map: YamlMap): boolean {
  if (SHAPES.some((key) => map.has(key))) return true;
  const spec = map.has('kind') ? map.map('spec') : undefined;
  return spec !== undefined && [...SHAPES, 'config'].some((key) => spec.has(key));
}

function plainOf(map: YamlMap): Located['value'] {
  const value: unknown = toPlain(map);
  return isObject(value) ? value : {};
}

/** The text of a scalar that may be a dashboard in JSON. */
function holdsDashboard(node: YamlScalar): boolean {
  if (node.style === 'plain' || node.span[1] - node.span[0] < MINIMAL_DASHBOARD) return false;
  return /"(?:panels|rows|elements)"\s*:/.test(node.text) && /^\s*(?:\{|\{\{)/.test(node.text);
}

function heldDashboard(
  node: YamlScalar,
  key: string,
  holder: YamlMap | undefined,
  text: SourceText,
  keySpan: Span,
): { readonly dashboard: Carried | undefined } | { readonly problem: ReadProblem } {
  const masked = isUnknown(text, node);
  const written = masked ? node.textIn(text.original) : withoutPadding(node.text);
  const isExact = !masked && written === node.text;
  const place = ([start, end]: Span): Span =>
    text.place(isExact ? [node.offsetAt(start), node.offsetAt(end)] : keySpan);
  const kind = holder?.text('kind');
  const carrier: DashboardFacts['carrier'] =
    kind === 'ConfigMap' && !isForConsole(holder) ? 'config-map' : kind === undefined ? 'values' : 'object';
  let read = readJsonText(written, place, isExact ? text.level : 'tolerant');
  if ('fault' in read && written.includes('{{')) {
    const again = readJsonText(untemplated(written), () => text.place(keySpan), 'tolerant');
    if ('fault' in again)
      return MEANT.test(written)
        ? { dashboard: { ...unread(carrier), name: key, at: text.place(node.span), level: 'scraped' } }
        : { dashboard: undefined };
    read = again;
  }
  if ('fault' in read)
    return {
      problem: { kind: 'dashboard', what: `${key}: ${read.fault.what}`, at: read.fault.at, effect: read.fault.effect },
    };
  const found = dashboardIn(read.object, carrier, filledBy(holder));
  if (!found) return { dashboard: undefined };
  const name = kind === 'GrafanaDashboard' ? ((holder && nameOf(holder, text)) ?? key) : key;
  return { dashboard: { ...found, name, at: text.place(node.span), level: read.object.level } };
}

/** Strong enough to say of a text that no parser reads that it was meant as a dashboard. */
const MEANT = /"(?:gridPos|schemaVersion|templating)"\s*:/;

const unread = (carrier: DashboardFacts['carrier']): FoundDashboard => ({
  facts: plainFacts('grafana', carrier, 0),
  why: 'words that only dashboards of Grafana have, in a template',
});

/** The name of an object, unless a template fills it in. */
function nameOf(object: YamlMap, text: SourceText): string | undefined {
  const node = object.map('metadata')?.get('name');
  return node?.kind === 'scalar' && !node.isNull && !isUnknown(text, node) ? node.text : undefined;
}

/** OpenShift's own console shows dashboards by the name of their object, and knows no uid. */
const isForConsole = (holder: YamlMap | undefined): boolean =>
  holder?.map('metadata')?.map('labels')?.has('console.openshift.io/dashboard') ?? false;

/** Inputs that the operator's object fills: `datasources: [{ inputName, datasourceName }]`. */
function filledBy(holder: YamlMap | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of holder?.map('spec')?.items('datasources') ?? [])
    if (item.kind === 'map') names.add(item.text('inputName') ?? '');
  return names;
}
