import { afterEach } from '@jest/globals';
import { type Scripted, type ScriptedServer, startScripted } from './scripted-server.ts';

/** What requests are about, where it does not matter. */
export const REPOSITORY = { owner: 'o', repo: 'r' };

const servers: ScriptedServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** A server that follows a script until the end of the test. */
export const scripted = (...script: Scripted[]): Promise<ScriptedServer> => scriptedLater(script);

/** The same, with a script that is written while the server runs: its address is known then. */
export async function scriptedLater(script: readonly Scripted[]): Promise<ScriptedServer> {
  const server = await startScripted(script);
  servers.push(server);
  return server;
}
