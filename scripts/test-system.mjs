// npm run test:system: the tests that use the whole machine: a fresh clone, a packed and installed package.
import { spawnSync } from 'node:child_process';
import { root } from './workspace.mjs';

const run = spawnSync(
  process.execPath,
  [
    'scripts/test.mjs',
    '--testMatch',
    '**/*.system.test.ts',
    '--testPathIgnorePatterns',
    '/node_modules/',
    '--runInBand',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
