import type { ObjectiveFacts, Span } from '@shipworthy/model';
import { isUnknown, type SourceText, scalarText, valueSpan } from '../formats/template/index.ts';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';

type Draft = { -readonly [K in keyof ObjectiveFacts]: ObjectiveFacts[K] } & {
  templated: string[];
  spans: Record<string, Span>;
};

/** An objective of which nothing is known but where it stands. */
export function draft(map: YamlNode, text: SourceText): Draft {
  return {
    name: '',
    indicator: false,
    latency: false,
    alerting: 'none',
    policies: [],
    templated: [],
    spans: { '': text.place(map.span) },
  };
}

/** The text of a scalar field, its place noted under `field`; what a template fills in is noted as such instead. */
export function take(
  objective: Draft,
  map: YamlMap | undefined,
  key: string,
  field: string,
  text: SourceText,
): string | undefined {
  const entry = map?.entry(key);
  if (entry?.value.kind !== 'scalar' || entry.value.isNull) return undefined;
  objective.spans[field] = valueSpan(text, entry);
  if (isUnknown(text, entry.value)) {
    objective.templated.push(field);
    return undefined;
  }
  return scalarText(text, entry.value);
}

/** Percent from a figure that is one (99.9, "99.9%") or a part of one (0.999). */
export function percent(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const value = Number(written.replace('%', '').trim());
  if (!Number.isFinite(value) || written.trim() === '') return undefined;
  return value;
}

/** A share of one as percent. */
export const share = (written: string | undefined): number | undefined => {
  const value = percent(written);
  return value === undefined ? undefined : Number((value * 100).toFixed(6));
};

/** Texts of the scalars in a list; of mappings their `name`. */
export function namesIn(items: readonly YamlNode[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return item.text;
    if (item.kind !== 'map') return [];
    return item.text('name') ?? item.text('alertPolicyRef') ?? item.map('metadata')?.text('name') ?? [];
  });
}
