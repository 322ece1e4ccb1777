import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { orgRun, reportIn } from './organisation-folder.ts';
import { organisationScene } from './organisation-scene.ts';
import { kibOf, withOwnMounts } from './own-mounts.ts';
import { COMMAND } from './run-built.ts';

jest.setTimeout(300_000);

const REPOSITORIES = 12;
/** Far more than a run of so few needs. */
const ENOUGH = '64m';

const scene = organisationScene(REPOSITORIES);

/**
 * On a disk of its own at $1, of $2 bytes: a run, what it left copied to $3/full, more room, the run again, what that left
 * copied to $3/room. The command itself begins at $4. A remount that names the device as well takes no options over: those
 * that the system shows are not always taken back in a user namespace.
 */
const FULL = `
disk=$1 size=$2 kept=$3; shift 3
mount -t tmpfs -o size=$size tmpfs "$disk"
code=0; "$@" >/dev/null 2>"$kept/err" || code=$?
cp -r "$disk" "$kept/full"
mount -o remount,size=${ENOUGH} tmpfs "$disk"
again=0; "$@" >/dev/null 2>"$kept/err-again" || again=$?
cp -r "$disk" "$kept/room"
chmod -R a+rwX "$kept"
echo "$code $again"
`;

/** The lines of the one run of a store that are whole. */
function wholeLines(out: string): string[] {
  const runs = join(out, 'state/runs');
  let names: string[];
  try {
    names = readdirSync(runs);
  } catch {
    return [];
  }
  return names.flatMap((name) => readFileSync(join(runs, name), 'utf8').split('\n').slice(0, -1));
}

/** How much there is room for: of the store, and of the report when the store is whole. */
const ROOM: readonly (readonly [ofStore: number, ofReport: number])[] = [
  ...[0.02, 0.2, 0.4, 0.6, 0.8, 0.95].map((share) => [share, 0] as const),
  ...[0.1, 0.6].map((share) => [1, share] as const),
];

describe('a disk with room for so much', () => {
  test.each(ROOM)(
    '(%f of the store, %f of the report): the run says so, keeps what it has, and goes on when there is more',
    async (ofStore, ofReport) => {
      const [disk, kept] = [scene.place(), scene.place()];
      const store = kibOf(join(scene.whole, 'state'));
      const size = `${Math.ceil((store * ofStore + (kibOf(scene.whole) - store) * ofReport) / 4) * 4}k`;
      const ran = await withOwnMounts(FULL, [disk, size, kept, process.execPath, COMMAND, ...orgRun(scene.from, disk)]);
      const said = readFileSync(join(kept, 'err'), 'utf8');
      expect({ ...ran, said }).toEqual({
        code: 0,
        out: '2 0\n',
        err: '',
        said: expect.stringMatching(/cannot write \S+: the disk is full\n.*Make room/),
      });
      const path = /cannot write (\S+):/.exec(said)?.[1]?.slice(disk.length + 1);
      expect(path?.startsWith('state/')).toBe(ofReport === 0);
      const before = wholeLines(join(kept, 'full'));
      expect(wholeLines(join(kept, 'room')).slice(0, before.length)).toEqual(before);
      scene.expectWhole(join(kept, 'room'));
    },
  );
});

test('a disk that is read-only is said, and loses nothing', async () => {
  const [disk, kept] = [scene.place(), scene.place()];
  const script = `
disk=$1 kept=$2; shift 2
mount -t tmpfs -o size=${ENOUGH} tmpfs "$disk"
"$@" >/dev/null 2>&1
mount -o remount,ro tmpfs "$disk"
code=0; "$@" >/dev/null 2>"$kept/err" || code=$?
cp -r "$disk" "$kept/left"
chmod -R a+rwX "$kept"
echo "$code"
`;
  const ran = await withOwnMounts(script, [disk, kept, process.execPath, COMMAND, ...orgRun(scene.from, disk)]);
  expect({ ...ran, said: readFileSync(join(kept, 'err'), 'utf8') }).toEqual({
    code: 0,
    out: '2\n',
    err: '',
    said: expect.stringContaining('the disk is read-only'),
  });
  expect(reportIn(join(kept, 'left'))).toBe(reportIn(scene.whole));
});
