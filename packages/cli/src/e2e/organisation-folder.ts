import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMAND, folderOf } from './run-built.ts';

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/repositories/', import.meta.url));
/** Of every commit, so that two folders made alike have equal commits. */
const DAY = '2026-11-01T12:00:00Z';

/** A folder of clones made from the repositories of the fixtures, each a little different; its path. */
export function organisationOf(count: number): string {
  const folder = folderOf({});
  const models = readdirSync(FIXTURES);
  for (let nth = 0; nth < count; nth++) {
    const clone = join(folder, `service-${String(nth).padStart(3, '0')}`);
    cpSync(join(FIXTURES, models[nth % models.length] ?? ''), clone, { recursive: true });
    writeFileSync(join(clone, 'ABOUT.md'), `# Service ${nth}\n`);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        env: { ...process.env, GIT_AUTHOR_DATE: DAY, GIT_COMMITTER_DATE: DAY },
        stdio: 'pipe',
      });
    git('init', '-q');
    git('add', '-A', '-f');
    git('commit', '-q', '-m', 'all');
  }
  return folder;
}

export const orgRun = (from: string, out: string): string[] => [
  ...['org', 'run', '--from', from, '--out', out, '--as-of', '2026-11-22'],
];

/** Begins the built command and kills it after `wait` milliseconds, as no handler can see; whether that was before its end. */
export async function killed(args: readonly string[], wait: number): Promise<boolean> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), wait);
  const signal = await new Promise((resolve) => child.on('close', (_code, by) => resolve(by)));
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

/** What ends a run: itself again, or only its report where all is recorded. */
export function goingOn(from: string, out: string): readonly string[] {
  const runs = join(out, 'state/runs');
  const ended =
    existsSync(runs) &&
    readdirSync(runs).some((name) => readFileSync(join(runs, name), 'utf8').endsWith('{"end":true}\n'));
  return ended ? ['org', 'report', '--out', out] : orgRun(from, out);
}

/** Ids in the lines of the one run in a store, in their order. */
export function recordedIn(out: string): string[] {
  const runs = join(out, 'state/runs');
  const files = readdirSync(runs);
  if (files.length !== 1) throw new Error(`there are ${files.length} runs: ${files.join(', ')}`);
  return readFileSync(join(runs, files[0] ?? ''), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { repository } = JSON.parse(line);
      return repository ? [String(repository.id)] : [];
    });
}

export const reportIn = (out: string): string => readFileSync(join(out, 'report.json'), 'utf8');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
