import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

/** Protocol buffers. */
export const protobufKind: KindModule<'protobuf'> = {
  kind: 'protobuf',
  factsVersion: 2,
  paths: { extensions: ['proto'] },
  notIn: NEVER_OURS,
  sniff: ({ text }) => /^[ \t]*(?:syntax|edition|package|message|service|enum|import|extend|option)\b/m.test(text),
  load: async () => (await import('./parse.ts')).parseProtobuf,
  elements: ({ facts }) => [
    ...facts.services.flatMap((service) => [
      listed('service', service.name, service.at),
      ...service.methods.map(({ name, at }) => listed('rpc', `${service.name}.${name}`, at)),
    ]),
    ...facts.messages.map(({ name, at }) => listed('message', name, at)),
  ],
};
