import type { DashboardFacts } from '@shipworthy/model';
import { fieldOf, isObject, type Json, objectsIn, textOf } from './located.ts';

type Carrier = DashboardFacts['carrier'];

/** Facts of a dashboard whose queries are not looked at. */
export function plainFacts(
  dialect: DashboardFacts['dialect'],
  carrier: Carrier,
  panels: number,
  uid?: string,
): DashboardFacts {
  return {
    dialect,
    carrier,
    ...(uid !== undefined && { uid }),
    openInputs: [],
    panels,
    silent: [],
    queries: 0,
    faults: [],
    undefinedVariables: [],
  };
}

/** What a value is besides Grafana's first format; `undefined` when it is no dashboard. */
export function otherDashboard(
  value: Json,
  carrier: Carrier,
): { readonly facts: DashboardFacts; readonly title?: string } | undefined {
  const spec = isObject(value.spec) ? value.spec : {};
  const name = textOf(fieldOf(value.metadata, 'name'));
  const kind = textOf(value.kind);
  if (/^dashboard\.grafana\.app\//.test(textOf(value.apiVersion) ?? '') || isSecondGrafana(value)) {
    const holder = isSecondGrafana(value) ? value : spec;
    const panels = isObject(holder.elements) ? Object.keys(holder.elements).length : objectsIn(holder.panels).length;
    return titled(plainFacts('grafana-v2', carrier, panels, name), textOf(holder.title) ?? name);
  }
  if (kind === 'PersesDashboard' || (kind === 'Dashboard' && isObject(spec.panels))) {
    const inner = isObject(spec.config) ? spec.config : spec;
    if (!isObject(inner.panels)) return undefined;
    const title = textOf(fieldOf(inner.display, 'name')) ?? name;
    return titled(
      plainFacts('perses', kind === 'Dashboard' ? 'file' : 'object', Object.keys(inner.panels).length, name),
      title,
    );
  }
  const layout = GOOGLE_LAYOUTS.map((key) => value[key]).find(isObject);
  if (layout && textOf(value.displayName) !== undefined)
    return titled(
      plainFacts('google', carrier, objectsIn(layout.tiles ?? layout.widgets ?? layout.rows ?? layout.columns).length),
      textOf(value.displayName),
    );
  const ofPages = objectsIn(value.pages).flatMap((page) => objectsIn(page.widgets));
  if (ofPages.some(({ visualization }) => isObject(visualization)))
    return titled(plainFacts('new-relic', carrier, ofPages.length), textOf(value.name));
  const widgets = objectsIn(value.widgets);
  if (widgets.length === 0) return undefined;
  if (textOf(value.layout_type) !== undefined && widgets.some(({ definition }) => isObject(definition)))
    return titled(plainFacts('datadog', carrier, widgets.length, textOf(value.id)), textOf(value.title));
  if (
    widgets.some(
      ({ type, properties }) => /^(?:metric|log|alarm|explorer)$/.test(textOf(type) ?? '') && isObject(properties),
    )
  )
    return { facts: plainFacts('cloudwatch', carrier, widgets.length) };
  return undefined;
}

/** How Google's Cloud Monitoring arranges a dashboard, one of these. */
const GOOGLE_LAYOUTS = ['mosaicLayout', 'gridLayout', 'rowLayout', 'columnLayout'];

/** Grafana's second format outside of an object: elements by name, and a layout that places them. */
const isSecondGrafana = (value: Json): boolean =>
  isObject(value.elements) &&
  isObject(value.layout) &&
  textOf(value.title) !== undefined &&
  value.apiVersion === undefined;

const titled = (facts: DashboardFacts, title: string | undefined) => ({ facts, ...(title !== undefined && { title }) });
