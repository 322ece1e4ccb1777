import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { API_PATH, Api, operationOf } from './api.ts';
import type { Tokens } from './caller.ts';
import { answerFault, Faults } from './faults.ts';
import { type GitPath, gitPath, serveGit } from './git-http.ts';
import { type HostedRepository, type RepositoryStore, storeOf } from './hosted-repository.ts';
import { GitHubState } from './state.ts';

export interface GitHubOptions {
  readonly repositories: readonly HostedRepository[] | RepositoryStore;
  /** By token. Without a token public repositories may be read. */
  readonly tokens?: Tokens;
}

export interface RequestLog {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** An operation's id, `graphql`, `git`, or `unknown`. */
  readonly operation: string;
  /** It came with a token. */
  readonly authorized: boolean;
  /** 0 when no answer was given. */
  readonly status: number;
}

export interface LoopbackGitHub {
  /** What a client takes for `https://api.github.com`; no slash at the end. */
  readonly url: string;
  /** What it takes for `https://github.com`: repositories are cloned from `serverUrl/owner/name`. */
  readonly serverUrl: string;
  readonly state: GitHubState;
  readonly faults: Faults;
  /** In the order they were answered. */
  readonly requests: readonly RequestLog[];
  /** Answers that were held against GitHub's own description, and fitted. */
  readonly answersValidated: number;
  /** Rejects with the first mistake of this loopback GitHub itself, such as an answer GitHub could not give. */
  close(): Promise<void>;
}

/** Starts a GitHub on 127.0.0.1 that shows real git repositories and remembers what is done to them. */
export async function startGitHub(options: GitHubOptions): Promise<LoopbackGitHub> {
  const server = new Loopback(options);
  await server.listen();
  return server;
}

const isList = (given: GitHubOptions['repositories']): given is readonly HostedRepository[] => Array.isArray(given);

class Loopback implements LoopbackGitHub {
  readonly state: GitHubState;
  readonly faults = new Faults();
  readonly requests: RequestLog[] = [];
  serverUrl = '';
  readonly #api: Api;
  readonly #mistakes: unknown[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor({ repositories, tokens = {} }: GitHubOptions) {
    this.state = new GitHubState(isList(repositories) ? storeOf(repositories) : repositories);
    this.#api = new Api(this.state, tokens, this.faults);
  }

  get url(): string {
    return `${this.serverUrl}${API_PATH}`;
  }

  get answersValidated(): number {
    return this.#api.answersValidated;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the loopback GitHub has no port');
    this.serverUrl = `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
    if (this.#mistakes.length > 0) throw this.#mistakes[0];
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request;
    const address = new URL(path, this.serverUrl);
    const git = address.pathname.startsWith('/api/') ? undefined : gitPath(address.pathname);
    const operation = git ? 'git' : operationOf(method, address.pathname);
    const authorized = request.headers.authorization !== undefined;
    let status = 500;
    try {
      status = await this.#answer(request, response, address, git, operation);
    } catch (mistake) {
      this.#mistakes.push(mistake);
      if (!response.headersSent) response.writeHead(status).end(String(mistake));
    } finally {
      this.requests.push({ method, path, operation, authorized, status });
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    address: URL,
    git: GitPath | undefined,
    operation: string,
  ): Promise<number> {
    const fault = this.faults.hitting(operation, address.pathname);
    if (fault) {
      request.resume();
      return answerFault(fault, response);
    }
    if (git) return this.#git(request, response, address, git);
    const { status, headers, body } = await this.#api.answer(request, address);
    response.writeHead(status, headers).end(body);
    return status;
  }

  async #git(request: IncomingMessage, response: ServerResponse, address: URL, git: GitPath): Promise<number> {
    const caller = this.#api.callerOf(request);
    const seen = this.#api.seen(git.owner, git.name, caller);
    const refuse = (status: number, why: string, headers: Record<string, string> = {}): number => {
      request.resume();
      response.writeHead(status, headers).end(why);
      return status;
    };
    // Like GitHub, which does not tell what is private from what is not there.
    if (!seen && (!caller || caller === 'unknown'))
      return refuse(401, 'Repository not found.', { 'www-authenticate': 'Basic realm="GitHub"' });
    if (!seen) return refuse(404, 'Repository not found.');
    const { repository } = seen;
    if (!seen.contents) return refuse(403, 'Write access to repository not granted.');
    if (seen.moved)
      return refuse(301, '', { location: `${this.serverUrl}/${repository.fullName}.git${git.rest}${address.search}` });
    return serveGit(repository.hosted, git, request, address.search.slice(1), response);
  }
}
