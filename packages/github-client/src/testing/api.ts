import type { IncomingMessage } from 'node:http';
import { type Answer, forbidden, invalid, no, notFound } from './answer.ts';
import { type Caller, Callers, shownTo, type Tokens } from './caller.ts';
import { gitHubDescription } from './description.ts';
import type { Faults } from './faults.ts';
import { answerGraphql } from './graphql.ts';
import { isObject } from './json-schema.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { type ApiRequest, routeFor } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { repositoryId } from './routes/repositories.ts';
import type { GitHubState, RepositoryState } from './state.ts';

/** Below the origin, as on a GitHub Enterprise Server. */
export const API_PATH = '/api/v3';
const GRAPHQL_PATHS = ['/api/graphql', `${API_PATH}/graphql`];
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** The operation a request asks for: an `operationId`, `graphql` or `unknown`. */
export function operationOf(method: string, path: string): string {
  if (method === 'POST' && GRAPHQL_PATHS.includes(path)) return 'graphql';
  const named = path.slice(API_PATH.length).replace(BY_ID, '/repos/of/$1');
  return routeFor(ROUTES, method, named)?.route.operation ?? 'unknown';
}

/** Where GitHub leads who asks for a repository by a name it had. */
const BY_ID = /^\/repositories\/(\d+)(?=\/|$)/;
/** Operations that show what is in a repository, for which a token needs more than to be shown its name. */
const CONTENTS = /^git\/|^repos\/compare-/;

/** Bytes to send. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A repository as somebody is shown it. */
export interface SeenRepository {
  readonly repository: RepositoryState;
  /** It was asked for by a name it had. */
  readonly moved: boolean;
  /** What is in it is shown. */
  readonly contents: boolean;
}

/** GitHub's API over what is hosted: who may do what, and answers GitHub could have given. */
export class Api {
  /** Answers that were held against the description, and fitted. */
  answersValidated = 0;
  readonly #state: GitHubState;
  readonly #callers: Callers;
  readonly #faults: Faults;
  readonly #used = new Map<string, number>();

  constructor(state: GitHubState, tokens: Tokens, faults: Faults) {
    this.#state = state;
    this.#callers = new Callers(tokens);
    this.#faults = faults;
  }

  /** To be asked once for each request: tokens may be good for so many only. */
  callerOf(request: IncomingMessage): Caller | undefined | 'unknown' {
    return this.#callers.of(request.headers.authorization);
  }

  /** The repository, by a name of today or of before, as far as this caller is shown it. */
  seen(owner: string, name: string, caller: Caller | undefined | 'unknown'): SeenRepository | undefined {
    const repository = this.#state.find(owner, name);
    if (!repository || caller === 'unknown') return undefined;
    const shown = shownTo(caller, repository);
    if (shown === 'nothing') return undefined;
    const moved = repository.fullName.toLowerCase() !== `${owner}/${name}`.toLowerCase();
    return { repository, moved, contents: shown === 'all' };
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
    const found = routeFor(ROUTES, method, this.#named(address.pathname.slice(API_PATH.length)));
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

  /** A path with the name of today in place of the number. */
  #named(path: string): string {
    return path.replace(BY_ID, (whole, id) => {
      const repository = this.#state.withId(Number(id));
      return repository ? `/repos/${repository.fullName}` : whole;
    });
  }

  async #graphql(body: Readonly<Record<string, unknown>>, caller: Caller | undefined): Promise<Answer> {
    if (!caller) return no(401, 'This endpoint requires you to be authenticated.');
    return { status: 200, body: await answerGraphql(this.#state, body, caller) };
  }

  async #route(
    { route, parameters }: NonNullable<ReturnType<typeof routeFor>>,
    asked: Omit<ApiRequest, 'parameters' | 'repository'>,
  ): Promise<Answer> {
    const { caller, body } = asked;
    const seen = this.seen(parameters.owner ?? '', parameters.repo ?? '', caller);
    if (!seen) return notFound();
    const { repository } = seen;
    if (seen.moved) return movedPermanently(asked.address, repository);
    if (!seen.contents && CONTENTS.test(route.operation))
      return no(403, 'Resource not accessible by personal access token');
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

/** As GitHub does: to the same by number, whatever it is called next. */
function movedPermanently(address: URL, repository: RepositoryState): Answer {
  const to = new URL(address);
  to.pathname = address.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${repositoryId(repository)}`);
  const body = { message: 'Moved Permanently', url: to.href, documentation_url: 'https://docs.github.com/rest' };
  // Told of every operation, and described of few.
  return { status: 301, raw: Buffer.from(JSON.stringify(body)), headers: { ...JSON_TYPE, location: to.href } };
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
