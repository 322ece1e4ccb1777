import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BUILT = join(ROOT, 'packages/cli/dist');

/** A copy of the build, so that another build beside the tests takes no chunk away from them. */
const COPY = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-e2e-build-')));
afterAll(() => rmSync(COPY, { recursive: true, force: true }));
export const COMMAND = join(COPY, 'shipworthy.js');

/** Builds the bundle if it is missing or older than its sources, and takes it. */
export function buildIfStale(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--if-stale'], { stdio: 'pipe' });
  cpSync(BUILT, COPY, { recursive: true });
  writeFileSync(join(COPY, 'package.json'), '{ "type": "module" }');
}

/** Tests leave the account's own cache alone. */
const CACHE = mkdtempSync(join(tmpdir(), 'shipworthy-e2e-cache-'));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the built command as a user would, without a terminal.
 * @param timeout milliseconds after which it is ended; `code` is null then
 */
export function shipworthy(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  timeout?: number,
): Promise<Ran> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...inherited, SHIPWORTHY_CACHE_DIR: CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(timeout !== undefined && { timeout, killSignal: 'SIGKILL' as const }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** A folder outside git that holds these files; its physical path. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-e2e-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
