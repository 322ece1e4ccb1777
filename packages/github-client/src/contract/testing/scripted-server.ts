import { createServer } from 'node:http';

/** What the server does with one request. */
export type Scripted =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is sent as JSON, a text as it is. */
      readonly body?: object | string;
    }
  /** Closes the connection; says nothing; breaks off in the middle of the body. */
  | 'reset'
  | 'hang'
  | 'cut';

/** A request as it came. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A server that does what it was told, whatever it is asked. */
export interface ScriptedServer {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Starts one on 127.0.0.1. The script is followed request by request; its last line is for all further ones. */
export async function startScripted(script: readonly Scripted[]): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const line = script[Math.min(received.length, script.length - 1)] ?? 'reset';
    const { method = '', url: path = '', headers } = request;
    const body = Buffer.concat(chunks).toString('utf8');
    received.push({ method, path, authorization: headers.authorization, headers, body });
    if (line === 'hang') return;
    if (line === 'reset') return request.socket.resetAndDestroy();
    if (line === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"sha":');
      setTimeout(() => request.socket.destroy(), 1);
      return;
    }
    const { status, headers: own = {}, body: said = {} } = line;
    const type = typeof said === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(status, { 'content-type': type, 'x-github-request-id': 'A1:B2', ...own });
    response.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
