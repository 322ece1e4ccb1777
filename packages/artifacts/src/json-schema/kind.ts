import { mayBeContractJson, suggestsContract } from '../contracts/data-names.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

const SIGNATURE = /"\$schema"\s*:\s*"https?:\/\/json-schema\.org\/[^"\n]*schema/;

/** JSON Schemas of messages and boundaries. */
export const jsonSchemaKind: KindModule<'json-schema'> = {
  kind: 'json-schema',
  factsVersion: 1,
  paths: { extensions: ['jsonschema'], test: mayBeContractJson, suggested: suggestsContract },
  notIn: NEVER_OURS,
  sniff: ({ text }) => text.includes('json-schema.org') && SIGNATURE.test(text),
  load: async () => (await import('./parse.ts')).parseJsonSchema,
  elements: ({ facts }) => facts.properties.map(({ name, at }) => listed('property', name, at)),
};
