import { mayBeContractJson, suggestsContract } from '../contracts/data-names.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

const SIGNATURE = /asyncapi(?<=(?:^|[{,])[ \t]*["']?asyncapi)["']?[ \t]*:[ \t]*["']?[123]\.\d/m;

/** AsyncAPI descriptions of event-driven interfaces. */
export const asyncapiKind: KindModule<'asyncapi'> = {
  kind: 'asyncapi',
  factsVersion: 1,
  paths: { extensions: ['yaml', 'yml'], test: mayBeContractJson, suggested: suggestsContract },
  notIn: NEVER_OURS,
  sniff: ({ text }) => text.includes('asyncapi') && SIGNATURE.test(text),
  load: async () => (await import('./parse.ts')).parseAsyncApi,
  elements: ({ facts }) => [
    ...facts.operations.map(({ method, path, spans }) => listed('operation', `${method} ${path}`, spans[''])),
    ...facts.messages.map(({ name, at }) => listed('message', name, at)),
  ],
};
