import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { goingOn, killed, orgRun, randomOf, reportIn } from './organisation-folder.ts';
import { organisationScene } from './organisation-scene.ts';
import { COMMAND, shipworthy } from './run-built.ts';

jest.setTimeout(120_000);

const REPOSITORIES = 12;
const SEED = Number(process.env.SHIPWORTHY_SEED ?? 7);

const scene = organisationScene(REPOSITORIES);

describe('a run that is interrupted', () => {
  const random = randomOf(SEED);
  test.each(Array.from({ length: 2 }, () => random()))(`by kill -9 at %f of it goes on (seed ${SEED})`, async (at) => {
    const out = scene.place();
    await killed(orgRun(scene.from, out), at * scene.lasts);
    expect(await shipworthy(goingOn(scene.from, out))).toMatchObject({ code: 0 });
    scene.expectWhole(out);
  });

  test('by a disk that takes no more says so, and goes on when it does', async () => {
    const out = scene.place();
    const { code, err } = await limited(96, orgRun(scene.from, out));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('larger than this system allows') });
    expect(existsSync(join(out, 'report.json'))).toBe(false);
    expect(await shipworthy(orgRun(scene.from, out))).toMatchObject({ code: 0 });
    scene.expectWhole(out);
  });
});

/** With files of at most so many blocks of 512 bytes: the next write fails, as on a full disk. */
const limited = (blocks: number, args: readonly string[]): ReturnType<typeof ended> =>
  ended(['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, COMMAND, ...args]);

/** What a command ended with. */
function ended([command = '', ...args]: readonly string[]): Promise<{ code: number | null; err: string }> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
  });
}

test('of two runs at once the second says who holds the lock', async () => {
  const out = scene.place();
  const first = spawn(process.execPath, [COMMAND, ...orgRun(scene.from, out)], { stdio: 'ignore' });
  const ended = new Promise((resolve) => first.on('close', resolve));
  while (!existsSync(join(out, 'state/lock')) && first.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 5));
  first.kill('SIGSTOP');
  const second = await shipworthy(orgRun(scene.from, out));
  first.kill('SIGCONT');
  expect(second).toMatchObject({ code: 2, err: expect.stringContaining(`process ${first.pid} on `) });
  expect(await ended).toBe(0);
  scene.expectWhole(out);
});

test('a damaged line is asked again, and nothing else is lost', async () => {
  const out = scene.place();
  cpSync(join(scene.whole, 'state'), join(out, 'state'), { recursive: true });
  const runs = join(out, 'state/runs');
  const file = join(runs, readdirSync(runs)[0] ?? '');
  // As the run was before its end, with a line of a repository that says nothing.
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '{"end":true}');
  writeFileSync(file, lines.map((line, nth) => (nth === 1 ? 'garbage' : line)).join('\n'));
  expect(await shipworthy(orgRun(scene.from, out))).toMatchObject({ code: 0 });
  expect(JSON.parse(reportIn(out)).coverage).toMatchObject({ audited: REPOSITORIES, failed: [] });
  expect(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"repository"')),
  ).toHaveLength(REPOSITORIES);
});

test.each([
  ['of another version', { 'state/shipworthy-state.json': '{"format":99}' }, 'another version'],
  ['where a file is', { state: 'a file' }, 'a part of the path is a file'],
])('a store %s is refused', async (_case, files, words) => {
  const out = scene.place(files);
  const { code, err } = await shipworthy(orgRun(scene.from, out));
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words) });
});

test('a store that may not be written is refused', async () => {
  const out = scene.place();
  chmodSync(out, 0o500);
  const { code, err } = await withoutPrivileges(orgRun(scene.from, out));
  chmodSync(out, 0o700);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('you may not write there') });
  expect(readdirSync(out)).toEqual([]);
});

/** Permissions do not hold root; without its capabilities root is held to them like everybody. */
function withoutPrivileges(args: readonly string[]): Promise<{ code: number | null; err: string }> {
  const way = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all'] : ['env'];
  return ended([...way, process.execPath, COMMAND, ...args]);
}
