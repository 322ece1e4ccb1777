import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { organisationOf, orgRun, recordedIn, remove, reportIn } from './organisation-folder.ts';
import { buildIfStale, folderOf, shipworthy } from './run-built.ts';

/** Makes folders outside git that go after the last test of the file; `files` are in it from the start. */
export function placesOfTests(): (files?: Readonly<Record<string, string>>) => string {
  const folders: string[] = [];
  afterAll(() => folders.forEach(remove));
  return (files = {}) => {
    const folder = folderOf(files);
    folders.push(folder);
    return folder;
  };
}

/** An organisation on disk, and what a run over it gives that nothing interrupts; there only while tests run. */
export interface OrganisationScene {
  /** The folder of its clones. */
  readonly from: string;
  /** What the whole run wrote. */
  readonly whole: string;
  /** Milliseconds the whole run took. */
  readonly lasts: number;
  readonly place: ReturnType<typeof placesOfTests>;
  /** Each repository is recorded once, and the report is that of the whole run, byte by byte. */
  expectWhole(out: string): void;
}

/** Sets the scene once for the tests of the file that calls this, with so many repositories. */
export function organisationScene(repositories: number): OrganisationScene {
  const place = placesOfTests();
  let from: string;
  let whole: string;
  let lasts: number;
  beforeAll(async () => {
    buildIfStale();
    from = organisationOf(repositories);
    whole = place();
    const begun = performance.now();
    expect(await shipworthy(orgRun(from, whole))).toMatchObject({ code: 0 });
    lasts = performance.now() - begun;
  });
  afterAll(() => remove(from));
  return {
    get from() {
      return from;
    },
    get whole() {
      return whole;
    },
    get lasts() {
      return lasts;
    },
    place,
    expectWhole: (out) => {
      expect(recordedIn(out).sort()).toEqual(readdirSync(from).sort());
      expect(reportIn(out)).toBe(reportIn(whole));
    },
  };
}
