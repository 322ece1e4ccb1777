import { fileURLToPath } from 'node:url';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';

const DESCRIPTION = fileURLToPath(new URL('../../../description/api.github.com.json', import.meta.url));

/** A Prism that answers as GitHub describes its API, and refuses what the description does not allow. */
export interface Prism {
  readonly url: string;
  /** The `operationId` a request is for; undefined when the description has none such. */
  operationOf(method: string, path: string): string | undefined;
  close(): Promise<void>;
}

/** Starts Prism on 127.0.0.1. It takes about two seconds: once in a test file. */
export async function startPrism(): Promise<Prism> {
  const operations = await getHttpOperationsFromSpec(DESCRIPTION);
  const server = createServer(operations, {
    components: { logger: createLogger('prism', { level: 'silent' }) },
    // Not `errors`: GitHub's own examples break its own schema here and there, and Prism would die of them.
    config: {
      isProxy: false,
      mock: { dynamic: false },
      checkSecurity: false,
      validateRequest: true,
      validateResponse: false,
      errors: false,
      upstreamProxy: undefined,
    },
    cors: false,
  });
  const url = await server.listen(0, '127.0.0.1');
  const routes = operations.map(({ iid, id, method, path }) => ({
    operation: iid ?? id,
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }));
  return {
    url,
    operationOf: (method, path) =>
      routes.find((route) => route.method === method && route.pattern.test(path))?.operation,
    close: () => server.close(),
  };
}
