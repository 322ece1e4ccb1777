import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { SourceError } from '@shipworthy/model';
import { systemCode } from '@shipworthy/sources';
import { storeFault } from './store-fault.ts';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, where the system tells: a number is given to another process later. */
  readonly began?: string;
  readonly since: string;
}

export interface Lock {
  release(): void;
}

/** Two processes may find the same dead lock: who removes it tries again, and no more often than this. */
const ATTEMPTS = 5;

/**
 * Takes the lock of a store. One of a living process is never taken away; one of a process that is gone from this machine
 * is.
 * @param now for people: when it was taken
 * @throws SourceError that says who holds it
 */
export function takeLock(file: string, now: Date): Lock {
  const own: Holder = { pid: process.pid, host: hostname(), ...beganOf(process.pid), since: now.toISOString() };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(file, own)) return { release: () => rmSync(file, { force: true }) };
    const holder = holderOf(file);
    if (holder === 'gone') continue;
    if (holder === undefined || isAlive(holder)) throw held(file, holder);
    bury(file);
  }
  throw held(file, undefined);
}

/** The lock comes into being with its content: a process that is killed leaves none that says nothing. */
function create(file: string, own: Holder): boolean {
  const beside = `${file}.${own.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw storeFault(file, cause);
  }
  try {
    writeFileSync(beside, `${JSON.stringify(own)}\n`);
    linkSync(beside, file);
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw storeFault(file, cause);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Takes a dead lock away, and puts it back where another process has made it its own meanwhile. */
function bury(file: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const holder = holderOf(aside);
  if (holder === undefined || (holder !== 'gone' && isAlive(holder))) {
    try {
      linkSync(aside, file);
    } catch {
      // A third one holds it now.
    }
  }
  rmSync(aside, { force: true });
}

/** Undefined: it cannot be told, and is taken for held. */
function holderOf(file: string): Holder | 'gone' | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'gone' : undefined;
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  Number.isSafeInteger(value.pid) &&
  'host' in value &&
  typeof value.host === 'string' &&
  'since' in value &&
  typeof value.since === 'string';

/** Whether a process of another machine lives cannot be seen from here. */
function isAlive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    if (systemCode(error) !== 'EPERM') return false;
  }
  const now = beganOf(pid).began;
  return began === undefined || now === undefined || began === now;
}

/** Field 22 of /proc/PID/stat, in ticks since the machine began; nothing where there is no /proc. */
function beganOf(pid: number): { readonly began?: string } {
  try {
    // The name of the program stands in parentheses and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[19] === undefined ? {} : { began: fields[19] };
  } catch {
    return {};
  }
}

function held(file: string, holder: Holder | undefined): SourceError {
  const who = holder
    ? `process ${holder.pid} on ${holder.host} has held it since ${holder.since}`
    : 'its lock cannot be read';
  return new SourceError(
    `the store is in use: ${who}`,
    'environment',
    `Wait for that run to end. If nothing runs any more, remove ${file}.`,
  );
}
