// npm run bench -- PATH...: shipworthy against the floor, interleaved, medians and ratios. Never a test: machines differ.
import { spawnSync } from 'node:child_process';
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

function measure(script, args) {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--import', usage, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { milliseconds, peak: Number(run.output[3]), out: run.stdout.toString(), status: run.status };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

console.log(`${'repository'.padEnd(44)} files   read   floor ms  lint ms  ratio  peak MiB`);
for (const target of targets) {
  const floor = [];
  const lint = [];
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(measure(join(root, 'scripts/bench-floor.mjs'), [target]));
    lint.push(measure(cli, ['lint', target, '--fail-on', 'never']));
  }
  const failed = lint.find((run) => run.status !== 0);
  if (failed) console.error(`${target}: lint ended with ${failed.status}`);
  const { files, read } = JSON.parse(floor[0].out);
  const [a, b] = [median(floor.map((run) => run.milliseconds)), median(lint.map((run) => run.milliseconds))];
  const peak = Math.max(...lint.map((run) => run.peak)) / 2 ** 20;
  console.log(
    `${target.slice(-44).padEnd(44)} ${String(files).padEnd(7)} ${String(read).padEnd(6)} ${a.toFixed(0).padStart(8)} ${b.toFixed(0).padStart(8)} ${(b / a).toFixed(2).padStart(6)} ${peak.toFixed(0).padStart(9)}`,
  );
}
