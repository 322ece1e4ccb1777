// npm test: set up, build what is stale, run the tests. Arguments go to Jest.
import { spawnSync } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

bootstrap();
const { buildIfStale } = await import('./build.mjs');
await buildIfStale();
const { buildActionIfStale } = await import('./build-action.mjs');
await buildActionIfStale();
const run = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
