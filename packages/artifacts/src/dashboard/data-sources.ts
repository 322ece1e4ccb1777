import { fieldOf, type Json, objectsIn, textOf } from './located.ts';

/** Types of data sources that are asked in PromQL; services of clouds have their own. */
const PROMETHEUS = /^(?:prometheus|grafana-(?:amazon|azure)prometheus-datasource)$/;
/** Data that Grafana makes itself, or takes from another panel. */
const BUILT_IN = /^(?:-- (?:Grafana|Dashboard) --|grafana|dashboard)$/i;

/** How the data sources that a dashboard names are told apart. */
export interface DataSources {
  isPrometheus(named: unknown): boolean;
}

export function isBuiltIn(named: unknown): boolean {
  const names = [textOf(named), textOf(fieldOf(named, 'uid')), textOf(fieldOf(named, 'type'))];
  return names.some((name) => name !== undefined && (BUILT_IN.test(name) || name === 'datasource'));
}

/** The data sources of a dashboard: by its variables and by what it asks for on import. */
export function dataSourcesOf(dashboard: Json): DataSources {
  const types = new Map<string, string>();
  for (const variable of objectsIn(fieldOf(dashboard.templating, 'list')))
    if (variable.type === 'datasource') types.set(textOf(variable.name) ?? '', textOf(variable.query) ?? '');
  for (const input of objectsIn(dashboard.__inputs))
    if (input.type === 'datasource') types.set(textOf(input.name) ?? '', textOf(input.pluginId) ?? '');
  const typeOf = (name: string | undefined) => types.get(bareName(name ?? ''));
  return {
    isPrometheus(named) {
      const type =
        typeof named === 'string'
          ? typeOf(named)
          : (textOf(fieldOf(named, 'type')) ?? typeOf(textOf(fieldOf(named, 'uid'))));
      return type !== undefined && PROMETHEUS.test(type);
    },
  };
}

/** `${DS_PROMETHEUS}`, `$datasource` and `[[datasource]]` without what makes them variables. */
export function bareName(name: string): string {
  return /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/.exec(name)?.slice(1).find(Boolean) ?? '';
}
