import type { LimitFacts, PerformanceBudgetFacts, Span } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

export interface Budget {
  readonly form: PerformanceBudgetFacts['form'];
  readonly limits: readonly LimitFacts[];
  readonly why: string;
}

type Unit = LimitFacts['unit'];

/** The budgets that a JSON or YAML document states, in the formats of the tools that enforce them. */
export function budgetsIn(root: YamlNode, baseName: string): readonly Budget[] {
  const found: Budget[] = [];
  const add = (form: Budget['form'], limits: readonly LimitFacts[], why: string) => {
    if (limits.length > 0) found.push({ form, limits, why });
  };
  if (root.kind === 'seq') {
    if (/size-limit/.test(baseName)) add('size-limit', sizes(root.items, 'limit'), 'entries of size-limit');
    else
      add(
        'lighthouse',
        root.items.flatMap((item) => (item.kind === 'map' ? lighthouseBudget(item) : [])),
        'a Lighthouse budget',
      );
    return found;
  }
  if (root.kind !== 'map') return found;
  add('lighthouse', assertions(root), 'assertions of Lighthouse CI');
  add('size-limit', sizes(root.items('size-limit'), 'limit'), 'size-limit in the package');
  const bundles =
    root.get('bundlesize') ?? root.get('bundlewatch') ?? (/bundle(?:size|watch)/.test(baseName) ? root : undefined);
  if (bundles)
    add(
      'bundlesize',
      sizes(bundles.kind === 'map' ? bundles.items('files') : bundles.kind === 'seq' ? bundles.items : [], 'maxSize'),
      'sizes of bundles',
    );
  if (baseName === 'angular.json' || baseName === 'project.json')
    add('bundler', angularBudgets(root), 'budgets of the build');
  return found;
}

const limit = (name: string, value: YamlNode, unit: Unit): LimitFacts[] =>
  value.kind === 'scalar' && !value.isNull && value.text !== ''
    ? [{ name, limit: value.text, unit, at: value.span }]
    : [];

function sizes(items: readonly YamlNode[], key: string): LimitFacts[] {
  return items.flatMap((item) => {
    const value = item.kind === 'map' ? item.get(key) : undefined;
    if (item.kind !== 'map' || !value) return [];
    const isTime = value.kind === 'scalar' && /\d\s*m?s$/i.test(value.text);
    return limit(item.text('name') ?? item.text('path') ?? '', value, isTime ? 'time' : 'size');
  });
}

/** One entry of Lighthouse's `budget.json`. */
function lighthouseBudget(entry: YamlMap): LimitFacts[] {
  const of = (list: string, name: string, unit: Unit) =>
    entry.items(list).flatMap((item) => {
      const value = item.kind === 'map' ? item.get('budget') : undefined;
      return item.kind === 'map' && value ? limit(item.text(name) ?? '', value, unit) : [];
    });
  return [
    ...of('timings', 'metric', 'time'),
    ...of('resourceSizes', 'resourceType', 'size'),
    ...of('resourceCounts', 'resourceType', 'other'),
  ];
}

/** Assertions of Lighthouse CI that name a figure; a preset alone states none. */
function assertions(root: YamlMap): LimitFacts[] {
  const assert = (root.map('ci') ?? root).map('assert');
  const lists = [
    assert?.map('assertions'),
    ...(assert?.items('assertMatrix') ?? []).map((item) => (item.kind === 'map' ? item.map('assertions') : undefined)),
  ];
  return lists.flatMap((list) =>
    (list?.entries ?? []).flatMap(({ key, value }) => {
      const options = value.kind === 'seq' ? value.items[1] : value;
      if (options?.kind !== 'map') return [];
      const score = options.get('minScore');
      const figure = options.get('maxNumericValue') ?? options.get('maxLength');
      if (figure) return limit(key, figure, /^resource-summary|byte-weight|size/.test(key) ? 'size' : 'time');
      return score && /performance|speed|paint|interactive|shift|blocking/.test(key) ? limit(key, score, 'score') : [];
    }),
  );
}

/** Deep enough for `projects.*.architect.build.configurations.*.budgets`. */
const MAX_DEPTH = 10;

function angularBudgets(root: YamlMap, depth = 0): LimitFacts[] {
  if (depth > MAX_DEPTH) return [];
  return root.entries.flatMap(({ key, value }) => {
    if (value.kind === 'map') return angularBudgets(value, depth + 1);
    if (key !== 'budgets' || value.kind !== 'seq') return [];
    return value.items.flatMap((item) => {
      const figure = item.kind === 'map' ? (item.get('maximumError') ?? item.get('maximumWarning')) : undefined;
      return item.kind === 'map' && figure ? limit(item.text('name') ?? item.text('type') ?? '', figure, 'size') : [];
    });
  });
}

export const spanAt = (start: number, length: number): Span => [start, start + length];
