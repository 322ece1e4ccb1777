// node scripts/bench-org.mjs CLONES [SIZE...]: what an organisation's run costs for each repository, made of the trees of real
// clones: SIZE repositories that are their commits, from the newest back. First run, and the same again where nothing changed.
// Never a test: machines differ.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

bootstrap();
const { buildIfStale } = await import('./build.mjs');
const cli = await buildIfStale();
const usage = join(root, 'scripts/bench-usage.mjs');
const [clones, ...sizes] = process.argv.slice(2);
if (clones === undefined) {
  console.error('Give a folder of clones, and sizes: node scripts/bench-org.mjs CLONES 100 1000');
  process.exit(3);
}
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-bench-org-'));
const git = (folder, ...args) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();

/** The commits of the main line of each clone, newest first. */
function histories() {
  return readdirSync(clones)
    .sort()
    .map((name) => resolve(clones, name))
    .flatMap((folder) => {
      try {
        const objects = resolve(folder, git(folder, 'rev-parse', '--git-path', 'objects'));
        return [{ objects, commits: git(folder, 'rev-list', '--first-parent', 'HEAD').split('\n') }];
      } catch {
        return [];
      }
    });
}

/** Bare repositories that share the objects of the clones; each stands on a commit of its own. */
function organisation(size, sources) {
  const folder = join(scratch, `org-${size}`);
  for (let nth = 0; nth < size; nth++) {
    const { objects, commits } = sources[nth % sources.length];
    const path = join(folder, `repository-${nth}`);
    for (const part of ['objects/info', 'refs']) mkdirSync(join(path, part), { recursive: true });
    writeFileSync(join(path, 'objects/info/alternates'), `${objects}\n`);
    writeFileSync(join(path, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    writeFileSync(join(path, 'HEAD'), `${commits[Math.floor(nth / sources.length) % commits.length]}\n`);
  }
  return folder;
}

function run(from, out, day) {
  const start = process.hrtime.bigint();
  const args = ['org', 'run', '--from', from, '--out', out, '--as-of', day];
  const child = spawnSync(process.execPath, ['--import', usage, cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  if (child.status !== 0) throw new Error(child.stderr.toString());
  const { peak } = JSON.parse(child.output[3].toString());
  return { wall: Number(process.hrtime.bigint() - start) / 1e6, peak };
}

const bytesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

try {
  const sources = histories();
  console.log(
    'repositories | first run, ms each | unchanged, ms each | store, KiB each | peak first, MiB | peak unchanged, MiB',
  );
  for (const size of sizes.length > 0 ? sizes.map(Number) : [100]) {
    const from = organisation(size, sources);
    const out = join(scratch, `out-${size}`);
    const first = run(from, out, '2026-11-16');
    const store = bytesBelow(join(out, 'state'));
    const again = run(from, out, '2026-11-23');
    const each = (ms) => (ms / size).toFixed(0);
    const mebibytes = (bytes) => (bytes / 1024 ** 2).toFixed(0);
    console.log(
      [
        size,
        each(first.wall),
        each(again.wall),
        (store / 1024 / size).toFixed(0),
        mebibytes(first.peak),
        mebibytes(again.peak),
      ].join(' | '),
    );
    rmSync(from, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
