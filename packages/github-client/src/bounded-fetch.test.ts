import { createServer } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { boundedFetch } from './bounded-fetch.ts';

/** Server that answers nothing, ever. */
async function silent() {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

/** Node's own, which is there only when it is asked for. */
function garbageCollection(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this Node cannot be told to collect garbage');
  return () => void collect();
}

test.each([
  ['alone', undefined],
  ['beside another signal', new AbortController().signal],
])(
  'a request that is not answered ends in time, also when garbage is collected meanwhile: %s',
  async (_case, signal) => {
    const { server, origin } = await silent();
    const collecting = setInterval(garbageCollection(), 5);
    try {
      const request = boundedFetch({ origin, timeoutMs: 300, fetch })(origin, signal ? { signal } : {});
      await expect(request).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      clearInterval(collecting);
      server.closeAllConnections();
      server.close();
    }
  },
  20_000,
);

test('a request ends with the signal it is given', async () => {
  const { server, origin } = await silent();
  const controller = new AbortController();
  const request = boundedFetch({ origin, timeoutMs: 60_000, fetch })(origin, { signal: controller.signal });
  const reason = new Error('not wanted any more');
  controller.abort(reason);
  await expect(request).rejects.toBe(reason);
  const late = boundedFetch({ origin, timeoutMs: 60_000, fetch })(origin, { signal: controller.signal });
  await expect(late).rejects.toBe(reason);
  server.closeAllConnections();
  server.close();
});
