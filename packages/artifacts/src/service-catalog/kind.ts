import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

/** Entities of a software catalog, in Backstage's descriptor format. */
export const serviceCatalogKind: KindModule<'service-catalog'> = {
  kind: 'service-catalog',
  factsVersion: 1,
  paths: { extensions: ['yaml', 'yml'] },
  notIn: NEVER_OURS,
  sniff: ({ text }) => text.includes('backstage.io/v') && /^apiVersion:[ \t]*["']?backstage\.io\/v/m.test(text),
  load: async () => (await import('./parse.ts')).parseServiceCatalog,
  elements: ({ facts, at }) => [listed('catalog-entity', `${facts.entity} ${facts.name ?? ''}`.trim(), at)],
};
