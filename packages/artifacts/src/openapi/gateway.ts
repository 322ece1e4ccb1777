import { METHODS } from '../contracts/operations.ts';
import type { YamlMap } from '../formats/yaml/index.ts';

/** What API Gateway does with a request: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY_METHOD = 'x-amazon-apigateway-any-method';

/** Does a description configure API Gateway: does each of its operations say where the gateway leads it? */
export function configuresGateway(root: YamlMap): boolean {
  const operations = (root.map('paths')?.entries ?? []).flatMap(({ value }) =>
    value.kind === 'map' ? value.entries.filter(({ key }) => METHODS.has(key) || key === ANY_METHOD) : [],
  );
  return operations.length > 0 && operations.every(({ value }) => value.kind === 'map' && value.has(INTEGRATION));
}

/** What answers browsers before a request, where API Gateway does: its exports name no parameters there, and nobody calls it. */
export const isPreflight = (method: string, operation: YamlMap): boolean =>
  method === 'options' && operation.has(INTEGRATION);
