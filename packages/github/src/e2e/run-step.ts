import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Everything of one test file, removed behind it. */
const PLACE = realpathSync(mkdtempSync(join(tmpdir(), 'shipworthy-step-')));
afterAll(() => rmSync(PLACE, { recursive: true, force: true }));
/** The bundle alone, in a folder without anything around it. */
const BUNDLE = join(PLACE, 'action');

/** Builds the bundle if it is missing or older than its sources, and takes a copy. */
export function buildIfStale(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-action.mjs'), '--if-stale'], { stdio: 'pipe' });
  cpSync(join(ROOT, 'action'), BUNDLE, { recursive: true });
}

let folders = 0;
/** A new empty folder. */
export function emptyFolder(): string {
  const folder = join(PLACE, `f${++folders}`);
  mkdirSync(folder);
  return folder;
}

export interface Step {
  readonly event: string;
  /** The event as GitHub writes it; a text is written as it is. */
  readonly payload: unknown;
  readonly workspace: string;
  readonly sha: string;
  readonly ref?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What other commands of the step wrote into its summary. */
  readonly summaryBefore?: string;
}

export interface RanStep {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly err: string;
  readonly summary: string;
  readonly outputs: ReadonlyMap<string, string>;
}

/** Runs the bundle as a runner does: a clean environment, the event in a file, files for the summary and the outputs. */
export async function runStep(step: Step): Promise<RanStep> {
  const { child, folder } = startStep(step);
  const log: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...ended) => resolve(ended));
  });
  return {
    code,
    signal,
    log: Buffer.concat(log).toString(),
    err: Buffer.concat(err).toString(),
    summary: readFileSync(join(folder, 'summary.md'), 'utf8'),
    outputs: outputsOf(readFileSync(join(folder, 'outputs'), 'utf8')),
  };
}

/** The same without waiting for its end. */
export function startStep({ event, payload, workspace, sha, ref, inputs = {}, env = {}, summaryBefore = '' }: Step) {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'temp'));
  writeFileSync(join(folder, 'event.json'), typeof payload === 'string' ? payload : JSON.stringify(payload));
  writeFileSync(join(folder, 'summary.md'), summaryBefore);
  writeFileSync(join(folder, 'outputs'), '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [join(BUNDLE, 'index.js')], {
    cwd: workspace,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'octo/demo',
      GITHUB_SHA: sha,
      GITHUB_REF: ref ?? 'refs/heads/main',
      // Nothing listens there: a test that reaches out says so.
      GITHUB_SERVER_URL: 'http://127.0.0.1:9',
      GITHUB_API_URL: 'http://127.0.0.1:9/api/v3',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      GITHUB_OUTPUT: join(folder, 'outputs'),
      RUNNER_TEMP: join(folder, 'temp'),
      SHIPWORTHY_TODAY: '2026-02-01',
      ...Object.fromEntries(given),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, folder };
}

/** As the runner reads the file of outputs. */
function outputsOf(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  for (const [, name = '', , value = ''] of text.matchAll(/^([^\n]+?)<<(\S+)\n(.*?)\n\2\n/gms))
    outputs.set(name, value);
  return outputs;
}
