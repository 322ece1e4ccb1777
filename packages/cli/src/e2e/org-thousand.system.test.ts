import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Fault, HostedRepository } from '@shipworthy/github-client/testing';
import { remove } from './organisation-folder.ts';
import { fetchedIn, GitHubScene, kindsOf, Organisation, reportOf, Trees } from './organisation-github.ts';
import { buildIfStale, folderOf } from './run-built.ts';

jest.setTimeout(600_000);

const REPOSITORIES = 1000;
const PAGES = 10;
/** Trees that most repositories share. */
const SHARED = 20;
/** Of a repository that is fetched: its commit, then what it lacks of its files, each by two requests. */
const REQUESTS_EACH = 4;
const TOKEN = 'secret-token';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
const nameOf = (nth: number): string => `service-${String(nth).padStart(4, '0')}`;
const fullName = (nth: number): string => `acme/${nameOf(nth)}`;

/** Repositories that something happens to in the first run. Each of them has a tree that no other has. */
const BROKEN_GIT = 110;
const LIMITED = 111;
const HANGING = 112;
const BREAKING_OFF = 113;
const DELETED = 114;
const RENAMED = 115;
const DOWN = 116;
const REFUSED = 117;
const OWN_TREE = range(BROKEN_GIT, REFUSED);
/** The token is shown their names alone. */
const NAMED = range(120, 122);
/** The token is shown nothing of these. */
const HIDDEN = range(130, 131);

/** What happens between the runs. */
const CHANGED = range(210, 229);
const OTHER_NAME = range(310, 314);
const GIVEN_AWAY = 320;
const GONE = 321;
const RETIRED = range(322, 323);
const TAKEN_UP_AGAIN = 401;

/** Of each hundred one or another is left out. */
const left: Readonly<Record<number, Partial<HostedRepository>>> = {
  1: { archived: true },
  2: { empty: true },
  3: { fork: true },
  4: { template: true },
  5: { disabled: true },
};

let trees: Trees;
let organisation: Organisation;
let scene: GitHubScene;
let out: string;
let peakFile: string;
beforeAll(async () => {
  buildIfStale();
  trees = new Trees();
  const shared = range(1, SHARED).map((nth) => trees.commit(`shared-${nth}`));
  const own = new Map(OWN_TREE.map((nth) => [nth, trees.commit(nameOf(nth))]));
  organisation = new Organisation();
  organisation.repositories = range(0, REPOSITORIES - 1).map((nth): HostedRepository => {
    const commit = own.get(nth) ?? shared[nth % SHARED] ?? '';
    const known = { owner: 'acme', name: nameOf(nth), id: 1000 + nth, folder: trees.folder.path, commit };
    return { ...known, ...(nth % 10 === 6 ? { private: true } : {}), ...left[nth % 100] };
  });
  const named = new Set(NAMED.map(fullName));
  const hidden = new Set(HIDDEN.map(fullName));
  scene = await GitHubScene.start(organisation, {
    [TOKEN]: { kind: 'pat', shown: (name) => (hidden.has(name) ? 'nothing' : named.has(name) ? 'named' : 'all') },
  });
  out = folderOf({
    'peak.mjs':
      "import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));\n",
  });
  peakFile = join(out, 'peak.txt');
});
afterAll(async () => {
  await scene.github.close();
  trees.folder.remove();
  remove(out);
});

