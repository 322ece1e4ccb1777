import { expect, jest, test } from '@jest/globals';
import { goingOn, killed, randomOf } from './organisation-folder.ts';
import { organisationScene } from './organisation-scene.ts';
import { shipworthy } from './run-built.ts';

jest.setTimeout(600_000);

const REPOSITORIES = 30;
const KILLS = 20;
const SEED = Number(process.env.SHIPWORTHY_SEED ?? Date.now() % 1_000_000);

const scene = organisationScene(REPOSITORIES);

test(`a run over ${REPOSITORIES} repositories, killed at ${KILLS} random moments, ends as if nothing had happened (seed ${SEED})`, async () => {
  const random = randomOf(SEED);
  let kills = 0;
  while (kills < KILLS) {
    const out = scene.place();
    // Twice in the same run, then to its end.
    for (let nth = 0; nth < 2; nth++) if (await killed(goingOn(scene.from, out), random() * scene.lasts)) kills++;
    expect(await shipworthy(goingOn(scene.from, out))).toMatchObject({ code: 0 });
    scene.expectWhole(out);
  }
});
