import { mayBeContractJson, suggestsContract } from '../contracts/data-names.ts';
import { type KindModule, listed, NEVER_OURS } from '../kind-module.ts';

/** The key that makes a document an API description, wherever in the file: generators sort keys. The word first, what stands before it after. */
const SIGNATURE = /(?:openapi|swagger)(?<=(?:^|[{,])[ \t]*["']?(?:openapi|swagger))["']?[ \t]*:[ \t]*["']?[23]\.\d/m;

/** OpenAPI 3.x and Swagger 2.0 descriptions of HTTP interfaces. */
export const openapiKind: KindModule<'openapi'> = {
  kind: 'openapi',
  factsVersion: 6,
  paths: { extensions: ['yaml', 'yml'], test: mayBeContractJson, suggested: suggestsContract },
  notIn: NEVER_OURS,
  sniff: ({ text }) => (text.includes('openapi') || text.includes('swagger')) && SIGNATURE.test(text),
  load: async () => (await import('./parse.ts')).parseOpenApi,
  elements: ({ facts }) =>
    facts.operations.map(({ method, path, spans }) =>
      listed('operation', `${method.toUpperCase()} ${path}`, spans['']),
    ),
};
