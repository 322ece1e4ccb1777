import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type Ran } from './run-built.ts';

/** Bytes. Of a tmpfs. */
const PAGE = 4096;

/**
 * How a process gets mounts that nobody else sees: as root of a user namespace of its own, as root, or by sudo where that asks
 * for no password.
 */
const WAYS: readonly (readonly [string, ...string[]])[] = [
  ['unshare', '--map-root-user', '--mount'],
  ['unshare', '--mount'],
  ['sudo', '-n', 'unshare', '--mount'],
];

let found: readonly [string, ...string[]] | undefined;

/** Throws where no file system can be mounted: a test of one must not pass without it. */
function way(): readonly [string, ...string[]] {
  if (found) return found;
  const folder = folderOf({});
  const said: string[] = [];
  for (const [command, ...args] of WAYS) {
    const mount = [...args, 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder];
    const tried = spawnSync(command, mount, { encoding: 'utf8' });
    if (tried.status === 0) found ??= [command, ...args];
    else said.push(`${[command, ...args].join(' ')}: ${tried.error?.message ?? tried.stderr.trim()}`);
    if (found) break;
  }
  rmSync(folder, { recursive: true, force: true });
  if (found) return found;
  throw new Error(
    `this test mounts a small disk of its own, and cannot here; run it as root, or where user namespaces are allowed:\n${said.join('\n')}`,
  );
}

/** Runs a shell script where it may mount: `$1`, `$2` and so on are `args`. It ends at the first command that fails. */
export function withOwnMounts(script: string, args: readonly string[]): Promise<Ran> {
  const [command, ...before] = way();
  const child = spawn(command, [...before, 'sh', '-euc', script, 'sh', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** KiB that the files of a folder take: whole pages of 4 KiB each. */
export function kibOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = files.map(({ parentPath, name }) => Math.ceil(statSync(join(parentPath, name)).size / PAGE));
  return (pages.reduce((sum, each) => sum + each, 0) * PAGE) / 1024;
}
