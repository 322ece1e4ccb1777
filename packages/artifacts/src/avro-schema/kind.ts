import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

/** Avro schemas (`.avsc`) and protocols (`.avpr`). */
export const avroSchemaKind: KindModule<'avro-schema'> = {
  kind: 'avro-schema',
  factsVersion: 1,
  paths: { extensions: ['avsc', 'avpr'] },
  notIn: NEVER_OURS,
  sniff: ({ text }) => /"(?:type|protocol)"\s*:/.test(text),
  load: async () => (await import('./parse.ts')).parseAvroSchema,
  elements: ({ facts }) => facts.fields.map(({ name, at }) => listed('field', name, at)),
};
