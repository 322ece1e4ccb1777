import type { ArchitectureDocFacts } from '@shipworthy/model';

const WORKSPACE = /^\s*workspace\b/m;
const MODEL = /^\s*model\s*\{/m;
const ELEMENT = /=\s*(?:person|softwareSystem|container|component|deploymentNode)\b/gi;

/** A Structurizr workspace with a model; undefined for any other language that uses `.dsl`. */
export function readModel(text: string): ArchitectureDocFacts | undefined {
  if (!WORKSPACE.test(text) || !MODEL.test(text)) return undefined;
  const size = text.match(ELEMENT)?.length ?? 0;
  return size > 0 ? { form: 'model', diagrams: [], size } : undefined;
}
