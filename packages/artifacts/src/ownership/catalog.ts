import type { OwnerFacts, OwnerLineFacts, OwnershipFacts } from '@shipworthy/model';
import type { YamlNode } from '../formats/yaml/index.ts';
import { findGenerator } from './generator.ts';
import { isTemplated } from './owner-token.ts';
import { namesIn } from './prow.ts';

/** Entity kinds of the Backstage descriptor format that have `spec.owner`; components speak for code, so they come first. */
const OWNED_KINDS = ['component', 'api', 'resource', 'system', 'domain'];

/**
 * Facts of a `catalog-info.yaml`: each entity that has an owner is a statement for the folder, components first.
 * Undefined when no document is an entity that can be owned.
 */
export function readCatalog(folder: string, text: string, roots: readonly YamlNode[]): OwnershipFacts | undefined {
  const lines: { readonly rank: number; readonly line: OwnerLineFacts }[] = [];
  let entities = 0;
  for (const root of roots) {
    if (root.kind !== 'map' || !root.text('apiVersion')?.includes('backstage.io/')) continue;
    const rank = OWNED_KINDS.indexOf(root.text('kind')?.toLowerCase() ?? '');
    if (rank < 0) continue;
    entities += 1;
    const node = root.map('spec')?.get('owner');
    if (node?.kind !== 'scalar' || node.isNull || node.text.trim() === '') continue;
    const owner: OwnerFacts = { name: node.text.trim(), form: 'reference', at: node.span };
    // A scaffolder fills the owner in later: the entity is there, who owns it is not known here.
    if (isTemplated(owner.name)) continue;
    lines.push({
      rank,
      line: { pattern: '**', folder, owners: [owner], spans: { '': root.span, 'owners.0': node.span } },
    });
  }
  if (entities === 0) return undefined;
  const generator = findGenerator(text);
  return {
    flavour: 'catalog',
    lines: lines.sort((a, b) => a.rank - b.rank).map(({ line }) => line),
    faults: [],
    ...(generator ? { generator } : {}),
  };
}

/**
 * Facts of `.github/component_owners.yml`: `components:` maps path prefixes to lists of logins. Undefined when the
 * document is something else.
 */
export function readComponentOwners(text: string, root: YamlNode): OwnershipFacts | undefined {
  const components = root.kind === 'map' ? root.map('components') : undefined;
  if (!components) return undefined;
  const lines = components.entries.map(({ key, keySpan, value }): OwnerLineFacts => {
    const owners = namesIn(value.kind === 'seq' ? value.items : [value]);
    return {
      pattern: `/${key.replace(/^\.?\//, '')}`,
      folder: '',
      owners,
      spans: {
        '': [keySpan[0], Math.max(keySpan[1], value.span[1])],
        pattern: keySpan,
        ...Object.fromEntries(owners.map((owner, index) => [`owners.${index}`, owner.at])),
      },
    };
  });
  const generator = findGenerator(text);
  return { flavour: 'component-owners', lines, faults: [], ...(generator ? { generator } : {}) };
}
