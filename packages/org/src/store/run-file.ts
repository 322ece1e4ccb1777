import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RepositoryRecord, RunHeader } from './record.ts';
import { storeFault } from './store-fault.ts';

/** A run as its file has it. */
export interface ReadRun {
  readonly header: RunHeader;
  readonly repositories: readonly RepositoryRecord[];
  /** All repositories are recorded. */
  readonly ended: boolean;
  /** Bytes of the lines that are whole; what follows was cut off when the process ended. */
  readonly whole: number;
}

type Line = { readonly run: RunHeader } | { readonly repository: RepositoryRecord } | { readonly end: true };

/** Undefined for a file that is not there or has no whole header. */
export function readRun(file: string): ReadRun | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const whole = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.toString('utf8', 0, whole).split('\n').filter(Boolean).flatMap(lineOf);
  const [first, ...rest] = lines;
  if (!first || !('run' in first)) return undefined;
  // A repository that is recorded twice was recorded again on purpose: the later one counts.
  const repositories = new Map(
    rest.flatMap((line) => ('repository' in line ? [[line.repository.id, line.repository] as const] : [])),
  );
  return {
    header: first.run,
    repositories: [...repositories.values()],
    ended: rest.some((line) => 'end' in line),
    whole,
  };
}

function lineOf(text: string): Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return isLine(value) ? [value] : [];
  } catch {
    return [];
  }
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && ('run' in value || 'repository' in value || 'end' in value);

/** The file of a run that is written: every line is on the disk when the call returns. */
export class RunFile {
  readonly #file: string;
  readonly #handle: number;

  private constructor(file: string, handle: number) {
    this.#file = file;
    this.#handle = handle;
  }

  /** @throws SourceError when it cannot be written. */
  static begin(file: string, header: RunHeader): RunFile {
    const run = RunFile.#open(file, 'w', undefined);
    run.#append({ run: header });
    return run;
  }

  /** Goes on after the last whole line. */
  static goOn(file: string, { whole }: Pick<ReadRun, 'whole'>): RunFile {
    return RunFile.#open(file, 'r+', whole);
  }

  static #open(file: string, flags: 'w' | 'r+', at: number | undefined): RunFile {
    try {
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, flags);
      if (at !== undefined) ftruncateSync(handle, at);
      closeSync(handle);
      return new RunFile(file, openSync(file, 'a'));
    } catch (cause) {
      throw storeFault(file, cause);
    }
  }

  /** @throws SourceError when the disk does not take it. */
  record(repository: RepositoryRecord): void {
    this.#append({ repository });
  }

  end(): void {
    this.#append({ end: true });
  }

  close(): void {
    closeSync(this.#handle);
  }

  #append(line: Line): void {
    try {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle, bytes, written);
      fsyncSync(this.#handle);
    } catch (cause) {
      throw storeFault(this.#file, cause);
    }
  }
}