/** A run, with its figures printed: they are of this machine, and nothing is asked of them. */
async function run(day: string) {
  const begun = performance.now();
  const ran = await scene.run(
    { out, day, token: TOKEN },
    { NODE_OPTIONS: `--import ${pathToFileURL(join(out, 'peak.mjs')).href}`, PEAK_FILE: peakFile },
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const peak = Math.round(Number(readFileSync(peakFile, 'utf8')) / 1024);
  process.stdout.write(`${day}: ${seconds} s, at most ${peak} MiB, ${JSON.stringify(kindsOf(ran.requests))}\n`);
  return ran;
}

/** The sentence of the report on what it covers. */
const coverageLine = (): string | undefined =>
  readFileSync(join(out, 'report.md'), 'utf8').match(/[\d,]+ of [\d,]+ repositories audited.*?(?=\. )/)?.[0];

const coverageOf = () => {
  const { coverage } = reportOf(out);
  const failed = Object.fromEntries(coverage.failed.map(({ name, why }: { name: string; why: string }) => [name, why]));
  return { ...coverage, failed };
};

describe(`an organisation of ${REPOSITORIES} repositories`, () => {
  test('is audited whole, whatever goes wrong on the way; what cannot be read is counted by its cause', async () => {
    const of = (nth: number, fault: Omit<Fault, 'path'>): Fault => ({ ...fault, path: `/${fullName(nth)}/` });
    const faults: Fault[] = [
      // While the repositories are listed: each page is asked for until it comes.
      { operation: 'graphql', after: 2, times: 1, answer: 'secondary-limit', retryAfter: 1 },
      { operation: 'graphql', after: 5, times: 1, answer: 'primary-limit', resetAt: Math.ceil(Date.now() / 1000) + 3 },
      { operation: 'graphql', after: 7, times: 1, answer: 'bad-gateway' },
      { operation: 'graphql', after: 9, times: 1, answer: 'reset' },
      of(BROKEN_GIT, { operation: 'git', answer: 'bad-gateway' }),
      of(LIMITED, { operation: 'git', answer: 'primary-limit' }),
      of(LIMITED, { operation: 'git/get-tree', times: 1, answer: 'secondary-limit', retryAfter: 1 }),
      of(HANGING, { operation: 'git', answer: 'bad-gateway' }),
      of(HANGING, { operation: 'git/get-tree', times: 1, answer: 'hang' }),
      // Its commit comes, the contents of its files do not.
      of(BREAKING_OFF, { operation: 'git', after: 2, answer: 'reset' }),
      of(DOWN, { operation: 'git', answer: 'bad-gateway' }),
      of(DOWN, { operation: 'git/get-tree', answer: 'bad-gateway' }),
      of(REFUSED, { operation: 'git', answer: 'forbidden' }),
      of(REFUSED, { operation: 'git/get-tree', answer: 'forbidden' }),
    ];
    for (const fault of faults) scene.github.faults.add(fault);
    scene.github.faults.truncateTreesAt = 2;
    organisation.deleted.add(fullName(DELETED));
    organisation.renamed.set(fullName(RENAMED), 'another-name');

    const { code, err, requests } = await run('2026-11-15');
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining(TOKEN) });
    expect(coverageOf()).toEqual({
      discovered: 998,
      audited: 942,
      unchanged: 0,
      failed: {
        [fullName(DELETED)]: expect.stringContaining('GitHub knows nothing there'),
        [fullName(DOWN)]: expect.stringContaining('GitHub answers with an error of its own (502)'),
        [fullName(REFUSED)]: expect.stringContaining('the token may not do this'),
        ...Object.fromEntries(NAMED.map((nth) => [fullName(nth), expect.stringContaining('no default branch')])),
      },
      excluded: { archived: 10, disabled: 10, empty: 10, fork: 10, template: 10 },
    });
    expect(coverageLine()).toBe(
      '942 of 948 repositories audited (99.3%); 6 failed; 50 left out: 10 archived, 10 disabled, 10 empty, 10 fork, 10 template',
    );
    const kinds = kindsOf(requests);
    expect(kinds).toEqual({
      // Pages, four of them twice, and the texts of four repositories.
      graphql: PAGES + 4 + 4,
      git: expect.any(Number),
      // A tree that is cut is listed by its parts: four requests. One was limited and one hung before; one is not there, one
      // refused, and one asked for four times.
      'git/get-tree': 4 + (1 + 4) + (1 + 4) + 4 + 1 + 1 + 4,
    });
    // Trees that many have are fetched once, but for those that are asked for at the same moment.
    const fetched = fetchedIn(requests);
    expect(fetched).toEqual(expect.arrayContaining(OWN_TREE.map(fullName)));
    expect(fetched.length).toBeGreaterThanOrEqual(SHARED + OWN_TREE.length);
    expect(fetched.length).toBeLessThan(REPOSITORIES / 4);
  });

  test('is asked a week later for what changed, and for nothing else', async () => {
    scene.github.faults.clear();
    organisation.deleted.clear();
    organisation.renamed.clear();
    const changed = new Map(CHANGED.map((nth) => [nth, trees.commit(`changed-${nth}`)]));
    organisation.repositories = [
      ...organisation.repositories.flatMap((hosted, nth): HostedRepository[] => {
        const commit = changed.get(nth);
        if (nth === DELETED || nth === GONE) return [];
        if (nth === RENAMED) return [{ ...hosted, name: 'another-name', formerly: [fullName(nth)] }];
        if (OTHER_NAME.includes(nth)) return [{ ...hosted, name: `now-${hosted.name}`, formerly: [fullName(nth)] }];
        if (nth === GIVEN_AWAY) return [{ ...hosted, owner: 'umbrella', formerly: [fullName(nth)] }];
        if (RETIRED.includes(nth)) return [{ ...hosted, archived: true }];
        if (nth === TAKEN_UP_AGAIN) return [{ ...hosted, archived: false }];
        return [commit === undefined ? hosted : { ...hosted, commit }];
      }),
      {
        owner: 'acme',
        name: 'taken-over',
        id: 5000,
        folder: trees.folder.path,
        commit: organisation.repositories[0]?.commit ?? '',
        formerly: ['elsewhere/tool'],
      },
    ];
    const { code, requests } = await run('2026-11-22');
    expect(code).toBe(0);
    // What could not be read a week ago can be now.
    const asked = [...CHANGED, DOWN, REFUSED];
    expect(kindsOf(requests)).toEqual({ graphql: PAGES, git: asked.length * REQUESTS_EACH });
    expect(fetchedIn(requests)).toEqual(asked.map(fullName).sort());
    const noMore = expect.stringContaining('GitHub shows it no more');
    expect(coverageOf()).toEqual({
      discovered: 999,
      audited: 942,
      // All but those that were asked for, the one that was taken over, and the one taken up again.
      unchanged: 942 - asked.length - 2,
      failed: {
        ...Object.fromEntries([DELETED, GIVEN_AWAY, GONE].map((nth) => [fullName(nth), noMore])),
        ...Object.fromEntries(NAMED.map((nth) => [fullName(nth), expect.stringContaining('no default branch')])),
      },
      excluded: { archived: 11, disabled: 10, empty: 10, fork: 10, template: 10 },
    });
    expect(coverageLine()).toBe(
      '942 of 948 repositories audited (99.3%), 918 of them unchanged; 6 failed; 51 left out: 11 archived, 10 disabled, 10 empty, 10 fork, 10 template',
    );
    const { repositories, regressions, fixed } = reportOf(out);
    const named = new Map(repositories.map(({ id, name }: { id: string; name: string }) => [id, name]));
    for (const nth of OTHER_NAME) expect(named.get(String(1000 + nth))).toBe(`acme/now-${nameOf(nth)}`);
    expect(named.get(String(1000 + RENAMED))).toBe('acme/another-name');
    const movedIn = (all: { repository: string }[]) => [...new Set(all.map(({ repository }) => repository))].sort();
    const ids = CHANGED.map((nth) => String(1000 + nth));
    expect({ regressed: movedIn(regressions), fixed: movedIn(fixed) }).toEqual({ regressed: ids, fixed: ids });
  });
});
