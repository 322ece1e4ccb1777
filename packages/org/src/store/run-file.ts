import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RepositoryRecord, RunHeader } from './record.ts';
import { type Line, linesOf, textOf } from './run-lines.ts';
import type { Records } from './store.ts';
import { storeFault } from './store-fault.ts';

/** A run as its file has it. */
export interface ReadRun {
  readonly header: RunHeader;
  readonly records: StoredRecords;
  /** All repositories are recorded. */
  readonly ended: boolean;
  /** Bytes of the lines that are whole; what follows was cut off when the process ended. */
  readonly whole: number;
}

type Said = { readonly run: RunHeader } | { readonly repository: RepositoryRecord } | { readonly end: true };

/** Undefined for a file that is not there or has no whole header. */
export function readRun(file: string): ReadRun | undefined {
  const records = new StoredRecords(file);
  let header: RunHeader | undefined;
  let ended = false;
  let whole = 0;
  try {
    for (const line of linesOf(file)) {
      whole = line.at + line.length + 1;
      const said = saidBy(line.text);
      if (!said) continue;
      if (!header) {
        if (!('run' in said)) return undefined;
        header = said.run;
      } else if ('repository' in said) records.add(said.repository.id, line);
      else if ('end' in said) ended = true;
    }
  } catch {
    return undefined;
  }
  return header && { header, records, ended, whole };
}

function saidBy(text: string): Said | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isSaid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && ('run' in value || 'repository' in value || 'end' in value);

/** Records by where they stand in a run's file: ten thousand of them in memory would be more than all audits need. */
export class StoredRecords implements Records {
  readonly #file: string;
  readonly #lines = new Map<string, Line>();

  constructor(file: string) {
    this.#file = file;
  }

  get size(): number {
    return this.#lines.size;
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  get(id: string): RepositoryRecord | undefined {
    const line = this.#lines.get(id);
    const said = line && saidBy(textOf(this.#file, line));
    return said && 'repository' in said ? said.repository : undefined;
  }

  *values(): Generator<RepositoryRecord, void, undefined> {
    for (const id of this.#lines.keys()) {
      const record = this.get(id);
      if (record) yield record;
    }
  }

  /** A repository that is recorded twice was recorded again on purpose: the later one counts. */
  add(id: string, { at, length }: Line): void {
    this.#lines.set(id, { at, length });
  }
}

/** The file of a run that is written: every line is on the disk when the call returns. */
export class RunFile {
  /** What is recorded so far. */
  readonly records: StoredRecords;
  readonly #file: string;
  readonly #handle: number;
  /** Bytes that the file has. */
  #end: number;

  private constructor(file: string, handle: number, end: number, records: StoredRecords) {
    this.#file = file;
    this.#handle = handle;
    this.#end = end;
    this.records = records;
  }

  /** @throws SourceError when it cannot be written. */
  static begin(file: string, header: RunHeader): RunFile {
    const run = RunFile.#open(file, 'w', 0, new StoredRecords(file));
    run.#append({ run: header });
    return run;
  }

  /** Goes on after the last whole line. */
  static goOn(file: string, { whole, records }: Pick<ReadRun, 'whole' | 'records'>): RunFile {
    return RunFile.#open(file, 'r+', whole, records);
  }

  static #open(file: string, flags: 'w' | 'r+', end: number, records: StoredRecords): RunFile {
    try {
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, flags);
      ftruncateSync(handle, end);
      closeSync(handle);
      return new RunFile(file, openSync(file, 'a'), end, records);
    } catch (cause) {
      throw storeFault(file, cause);
    }
  }

  /** @throws SourceError when the disk does not take it. */
  record(repository: RepositoryRecord): void {
    this.records.add(repository.id, this.#append({ repository }));
  }

  end(): void {
    this.#append({ end: true });
  }

  close(): void {
    closeSync(this.#handle);
  }

  #append(said: Said): Line {
    try {
      const bytes = Buffer.from(`${JSON.stringify(said)}\n`);
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#handle, bytes, written);
      fsyncSync(this.#handle);
      const line = { at: this.#end, length: bytes.length - 1 };
      this.#end += bytes.length;
      return line;
    } catch (cause) {
      throw storeFault(this.#file, cause);
    }
  }
}
