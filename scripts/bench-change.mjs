// What it costs to judge a change; never a test, machines differ: `node scripts/bench-change.mjs [--changes N] CLONE...`. The newest N changes of each clone (20; bare or
// not), from the oldest on, each against its first parent, with one cache: as a team's machine sees them. Prints medians, in ms.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './bootstrap.mjs';

bootstrap();
const { buildIfStale } = await import('./build.mjs');
const cli = await buildIfStale();

const { values, positionals } = parseArgs({
  options: { changes: { type: 'string', default: '20' } },
  allowPositionals: true,
});

const git = (clone, ...args) => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`git in ${clone}: ${stderr.trim()}`);
  return stdout.split('\n').filter(Boolean);
};
const median = (times) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);

/** Time of one `lint --base`, in ms. Findings are no failure. */
function judged(clone, commit, cache) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [cli, 'lint', clone, '--base', `${commit}^1`, '--revision', commit],
    { encoding: 'utf8', env: { ...process.env, SHIPWORTHY_CACHE_DIR: cache } },
  );
  if (status !== 0 && status !== 1) throw new Error(`${clone} ${commit}: ${stderr.trim()}`);
  return performance.now() - start;
}

console.log(
  '| clone | files | changes | first of all | each, first time | at most | each, again |\n|---|---|---|---|---|---|---|',
);
for (const clone of positionals) {
  const files = git(clone, 'ls-tree', '-r', '--name-only', 'HEAD').length;
  const [warming, ...commits] = git(
    clone,
    ...['rev-list', '--first-parent', '--min-parents=1', `--max-count=${Number(values.changes) + 1}`, 'HEAD'],
  ).reverse();
  const cache = mkdtempSync(join(tmpdir(), 'shipworthy-bench-change-'));
  try {
    const cold = judged(clone, warming, cache);
    const times = commits.map((commit) => [judged(clone, commit, cache), judged(clone, commit, cache)]);
    const first = times.map(([time]) => time);
    const again = times.map(([, time]) => time);
    const figures = [
      files,
      commits.length,
      Math.round(cold),
      median(first),
      Math.round(Math.max(...first)),
      median(again),
    ];
    console.log(`| ${clone} | ${figures.join(' | ')} |`);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}
