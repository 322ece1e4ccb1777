import { mayBeContractJson, suggestsContract } from '../contracts/data-names.ts';
import { type KindModule, NEVER_OURS } from '../kind-module.ts';

/** Whole descriptions say what they are; without `responses` no operation is described. */
const WHOLE = /^["']?(?:openapi|swagger|asyncapi|apiVersion)["']?\s*:/m;
const RESPONSES = /\bresponses["']?[ \t]*:/;
/** A section that others refer to, at the top of YAML. */
const SECTION = /^(?:components|definitions|securityDefinitions)[ \t]*:[ \t]*(?:#.*)?$/m;

/** Files that an OpenAPI description was split into; internal, so that its operations can be counted. */
export const openapiPartKind: KindModule<'openapi-part'> = {
  kind: 'openapi-part',
  factsVersion: 3,
  paths: { extensions: ['yaml', 'yml'], test: mayBeContractJson, suggested: suggestsContract },
  notIn: NEVER_OURS,
  sniff: ({ text }) =>
    ((text.includes('responses') && RESPONSES.test(text)) || SECTION.test(text)) && !WHOLE.test(text),
  load: async () => (await import('./parse.ts')).parseOpenApiPart,
};
