import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  goingOn,
  killed,
  organisationOf,
  orgRun,
  randomOf,
  recordedIn,
  remove,
  reportIn,
} from './organisation-folder.ts';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

jest.setTimeout(600_000);

const REPOSITORIES = 30;
const KILLS = 20;
const SEED = Number(process.env.SHIPWORTHY_SEED ?? Date.now() % 1_000_000);

let from: string;
const folders: string[] = [];
const place = (): string => {
  const folder = folderOf({});
  folders.push(folder);
  return folder;
};
beforeAll(() => {
  buildIfStale();
  from = organisationOf(REPOSITORIES);
});
afterAll(() => [from, ...folders].forEach(remove));

test(`a run over ${REPOSITORIES} repositories, killed at ${KILLS} random moments, ends as if nothing had happened (seed ${SEED})`, async () => {
  const whole = place();
  const begun = performance.now();
  expect(await shipworthy(orgRun(from, whole))).toMatchObject({ code: 0 });
  const lasts = performance.now() - begun;
  const random = randomOf(SEED);
  let kills = 0;
  while (kills < KILLS) {
    const out = place();
    // Twice in the same run, then to its end.
    for (let nth = 0; nth < 2; nth++) if (await killed(goingOn(from, out), random() * lasts)) kills++;
    expect(await shipworthy(goingOn(from, out))).toMatchObject({ code: 0 });
    expect(recordedIn(out).sort()).toEqual(readdirSync(from).sort());
    expect(reportIn(out)).toBe(reportIn(whole));
  }
});
