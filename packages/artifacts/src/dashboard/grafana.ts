import type { DashboardFacts } from '@shipworthy/model';
import { bareName, dataSourcesOf, isBuiltIn } from './data-sources.ts';
import { fieldOf, isObject, type Json, type Located, listOf, objectsIn, type Path, textOf } from './located.ts';
import { promqlFault } from './queries.ts';
import { variablesIn } from './variables.ts';

/** Panels that draw what a query answers. Others (texts, lists, those of plugins) may do without one. */
const DRAWS =
  /^(?:timeseries|graph|stat|singlestat|gauge|bargauge|table|table-old|heatmap|barchart|piechart|histogram|state-timeline|status-history|xychart|trend|logs)$/;
/** Deep enough for rows in rows; Grafana nests one level. */
const MAX_NESTING = 4;
/** Panels that are looked at in one dashboard. */
const MAX_PANELS = 2000;

interface Panel {
  readonly panel: Json;
  readonly path: Path;
}

/** Is it a dashboard as Grafana keeps one: lists of panels or rows, and something only dashboards have? */
export function isGrafana(value: Json): boolean {
  const drawn = [...objectsIn(value.panels), ...objectsIn(value.rows)];
  if (!Array.isArray(value.panels) && !Array.isArray(value.rows)) return false;
  if (isObject(value.templating) || isObject(value.annotations) || isObject(value.timepicker))
    return drawn.length > 0 || value.schemaVersion !== undefined;
  if (value.schemaVersion !== undefined && textOf(value.title) !== undefined)
    return drawn.some(isPanel) || drawn.length === 0;
  return (
    drawn.length > 0 &&
    drawn.every(isPanel) &&
    drawn.some((panel) => isObject(panel.gridPos) || Array.isArray(panel.targets))
  );
}

const isPanel = (value: Json): boolean =>
  isObject(value.gridPos) ||
  Array.isArray(value.targets) ||
  Array.isArray(value.panels) ||
  textOf(value.type) !== undefined;

/** Facts of such a dashboard, below `base` of the text. `filled`: inputs that its carrier fills. */
export function grafanaFacts(
  dashboard: Json,
  base: Path,
  source: Located,
  carrier: DashboardFacts['carrier'],
  filled: ReadonlySet<string> = new Set(),
): DashboardFacts {
  const sources = dataSourcesOf(dashboard);
  const defined = new Set(
    objectsIn(fieldOf(dashboard.templating, 'list')).map((variable) => textOf(variable.name) ?? ''),
  );
  const inputs = new Set(objectsIn(dashboard.__inputs).map((input) => textOf(input.name) ?? ''));
  const openInputs = new Map<string, Path>();
  const undefinedVariables = new Map<string, { readonly panel: string; readonly path: Path }>();
  const silent: { panel: string; path: Path }[] = [];
  const faults: { panel: string; what: string; path: Path }[] = [];
  const judged = new Map<string, string | undefined>();
  let [drawn, queries] = [0, 0];
  const asks = (named: unknown, path: Path) => {
    const name = bareName(textOf(named) ?? textOf(fieldOf(named, 'uid')) ?? '');
    if (inputs.has(name) && !defined.has(name) && !filled.has(name) && !openInputs.has(name))
      openInputs.set(name, path);
  };
  for (const { panel, path } of panelsOf(dashboard, base)) {
    const title = textOf(panel.title) ?? '';
    const targets = listOf(panel.targets);
    asks(panel.datasource, [...path, 'datasource']);
    if (DRAWS.test(textOf(panel.type) ?? '')) {
      drawn++;
      if (isSilent(panel, targets)) silent.push({ panel: title, path });
    }
    targets.forEach((target, index) => {
      if (!isObject(target)) return;
      const at = [...path, 'targets', index];
      asks(target.datasource, [...at, 'datasource']);
      const query = textOf(target.expr);
      if (query === undefined) return;
      queries++;
      // What a hidden query finds is not shown, and neither is what is wrong with it.
      if (target.hide === true) return;
      const named =
        isMixed(panel.datasource) || isObject(target.datasource)
          ? target.datasource
          : (target.datasource ?? panel.datasource);
      if (!sources.isPrometheus(named)) return;
      for (const name of variablesIn(query))
        if (!defined.has(name) && !inputs.has(name) && !undefinedVariables.has(name))
          undefinedVariables.set(name, { panel: title, path: [...at, 'expr'] });
      if (!judged.has(query)) judged.set(query, promqlFault(query)?.what);
      const what = judged.get(query);
      if (what !== undefined) faults.push({ panel: title, what, path: [...at, 'expr'] });
    });
  }
  const uid = textOf(dashboard.uid);
  return {
    dialect: 'grafana',
    carrier,
    ...(uid !== undefined && { uid }),
    openInputs: [...openInputs].map(([name, path]) => ({ name, at: source.locate(path) })),
    panels: drawn,
    silent: silent.map(({ panel, path }) => ({ panel, at: source.locate(path) })),
    queries,
    faults: faults.map(({ panel, what, path }) => ({ panel, what, at: source.locate(path) })),
    undefinedVariables: [...undefinedVariables].map(([name, { panel, path }]) => ({
      name,
      panel,
      at: source.locate(path),
    })),
  };
}

const isMixed = (named: unknown): boolean => /mixed/i.test(textOf(named) ?? textOf(fieldOf(named, 'uid')) ?? '');

/** Draws data, and neither asks for it nor takes it from elsewhere. */
function isSilent(panel: Json, targets: readonly unknown[]): boolean {
  if (targets.length > 0 || isBuiltIn(panel.datasource)) return false;
  return !['libraryPanel', 'snapshotData', 'repeatPanelId', 'scopedVars', 'queries'].some(
    (key) => panel[key] !== undefined,
  );
}

/** Panels in order, those in rows included. */
function panelsOf(dashboard: Json, base: Path): readonly Panel[] {
  const found: Panel[] = [];
  const visit = (list: unknown, path: Path, depth: number) => {
    if (depth > MAX_NESTING) return;
    listOf(list).forEach((panel, index) => {
      if (!isObject(panel) || found.length >= MAX_PANELS) return;
      const at = [...path, index];
      if (Array.isArray(panel.panels)) visit(panel.panels, [...at, 'panels'], depth + 1);
      if (panel.type !== 'row' && !(panel.type === undefined && Array.isArray(panel.panels)))
        found.push({ panel, path: at });
    });
  };
  visit(dashboard.panels, [...base, 'panels'], 0);
  visit(dashboard.rows, [...base, 'rows'], 0);
  return found;
}
