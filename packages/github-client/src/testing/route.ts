import type { Answer } from './answer.ts';
import type { Caller, Right } from './caller.ts';
import type { Faults } from './faults.ts';
import type { RepositoryState } from './state.ts';

/** A request to one operation about one repository, taken apart. */
export interface ApiRequest {
  /** Of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** As it was asked, to be repeated in links: origin, path and query. */
  readonly address: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  /** Always somebody where something is written. */
  readonly caller: Caller | undefined;
  readonly repository: RepositoryState;
  readonly faults: Faults;
}

export interface Route {
  /** The `operationId` of GitHub's description. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** The path as the description writes it. */
  readonly path: string;
  /** What a token needs to be let in; reading needs nothing. */
  readonly writes?: Right;
  handle(request: ApiRequest): Promise<Answer> | Answer;
}

/** The route of a request and the parameters in its path. */
export function routeFor(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly parameters: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const found = patternOf(route.path).exec(path);
    if (!found) continue;
    const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)]);
    return { route, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('.', '\\.') : `(?<${part}>[^/]+?)`))
    .join('');
  return new RegExp(`^${source}$`);
}
