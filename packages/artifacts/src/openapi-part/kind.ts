import { mayBeContractJson, suggestsContract } from '../contracts/data-names.ts';
import { type KindModule, NEVER_OURS } from '../kind-module.ts';

/** Without `responses` no operation is described; whole descriptions say what they are. */
const WHOLE = /^["']?(?:openapi|swagger|asyncapi|apiVersion)["']?\s*:/m;
const RESPONSES = /\bresponses["']?[ \t]*:/;

/** Files that an OpenAPI description was split into; internal, so that its operations can be counted. */
export const openapiPartKind: KindModule<'openapi-part'> = {
  kind: 'openapi-part',
  factsVersion: 2,
  paths: { extensions: ['yaml', 'yml'], test: mayBeContractJson, suggested: suggestsContract },
  notIn: NEVER_OURS,
  sniff: ({ text }) => text.includes('responses') && RESPONSES.test(text) && !WHOLE.test(text),
  load: async () => (await import('./parse.ts')).parseOpenApiPart,
};
