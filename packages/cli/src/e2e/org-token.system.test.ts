import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { HostedRepository } from '@shipworthy/github-client/testing';
import { recordedIn, reportIn } from './organisation-folder.ts';
import { fetchedIn, GitHubScene, kindsOf, Organisation, reportOf, Trees } from './organisation-github.ts';
import { placesOfTests } from './organisation-scene.ts';
import { buildIfStale } from './run-built.ts';

jest.setTimeout(180_000);

const REPOSITORIES = 12;
/** Of a repository that is fetched: its commit, then what it lacks of its files, each by two requests. */
const REQUESTS_EACH = 4;
const DAY = '2026-11-15';
/** Requests after which the tokens expire: at once, at the first repositories, and further on. */
const LASTS = [2, 15, 41];

let trees: Trees;
let scene: GitHubScene;
let whole: string;
const place = placesOfTests();

/** Of every second one nothing is shown. */
const isOdd = (name: string): boolean => Number(name.slice(-2)) % 2 === 1;

beforeAll(async () => {
  buildIfStale();
  trees = new Trees();
  const organisation = new Organisation();
  organisation.repositories = Array.from({ length: REPOSITORIES }, (_, nth): HostedRepository => {
    const name = `service-${String(nth).padStart(2, '0')}`;
    return { owner: 'acme', name, id: 100 + nth, folder: trees.folder.path, commit: trees.commit(name) };
  });
  scene = await GitHubScene.start(organisation, {
    'good-token': 'pat',
    'expired-token': { kind: 'pat', lasts: 0 },
    'narrow-token': { kind: 'pat', shown: (name) => (isOdd(name) ? 'nothing' : 'all') },
    ...Object.fromEntries(LASTS.map((lasts) => [`short-token-${lasts}`, { kind: 'pat', lasts }])),
  });
  whole = place();
  const ran = await scene.run({ out: whole, day: DAY, token: 'good-token' });
  expect({ code: ran.code, kinds: kindsOf(ran.requests) }).toEqual({
    code: 0,
    kinds: { graphql: 1, git: REPOSITORIES * REQUESTS_EACH },
  });
});
afterAll(async () => {
  await scene.github.close();
  trees.folder.remove();
});

/** Every file of a folder with what it holds. */
const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );

describe('a token that is refused when the repositories are asked for', () => {
  test.each([
    ["is nobody's", 'wrong-token', undefined, 'GitHub does not accept the token'],
    ['has expired', 'expired-token', undefined, 'GitHub does not accept the token'],
    ['lacks a right', 'good-token', 'forbidden', 'it lacks "contents: read"'],
    ['is not authorised for single sign-on', 'good-token', 'sso', 'single sign-on'],
  ] as const)('since it %s is said, and nothing is lost', async (_case, token, answer, words) => {
    if (answer) scene.github.faults.add({ operation: 'graphql', answer });
    const before = filesIn(whole);
    const { code, out, err } = await scene.run({ out: whole, day: '2026-11-22', token });
    scene.github.faults.clear();
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(words) });
    expect(err).not.toContain(token);
    expect(filesIn(whole)).toEqual(before);
  });
});

describe('a token that expires in the middle of a run', () => {
  test.each(LASTS)('(after %i requests) ends it; the next goes on and repeats nothing', async (lasts) => {
    const out = place();
    const token = `short-token-${lasts}`;
    const { code, err } = await scene.run({ out, day: DAY, token });
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /GitHub stopped accepting the token in the middle of the run\n.*What is recorded stays/,
      ),
    });
    expect(err).not.toContain(token);
    expect(existsSync(join(out, 'report.json'))).toBe(false);
    const recorded = recordedIn(out);
    expect(recorded.length).toBeLessThanOrEqual(Math.floor(lasts / REQUESTS_EACH));
    if (lasts === LASTS.at(-1)) expect(recorded.length).toBeGreaterThan(0);

    const again = await scene.run({ out, day: DAY, token: 'good-token' });
    const left = REPOSITORIES - recorded.length;
    expect({ code: again.code, kinds: kindsOf(again.requests) }).toEqual({
      code: 0,
      kinds: { graphql: 1, git: left * REQUESTS_EACH },
    });
    const names = new Map(scene.organisation.repositories.map(({ id, name }) => [String(id), `acme/${name}`]));
    const done = new Set(recorded.map((id) => names.get(id)));
    expect(fetchedIn(again.requests)).toEqual([...names.values()].filter((name) => !done.has(name)));
    expect(recordedIn(out).sort()).toEqual([...names.keys()].sort());
    expect(reportIn(out)).toBe(reportIn(whole));
  });
});

describe('a limit of the API that is used up', () => {
  const limit = { operation: 'git/get-tree', answer: 'primary-limit' } as const;
  const failing = { operation: 'git', answer: 'bad-gateway' } as const;

  test('ends a run that git brings nothing to, and the next goes on', async () => {
    const out = place();
    scene.github.faults.add(failing).add(limit);
    const { code, err, requests } = await scene.run({ out, day: DAY, token: 'good-token' });
    scene.github.faults.clear();
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('hourly limit of requests is used up') });
    // Those that were begun, and none after them.
    expect(fetchedIn(requests).length).toBeLessThanOrEqual(4);
    expect(recordedIn(out)).toEqual([]);
    expect(await scene.run({ out, day: DAY, token: 'good-token' })).toMatchObject({ code: 0 });
    expect(reportIn(out)).toBe(reportIn(whole));
  });

  test('is nothing to repositories that git brings', async () => {
    const out = place();
    scene.github.faults.add({ ...failing, path: '/service-07/' }).add(limit);
    const { code } = await scene.run({ out, day: DAY, token: 'good-token' });
    scene.github.faults.clear();
    expect({ code, coverage: reportOf(out).coverage }).toMatchObject({
      code: 0,
      coverage: { audited: REPOSITORIES - 1, failed: [{ name: 'acme/service-07' }] },
    });
  });
});

test('a token that is shown fewer repositories than the one before is told, once, and nothing counts as fixed', async () => {
  const out = place();
  const runs: [day: string, token: string][] = [
    ['2026-11-01', 'good-token'],
    ['2026-11-08', 'narrow-token'],
    ['2026-11-15', 'good-token'],
    ['2026-11-22', 'narrow-token'],
    ['2026-11-29', 'narrow-token'],
  ];
  const told = [];
  for (const [day, token] of runs) {
    const { code, requests } = await scene.run({ out, day, token });
    const { coverage, regressions, fixed } = reportOf(out);
    told.push({
      code,
      fetched: fetchedIn(requests).length,
      audited: coverage.audited,
      failed: coverage.failed.filter(({ why }: { why: string }) => /the token is shown less/.test(why)).length,
      moved: regressions.length + fixed.length,
    });
  }
  const half = REPOSITORIES / 2;
  const still = { code: 0, fetched: 0, moved: 0 };
  expect(told).toEqual([
    { ...still, fetched: REPOSITORIES, audited: REPOSITORIES, failed: 0 },
    { ...still, audited: half, failed: half },
    { ...still, audited: REPOSITORIES, failed: 0 },
    { ...still, audited: half, failed: half },
    { ...still, audited: half, failed: 0 },
  ]);
});
