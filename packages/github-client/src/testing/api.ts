import type { IncomingMessage } from 'node:http';
import { type Answer, forbidden, invalid, no, notFound } from './answer.ts';
import { type Caller, callerOf, type Tokens } from './caller.ts';
import { gitHubDescription } from './description.ts';
import type { Faults } from './faults.ts';
import { answerGraphql } from './graphql.ts';
import { isObject } from './json-schema.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { type ApiRequest, routeFor } from './route.ts';
import { ROUTES } from './routes/index.ts';
import type { GitHubState, RepositoryState } from './state.ts';

/** Below the origin, as on a GitHub Enterprise Server. */
export const API_PATH = '/api/v3';
const GRAPHQL_PATHS = ['/api/graphql', `${API_PATH}/graphql`];
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** The operation a request asks for: an `operationId`, `graphql` or `unknown`. */
export function operationOf(method: string, path: string): string {
  if (method === 'POST' && GRAPHQL_PATHS.includes(path)) return 'graphql';
  return routeFor(ROUTES, method, path.slice(API_PATH.length))?.route.operation ?? 'unknown';
}

/** Bytes to send. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** GitHub's API over what is hosted: who may do what, and answers GitHub could have given. */
export class Api {
  /** Answers that were held against the description, and fitted. */
  answersValidated = 0;
  readonly #state: GitHubState;
  readonly #tokens: Tokens;
  readonly #faults: Faults;
  readonly #used = new Map<string, number>();

  constructor(state: GitHubState, tokens: Tokens, faults: Faults) {
    this.#state = state;
    this.#tokens = tokens;
    this.#faults = faults;
  }

  callerOf(request: IncomingMessage): Caller | undefined | 'unknown' {
    return callerOf(request.headers.authorization, this.#tokens);
  }

  /** The repository as far as this caller sees it: what is private is not there for those without a token. */
  seen(owner: string, name: string, caller: Caller | undefined | 'unknown'): RepositoryState | undefined {
    const repository = this.#state.find(owner, name);
    if (caller === 'unknown') return undefined;
    return repository?.hosted.private === true && !caller ? undefined : repository;
  }

  /** Throws when an answer is one that GitHub could not give. */
  async answer(request: IncomingMessage, address: URL): Promise<ApiAnswer> {
    const { method = 'GET', headers } = request;
    const caller = this.callerOf(request);
    const graphql = operationOf(method, address.pathname) === 'graphql';
    const limits = rateLimitHeaders(this.#used, headers.authorization ?? '', caller, graphql ? 'graphql' : 'core');
    const body = await jsonOf(request);
    const bytes = ({ status, body: said, headers: own }: Answer): ApiAnswer => ({
      status,
      headers: { ...limits, ...JSON_TYPE, ...own },
      body: JSON.stringify(said),
    });
    if (caller === 'unknown') return bytes(no(401, 'Bad credentials'));
    if (graphql) return bytes(await this.#graphql(body, caller));
    const found = routeFor(ROUTES, method, address.pathname.slice(API_PATH.length));
    if (!found) return bytes(notFound());
    const { operation } = found.route;
    const answer = await this.#route(found, {
      query: address.searchParams,
      address,
      body,
      accept: String(headers.accept ?? ''),
      caller,
      faults: this.#faults,
    });
    if (answer.raw) return { status: answer.status, headers: { ...limits, ...answer.headers }, body: answer.raw };
    return bytes({ ...answer, body: this.#validated(operation, answer) });
  }

  async #graphql(body: Readonly<Record<string, unknown>>, caller: Caller | undefined): Promise<Answer> {
    if (!caller) return no(401, 'This endpoint requires you to be authenticated.');
    return { status: 200, body: await answerGraphql(this.#state, body) };
  }

  async #route(
    { route, parameters }: NonNullable<ReturnType<typeof routeFor>>,
    asked: Omit<ApiRequest, 'parameters' | 'repository'>,
  ): Promise<Answer> {
    const { caller, body } = asked;
    const repository = this.seen(parameters.owner ?? '', parameters.repo ?? '', caller);
    if (!repository) return notFound();
    if (route.writes !== undefined) {
      if (!caller) return no(401, 'Requires authentication');
      if (caller.app && !caller.rights.includes(route.writes)) return forbidden();
      const wrong = gitHubDescription().faultOfRequest(route.operation, body);
      if (wrong !== undefined) return invalid(`Invalid request.\n\n${wrong}`);
    }
    return route.handle({ ...asked, parameters, repository });
  }

  #validated(operation: string, { status, body, differs }: Answer): unknown {
    const description = gitHubDescription();
    const whole = description.complete(operation, status, body);
    if (differs === undefined && description.checkAnswer(operation, status, whole)) this.answersValidated++;
    return whole;
  }
}

/** The body of a request; what is no object is an empty one, which GitHub's description then refuses. */
async function jsonOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
