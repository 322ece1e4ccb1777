import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { DiskReports, MAX_REPORT_BYTES } from './disk-reports.ts';
import { keptFile, linkElsewhere, placeForEachTest } from './test-data/cache-place.ts';

const place = placeForEachTest();

const QUESTION = 'a1'.repeat(32);
const REPORT = { seen: '{"tree":"t"}', text: 'One gap.\nÜber alles ✓\n' };
const open = (build = 'b1', of = place.repository): DiskReports =>
  new DiskReports({ folder: place.folder, repository: of, build });
const file = (): string => keptFile(place);

describe('a report', () => {
  beforeEach(() => open().keep(QUESTION, REPORT));

  test('is found as it was kept, by this account alone', () => {
    expect(open().find(QUESTION)).toEqual(REPORT);
    expect(readdirSync(place.folder)).toEqual([expect.stringMatching(/^[0-9a-f]{32}-[0-9a-f]{32}\.report$/)]);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('is of one build, one repository and one question', () => {
    expect(open('b2').find(QUESTION)).toBeUndefined();
    expect(open('b1', place.root).find(QUESTION)).toBeUndefined();
    expect(open().find('b2'.repeat(32))).toBeUndefined();
    // The names of files hold only the beginning of a question.
    expect(open().find(`${QUESTION.slice(0, 32)}${'00'.repeat(16)}`)).toBeUndefined();
  });

  test('gives way to a newer one', () => {
    open().keep(QUESTION, { seen: '{}', text: '' });
    expect(open().find(QUESTION)).toEqual({ seen: '{}', text: '' });
    expect(readdirSync(place.folder)).toHaveLength(1);
  });

  test('is nothing wherever it is damaged or cut off', () => {
    const good = readFileSync(file());
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      writeFileSync(file(), bad);
      expect(open().find(QUESTION)).toBeUndefined();
      writeFileSync(file(), good.subarray(0, at));
      expect(open().find(QUESTION)).toBeUndefined();
    }
    writeFileSync(file(), good);
    expect(open().find(QUESTION)).toEqual(REPORT);
  });

  test('is nothing when others may write it, and when it is a link', () => {
    chmodSync(file(), 0o620);
    expect(open().find(QUESTION)).toBeUndefined();
    chmodSync(file(), 0o600);
    linkElsewhere(place);
    expect(open().find(QUESTION)).toBeUndefined();
  });
});

describe('nothing is kept', () => {
  test('in the repository that is audited', () => {
    place.folder = join(place.repository, 'cache');
    open().keep(QUESTION, REPORT);
    expect(readdirSync(place.repository)).toEqual([]);
  });

  test('where nothing can be written, and why is said', () => {
    place.folder = join(place.root, 'taken');
    writeFileSync(place.folder, '');
    const reports = open();
    reports.keep(QUESTION, REPORT);
    expect(reports.troubles).toEqual([expect.stringMatching(/^report not saved: E[A-Z]+$/)]);
    expect(reports.find(QUESTION)).toBeUndefined();
  });

  test('that is too large', () => {
    open().keep(QUESTION, REPORT);
    open().keep(QUESTION, { seen: '{}', text: 'x'.repeat(MAX_REPORT_BYTES) });
    expect(open().find(QUESTION)).toEqual(REPORT);
  });
});

test('of two writers at once one report is kept whole', () => {
  const [one, two] = [open(), open()];
  one.keep(QUESTION, REPORT);
  two.keep(QUESTION, { ...REPORT, text: 'two' });
  expect(open().find(QUESTION)?.text).toBe('two');
});
