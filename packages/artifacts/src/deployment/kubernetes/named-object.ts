import type { WorkloadFacts } from '@shipworthy/model';
import type { YamlMap } from '../../formats/yaml/index.ts';
import type { Reading } from '../pieces.ts';

/** Name, place and labels, which all objects have. */
export function named(
  reading: Reading,
  root: YamlMap,
  object: string,
): Pick<WorkloadFacts, 'name' | 'at' | 'object' | 'labels'> {
  const metadata = root.map('metadata');
  const labels: Record<string, string> = {};
  for (const { key, value } of metadata?.map('labels')?.entries ?? []) {
    const text = reading.scalar(value)?.text;
    if (text !== undefined) labels[key] = text;
  }
  const name = reading.raw(metadata, 'name') ?? reading.raw(metadata, 'generateName');
  return { name: name?.text ?? '', at: name?.at ?? reading.keyAt(root, 'kind'), object, labels };
}
