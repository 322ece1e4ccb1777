// npm run bench -- [--alone] PATH...: shipworthy against the floor and beside repolinter; interleaved, medians and ratios.
// Never a test: machines differ.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOne, copyTree } from './bench-tree.mjs';
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

const ROUNDS = 7;
/** The last that was published. */
const REPOLINTER = 'repolinter@0.12.0';
const usage = join(root, 'scripts/bench-usage.mjs');

bootstrap();
const { buildIfStale } = await import('./build.mjs');
const cli = await buildIfStale();
const args = process.argv.slice(2);
const targets = args.filter((arg) => arg !== '--alone');
if (targets.length === 0) targets.push(root);
const missing = targets.find((target) => !existsSync(target));
if (missing !== undefined) {
  console.error(`There is no ${missing}. Give folders of repositories: npm run bench -- [--alone] PATH...`);
  process.exit(3);
}
const scratch = mkdtempSync(join(tmpdir(), 'shipworthy-bench-'));
const cache = join(scratch, 'cache');
const inScratch = (name) => join(scratch, name);

function measure(script, ...args) {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--import', usage, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
    env: { ...process.env, SHIPWORTHY_CACHE_DIR: cache },
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  const { peak, busy } = JSON.parse(run.output[3].toString() || '{"peak":0,"busy":0}');
  return { wall, busy, peak, out: run.stdout.toString(), status: run.status };
}

/** The program that says which files an audit reads. */
async function bundleReads() {
  const { build } = await import('esbuild');
  const outfile = inScratch('reads.mjs');
  await build({
    entryPoints: [join(root, 'scripts/bench-reads.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['shipworthy-source'],
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
}

/** Where repolinter starts, in a folder of its own; undefined where it cannot be had. */
function installRepolinter() {
  const folder = inScratch('repolinter');
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const install = spawnSync('npm', ['install', ...options, REPOLINTER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status === 0) return join(folder, 'node_modules/repolinter/bin/repolinter.js');
  console.error(`${REPOLINTER} could not be installed, and is left out`);
  return undefined;
}

const median = (runs, what) => runs.map((run) => run[what]).toSorted((a, b) => a - b)[runs.length >> 1];
const cell = (text, width) => String(text).padStart(width);
const ratio = (of, to, what) => (median(of, what) / median(to, what)).toFixed(2);

/** Wall time and its ratio to the floor, processor time and its ratio, peak memory. */
const columns = (runs, floor) =>
  [
    cell(median(runs, 'wall').toFixed(0), 7),
    cell(ratio(runs, floor, 'wall'), 7),
    cell(median(runs, 'busy').toFixed(0), 7),
    cell(ratio(runs, floor, 'busy'), 7),
    cell((Math.max(...runs.map((run) => run.peak)) / 2 ** 20).toFixed(0), 6),
  ].join('');

function bench(target, reads, repolinter) {
  const copy = inScratch('tree');
  rmSync(copy, { recursive: true, force: true });
  copyTree(target, copy);
  const list = inScratch('list');
  const { stdout, stderr, status } = spawnSync(process.execPath, [reads, copy], { maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${target}: ${stderr}`);
  writeFileSync(list, stdout);
  const paths = stdout.toString().split('\0').filter(Boolean);
  const rows = { floor: [], cold: [], unchanged: [], changed: [], ...(repolinter && { repolinter: [] }) };
  for (let round = 0; round < ROUNDS; round++) {
    const lint = () => measure(cli, 'lint', copy, '--fail-on', 'never');
    rows.floor.push(measure(join(root, 'scripts/bench-floor.mjs'), copy, list));
    rmSync(cache, { recursive: true, force: true });
    rows.cold.push(lint());
    rows.unchanged.push(lint());
    changeOne(copy, paths, round);
    rows.changed.push(lint());
    if (repolinter) rows.repolinter.push(measure(repolinter, 'lint', copy));
  }
  const failed = [...rows.cold, ...rows.unchanged, ...rows.changed].find((run) => run.status !== 0);
  if (failed) console.error(`${target}: lint ended with ${failed.status}`);
  const { files, read, bytes } = JSON.parse(rows.floor[0].out);
  console.log(`${target}: ${files} files, ${read} read (${(bytes / 2 ** 20).toFixed(1)} MiB)`);
  for (const [name, runs] of Object.entries(rows)) console.log(`  ${name.padEnd(10)}${columns(runs, rows.floor)}`);
  if (repolinter)
    console.log(
      `  repolinter takes ${ratio(rows.repolinter, rows.cold, 'wall')} x the time of cold, ${ratio(rows.repolinter, rows.unchanged, 'wall')} x of unchanged`,
    );
}

try {
  const reads = await bundleReads();
  const repolinter = args.includes('--alone') ? undefined : installRepolinter();
  console.log('ms of wall time, x the floor; ms on a processor (without git), x the floor; peak MiB');
  for (const target of targets) bench(target, reads, repolinter);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
