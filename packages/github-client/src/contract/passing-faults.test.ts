import { describe, expect, jest, test } from '@jest/globals';
import * as client from '../index.ts';
import { connected, FINE, no, read, write } from './testing/fault-scene.ts';
import { REPOSITORY, scripted } from './testing/scripted.ts';
import type { Scripted } from './testing/scripted-server.ts';

const IN_A_MINUTE = Math.floor(Date.now() / 1000) + 60;

describe('what passes', () => {
  test.each<[name: string, script: Scripted[], notes: unknown[]]>([
    ['a server that recovers', [no(502, 'Server Error'), no(503, 'Unavailable'), FINE], []],
    ['a connection that comes back', ['reset', 'cut', FINE], []],
    [
      'a secondary limit with a short pause',
      [no(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '7' }), FINE],
      ['GitHub asks for a pause of 7 s (secondary rate limit); waiting.'],
    ],
    [
      'an hourly limit that has just ended',
      [no(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000' }), FINE],
      [],
    ],
    [
      'an hourly limit that ends within a minute',
      [no(429, 'Limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(IN_A_MINUTE) }), FINE],
      [expect.stringMatching(/^GitHub asks for a pause of \d\d s \(its hourly limit is used up\); waiting\.$/)],
    ],
  ])('%s', async (_name, script, expected) => {
    const server = await scripted(...script);
    const notes: string[] = [];
    const github = connected(server, { note: (sentence) => notes.push(sentence) });
    expect(await read(github)).toMatchObject({ sha: 'c1' });
    expect(server.received).toHaveLength(script.length);
    expect(notes).toEqual(expected);
  });

  test('nothing is printed, whatever GitHub announces', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => undefined),
    );
    const deprecated = { deprecation: '@1700000000', sunset: 'Sat, 01 Jan 2028 00:00:00 GMT' };
    const server = await scripted({ ...FINE, headers: deprecated }, no(404, 'Not Found'));
    const github = connected(server);
    await read(github);
    await read(github).catch(() => undefined);
    const printed = spies.flatMap((spy) => spy.mock.calls);
    for (const spy of spies) spy.mockRestore();
    expect(printed).toEqual([]);
    expect(server.received).toHaveLength(2);
  });

  test('a check run that was made although the answer was lost is not made again', async () => {
    const output = { annotations_count: 0 };
    const made = { id: 7, html_url: 'https://github.com/o/r/runs/7', external_id: 'run-1', output };
    const server = await scripted('reset', {
      status: 200,
      body: { check_runs: [{ ...made, external_id: 'x' }, made] },
    });
    expect(await write(connected(server))).toMatchObject({ id: 7 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('a comment that was written although the answer was lost is not written again', async () => {
    const written = { id: 9, html_url: 'https://github.com/o/r/pull/1#c9', body: 'one\r\ntwo', user: null };
    const server = await scripted(no(502, 'Server Error'), { status: 200, body: [written] });
    expect(await client.createComment(connected(server), REPOSITORY, 1, 'one\ntwo\n')).toMatchObject({ id: 9 });
    expect(server.received.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});
