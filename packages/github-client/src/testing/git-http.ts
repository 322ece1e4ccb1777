import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostedRepository } from './hosted-repository.ts';

/** `/owner/name/info/refs` and the like, with or without `.git`. */
const PATH =
  /^\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?(?<rest>\/(?:info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.*))$/;

export interface GitPath {
  readonly owner: string;
  readonly name: string;
  readonly rest: string;
}

/** What a request of git asks of which repository; undefined when it is none of git's. */
export function gitPath(path: string): GitPath | undefined {
  const groups = PATH.exec(path)?.groups;
  return groups && { owner: groups.owner ?? '', name: groups.name ?? '', rest: groups.rest ?? '' };
}

/**
 * Serves a repository by the real `git http-backend`. What the server allows is set beside the repository, which stays as
 * it is; nothing may be pushed.
 */
export function serveGit(
  hosted: HostedRepository,
  { rest }: GitPath,
  request: IncomingMessage,
  query: string,
  response: ServerResponse,
): Promise<number> {
  const partial = String(hosted.partialClones !== 'off');
  const settings: readonly (readonly [string, string])[] = [
    ['uploadpack.allowFilter', partial],
    ['uploadpack.allowAnySHA1InWant', partial],
    ['http.receivepack', 'false'],
    ['safe.directory', '*'],
  ];
  const header = (name: string): string => String(request.headers[name] ?? '');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: String(settings.length),
      ...Object.fromEntries(
        settings.flatMap(([key, value], index) => [
          [`GIT_CONFIG_KEY_${index}`, key],
          [`GIT_CONFIG_VALUE_${index}`, value],
        ]),
      ),
      GIT_PROJECT_ROOT: hosted.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: header('git-protocol'),
      PATH_INFO: rest,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: header('content-type'),
      CONTENT_LENGTH: header('content-length'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  backend.stdin.on('error', () => {});
  request.pipe(backend.stdin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.on('error', () => resolve(end(response, Buffer.from('Status: 500\r\n\r\n'))));
    backend.on('close', () => resolve(end(response, Buffer.concat(chunks))));
  });
}

/** Sends what a CGI program wrote: its header lines, an empty one, the body. Returns the status. */
function end(response: ServerResponse, output: Buffer): number {
  const split = output.indexOf('\r\n\r\n');
  const lines = output.toString('latin1', 0, Math.max(split, 0)).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const status = Number.parseInt(headers.find(([name]) => name === 'status')?.[1] ?? '200', 10);
  response.writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'status' && name !== '')));
  response.end(split === -1 ? '' : output.subarray(split + 4));
  return status;
}
