// Installs what is missing on a machine with only Node, npm and git; costs a few milliseconds when nothing is.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDigest, root } from './workspace.mjs';

const stamp = join(root, 'node_modules/.shipworthy-installed');

export function bootstrap() {
  const { engines, packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`shipworthy needs Node ${engines.node}; this is ${process.versions.node}.`);
    process.exit(3);
  }
  const digest = installDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  console.error(`Installing dependencies with ${packageManager} ...`);
  const install = spawnSync(
    'npx',
    ['--yes', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (install.status !== 0) {
    console.error('The installation failed; the lines above say why. It needs the npm registry to be reachable.');
    process.exit(install.status ?? 1);
  }
  writeFileSync(stamp, digest);
}

if (process.argv[1] === new URL(import.meta.url).pathname) bootstrap();
