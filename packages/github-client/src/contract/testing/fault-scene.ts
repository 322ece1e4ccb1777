import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import * as client from '../../index.ts';
import { REPOSITORY, scripted } from './scripted.ts';
import type { Scripted, ScriptedServer } from './scripted-server.ts';

const TOKEN = 'ghs_1234_secret.of.somebody';
const COMMIT = { sha: 'c1', tree: { sha: 't1' }, parents: [], message: 'm' };
/** What `read` is answered when all is well. */
export const FINE = { status: 200, body: COMMIT };

/** A client whose pauses take no time. */
export const connected = (
  server: Pick<ScriptedServer, 'url'>,
  options: Partial<client.ConnectOptions> = {},
): client.GitHub => client.connect({ apiUrl: server.url, token: TOKEN, version: '0.0.0', secondMs: 0, ...options });

/** What an operation fails with. Nothing of it may hold the token. */
export async function faultOf(asked: Promise<unknown>): Promise<client.GitHubFault> {
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(client.GitHubFault);
  if (!(fault instanceof client.GitHubFault)) throw new Error('no fault');
  expect(`${inspect(fault, { depth: 9, showHidden: true })} ${fault.stack} ${fault.advice}`).not.toContain('secret');
  return fault;
}

/** GitHub says no. */
export const no = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
  rest: object = {},
): Scripted => ({
  status,
  headers,
  body: { message, documentation_url: 'https://docs.github.com/rest', ...rest },
});

/** Asks for something that can be asked for again. */
export const read = (github: client.GitHub) => client.commit(github, REPOSITORY, 'c1');

export const RUN: client.NewCheckRun = {
  name: 'shipworthy',
  headSha: 'c1',
  conclusion: 'success',
  externalId: 'run-1',
  title: 'no gaps',
  summary: 'None.',
  annotations: [],
};
/** Makes something that must not be made twice. */
export const write = (github: client.GitHub) => client.createCheckRun(github, REPOSITORY, RUN);

/** A script of the server, and the fault an operation ends with. */
export interface FaultCase {
  readonly name: string;
  readonly script: readonly Scripted[];
  readonly ask?: (github: client.GitHub) => Promise<unknown>;
  readonly options?: Partial<client.ConnectOptions>;
  readonly reason: client.GitHubFaultReason;
  readonly message: RegExp;
  readonly advice: RegExp;
  /** Requests the server got; 1 unless said. */
  readonly requests?: number;
}

/** One test a case. */
export function testFaults(cases: readonly FaultCase[]): void {
  test.each(cases)('$name', async ({ script, ask = read, options, reason, message, advice, requests = 1 }) => {
    const server = await scripted(...script);
    const fault = await faultOf(ask(connected(server, options)));
    expect(fault).toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(fault.advice).toMatch(advice);
    expect(server.received).toHaveLength(requests);
  });
}
