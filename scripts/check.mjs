// npm run check: what continuous integration demands besides the tests.
import { spawnSync } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

bootstrap();
const steps = [
  ['generated files are fresh', process.execPath, ['scripts/generate.mjs', '--check']],
  ['types', process.execPath, ['node_modules/typescript/bin/tsc', '-b']],
  ['lint and format', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']],
];
for (const [name, command, args] of steps) {
  console.log(`- ${name}`);
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) {
    console.error(`failed: ${name}`);
    process.exitCode = 1;
  }
}
