import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BUILT = join(ROOT, 'packages/cli/dist');

/** A copy of the build, so that another build beside the tests takes no chunk away from them. */
const COPY = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-e2e-build-')));
afterAll(() => rmSync(COPY, { recursive: true, force: true }));
export const COMMAND = join(COPY, 'shipworthy.js');

/** A build takes seconds, on a busy machine a minute; somebody else may make several beside the tests. */
const ATTEMPTS = 10;
const PAUSE_MS = 1000;

/** Builds the bundle if it is missing or older than its sources, and takes it; again where another build came between. */
export function buildIfStale(): void {
  for (let attempt = 1; ; attempt++) {
    const fault = takeBuild();
    if (fault === undefined) break;
    if (attempt === ATTEMPTS) throw new Error(`no build stays as it is for long enough: ${fault}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  writeFileSync(join(COPY, 'package.json'), '{ "type": "module" }');
}

/** Why the copy is not whole; undefined when it is. */
function takeBuild(): string | undefined {
  try {
    execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), '--if-stale'], { stdio: 'pipe' });
    const began = timesOf(BUILT);
    // Types are written by another tool, and are no part of the command.
    cpSync(BUILT, COPY, { recursive: true, filter: (path) => basename(path) !== 'types' });
    return timesOf(BUILT) === began ? lackingIn(COPY) : 'it was built again while it was copied';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A chunk that others name and that is not there. */
function lackingIn(build: string): string | undefined {
  const chunks = new Set(readdirSync(join(build, 'chunks')));
  const named = [...chunks].flatMap((chunk) => chunksNamedIn(readFileSync(join(build, 'chunks', chunk), 'latin1')));
  return ['full.js', 'folder-listing.js', ...named].find((chunk) => !chunks.has(chunk));
}

/** When the two files with which a build begins and ends were written. */
const timesOf = (build: string): string =>
  ['chunks/full.js', 'shipworthy.js'].map((file) => mtimeOf(join(build, file))).join();

const mtimeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Chunks end in a hash of eight characters. */
const chunksNamedIn = (code: string): string[] =>
  [...code.matchAll(/["']\.\/([\w.-]+-[0-9A-Z]{8}\.js)["']/g)].flatMap(([, name]) => name ?? []);

/** Tests leave the account's own cache alone. */
const CACHE = mkdtempSync(join(tmpdir(), 'shipworthy-e2e-cache-'));
afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

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
