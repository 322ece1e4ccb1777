// npm run bench -- PATH...: shipworthy against the floor, without and with what an earlier run kept; interleaved, medians
// and ratios. Never a test: machines differ.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

const ROUNDS = 7;
const usage = join(root, 'scripts/bench-usage.mjs');

bootstrap();
const { buildIfStale } = await import('./build.mjs');
const cli = await buildIfStale();
const targets = process.argv.slice(2);
if (targets.length === 0) targets.push(root);
const cache = mkdtempSync(join(tmpdir(), 'shipworthy-bench-'));

function measure(script, args) {
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

const median = (runs, what) => runs.map((run) => run[what]).toSorted((a, b) => a - b)[runs.length >> 1];
const cell = (text, width) => String(text).padStart(width);

/** Wall time and its ratio to the floor, processor time and its ratio, peak memory. */
function columns(runs, floor) {
  const [wall, busy] = [median(runs, 'wall'), median(runs, 'busy')];
  const peak = Math.max(...runs.map((run) => run.peak)) / 2 ** 20;
  return [
    cell(wall.toFixed(0), 7),
    cell((wall / median(floor, 'wall')).toFixed(2), 6),
    cell(busy.toFixed(0), 7),
    cell((busy / median(floor, 'busy')).toFixed(2), 6),
    cell(peak.toFixed(0), 6),
  ].join('');
}

try {
  console.log('ms of wall time, x the floor; ms on a processor (without git), x the floor; peak MiB');
  for (const target of targets) {
    const floor = [];
    const cold = [];
    const warm = [];
    for (let round = 0; round < ROUNDS; round++) {
      const lint = () => measure(cli, ['lint', target, '--fail-on', 'never']);
      floor.push(measure(join(root, 'scripts/bench-floor.mjs'), [target]));
      rmSync(cache, { recursive: true, force: true });
      cold.push(lint());
      warm.push(lint());
    }
    const failed = [...cold, ...warm].find((run) => run.status !== 0);
    if (failed) console.error(`${target}: lint ended with ${failed.status}`);
    const { files, read } = JSON.parse(floor[0].out);
    console.log(`${target}: ${files} files, ${read} read`);
    for (const [name, runs] of Object.entries({ floor, cold, warm }))
      console.log(`  ${name.padEnd(6)}${columns(runs, floor)}`);
  }
} finally {
  rmSync(cache, { recursive: true, force: true });
}
