import type { StoredTree } from '../collect/stored-tree.ts';
import type { RepositoryRecord, RunHeader, WeekRecord } from './record.ts';

/** What a run recorded, by the id of the repository, in the order it was recorded. Each is read when it is asked for. */
export interface Records {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): RepositoryRecord | undefined;
  values(): Iterable<RepositoryRecord>;
}

/** A run that is finished, with what it found. */
export interface FinishedRun {
  readonly id: string;
  readonly header: RunHeader;
  readonly records: Records;
}

/** A run that goes on. What is recorded is on the disk. */
export interface OpenRun {
  readonly id: string;
  /** What is recorded of it, that from before it was interrupted included. */
  readonly records: Records;
  /** The finished run before it. */
  readonly previous: FinishedRun | undefined;
  /** @throws SourceError when the disk does not take it; what is recorded stays. */
  record(repository: RepositoryRecord): void;
  /** Ends the run: its week and its transitions are kept for good, and what no kept run needs goes. */
  finish(week: WeekRecord): void;
  /** Leaves it as it is, to go on another time. */
  close(): void;
}

/**
 * Where an organisation's history is kept. Discovery, audits and the report meet here and nowhere else, so that they can
 * become jobs of several machines.
 */
export interface OrgStore {
  /** Undefined where nothing of it is kept. */
  tree(id: string): StoredTree | undefined;
  /** @throws SourceError when the disk does not take it. */
  keepTree(tree: StoredTree): Promise<void>;
  /** Begins a run, or goes on with one of an equal header that was interrupted. */
  beginRun(header: RunHeader): OpenRun;
  /** The last finished run. */
  last(): FinishedRun | undefined;
  /** The last run is finished, its header is this one, and its report was never written: it was interrupted in between. */
  untold(header: RunHeader): boolean;
  /** The report of the last finished run is written. */
  told(): void;
  /** What is kept of all finished runs, oldest first. */
  weeks(): readonly WeekRecord[];
  close(): void;
}
