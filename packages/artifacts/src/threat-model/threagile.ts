import type { Span, ThreatFacts, ThreatModelFacts, ThreatModelPart } from '@shipworthy/model';
import type { YamlMap, YamlNode } from '../formats/yaml/index.ts';
import { decides } from './page.ts';

/** Top-level keys by which a Threagile model (schema 1.0.0) is known. */
const SIGNATURE = ['technical_assets', 'trust_boundaries', 'data_assets'];

/** Facts of a Threagile model; undefined when the document is something else. */
export function readThreagile(root: YamlNode): ThreatModelFacts | undefined {
  if (root.kind !== 'map' || SIGNATURE.filter((key) => root.has(key)).length < 2) return undefined;
  const parts: Partial<Record<ThreatModelPart, Span>> = {};
  const take = (part: ThreatModelPart, key: string) => {
    const entry = root.entry(key);
    const filled = entry && (entry.value.kind === 'map' ? entry.value.entries.length > 0 : entry.value.kind === 'seq');
    if (filled && !parts[part]) parts[part] = entry.keySpan;
  };
  take('scope', 'technical_assets');
  take('scope', 'data_assets');
  take('boundaries', 'trust_boundaries');
  // The tool derives the threats from the model.
  take('threats', 'technical_assets');
  take('answers', 'risk_tracking');
  return { form: 'threagile', parts, threats: tracked(root.map('risk_tracking')) };
}

/** What was decided of each risk that the tool found. */
function tracked(tracking: YamlMap | undefined): ThreatFacts[] {
  return (tracking?.entries ?? []).flatMap(({ key, keySpan, value }) => {
    if (value.kind !== 'map') return [];
    const status = value.text('status');
    return [
      {
        name: key,
        at: keySpan,
        ...(status === undefined ? {} : { status }),
        answered: status !== undefined && decides(status),
      },
    ];
  });
}

/** Facts of a catalogue of threats as YAML (`metadata.type: ThreatCatalog`); undefined when it is something else. */
export function readThreatCatalog(root: YamlNode): ThreatModelFacts | undefined {
  if (root.kind !== 'map' || root.map('metadata')?.text('type') !== 'ThreatCatalog') return undefined;
  const title = root.entry('title') ?? root.entry('metadata');
  const list = root.entry('threats') ?? root.entry('imports') ?? root.entry('groups');
  return {
    form: 'catalog',
    parts: { ...(title ? { scope: title.keySpan } : {}), ...(list ? { threats: list.keySpan } : {}) },
    threats: [],
  };
}
