import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SourceError } from '@shipworthy/model';
import { type Layout, layout, STORE_FORMAT } from './layout.ts';
import { takeLock } from './lock.ts';
import type { RunHeader, WeekRecord } from './record.ts';
import { RunFile, readRun } from './run-file.ts';
import type { FinishedRun, OpenRun, OrgStore, Records } from './store.ts';
import { readTree, writeTree } from './tree-file.ts';
import { writeWhole } from './write-whole.ts';

/** Runs whose records are kept: a quarter of weekly ones. Of older ones their weeks and transitions stay. */
const KEPT_RUNS = 13;
/** Weeks and transitions of two years. */
const KEPT_WEEKS = 104;

/**
 * The store in a folder of plain files. One process at a time.
 * @param now for people who meet the lock
 * @throws SourceError when it is in use, cannot be written, or is of another version
 */
export function openFileStore(folder: string, now: Date): OrgStore {
  const paths = layout(folder);
  const lock = takeLock(paths.lock, now);
  try {
    requireFormat(paths);
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    tree: (id) => readTree(paths.tree(id), id),
    keepTree: (tree) => writeTree(paths.tree(tree.tree), tree),
    beginRun: (header) => beginRun(paths, header),
    last: () => lastFinished(paths),
    untold(header) {
      const last = lastFinished(paths);
      return last !== undefined && isSame(last.header, header) && toldOf(paths) !== last.id;
    },
    told() {
      const last = lastFinished(paths);
      if (last) writeWhole(paths.told, `${last.id}\n`);
    },
    weeks: () => weeksOf(paths),
    close: () => lock.release(),
  };
}

function requireFormat({ format }: Layout): void {
  let text: string;
  try {
    text = readFileSync(format, 'utf8');
  } catch {
    writeWhole(format, `${JSON.stringify({ format: STORE_FORMAT })}\n`);
    return;
  }
  if (formatOf(text) !== STORE_FORMAT)
    throw new SourceError(
      `the store is of another version than this shipworthy reads (${format})`,
      'environment',
      'Run the version that wrote it, or give --state another folder and begin anew.',
    );
}

function formatOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  } catch {
    return undefined;
  }
}

/** `2026-11-22`, and `2026-11-22.2` for the second run of a day. */
const RUN_ID = /^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/;

/** Ids of the files of a folder, oldest first. */
function idsIn(folder: string, extension: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(extension) && RUN_ID.test(basename(name, extension)))
    .map((name) => basename(name, extension))
    .sort(byId);
}

function byId(a: string, b: string): number {
  const [, dayA = '', nthA = '1'] = RUN_ID.exec(a) ?? [];
  const [, dayB = '', nthB = '1'] = RUN_ID.exec(b) ?? [];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : Number(nthA) - Number(nthB);
}

function lastFinished(paths: Layout): FinishedRun | undefined {
  for (const id of idsIn(paths.runs, '.jsonl').reverse()) {
    const run = readRun(paths.run(id));
    if (run?.ended) return { id, header: run.header, records: run.records };
  }
  return undefined;
}

function toldOf({ told }: Layout): string | undefined {
  try {
    return readFileSync(told, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function weeksOf(paths: Layout): WeekRecord[] {
  return idsIn(paths.weeks, '.json').flatMap((id) => {
    try {
      return [JSON.parse(readFileSync(paths.week(id), 'utf8')) as WeekRecord];
    } catch {
      return [];
    }
  });
}

function beginRun(paths: Layout, header: RunHeader): OpenRun {
  const previous = lastFinished(paths);
  const newest = idsIn(paths.runs, '.jsonl').at(-1);
  const begun = newest === undefined ? undefined : readRun(paths.run(newest));
  if (newest !== undefined && begun && !begun.ended && isSame(begun.header, header))
    return openRun(paths, newest, previous, RunFile.goOn(paths.run(newest), begun));
  const id = freeId(paths, header.asOf);
  return openRun(paths, id, previous, RunFile.begin(paths.run(id), header));
}

const isSame = (a: RunHeader, b: RunHeader): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An interrupted run of another header is nobody's any more. */
function freeId(paths: Layout, day: string): string {
  for (const id of idsIn(paths.runs, '.jsonl')) if (!readRun(paths.run(id))?.ended) rmSync(paths.run(id));
  const taken = new Set(idsIn(paths.runs, '.jsonl'));
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? day : `${day}.${nth}`;
    if (!taken.has(id)) return id;
  }
}

function openRun(paths: Layout, id: string, previous: FinishedRun | undefined, file: RunFile): OpenRun {
  return {
    id,
    records: file.records,
    previous,
    record: (repository) => file.record(repository),
    finish(week) {
      writeWhole(paths.transitions(id), transitionLines(file.records));
      writeWhole(paths.week(id), `${JSON.stringify(week)}\n`);
      file.end();
      retire(paths);
    },
    close: () => file.close(),
  };
}

/** By the id of the repository, however long each took. */
function transitionLines(records: Records): string {
  const lines: { readonly id: string; readonly text: string }[] = [];
  for (const { id, name, opened, gone } of records.values()) {
    const moved = [
      ...opened.map((each) => ({ repository: id, name, came: true, ...each })),
      ...gone.map((each) => ({ repository: id, name, came: false, ...each })),
    ];
    lines.push({ id, text: moved.map((line) => `${JSON.stringify(line)}\n`).join('') });
  }
  return lines
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ text }) => text)
    .join('');
}

/** Removes what is older than what is kept, and trees that no kept run names. */
function retire(paths: Layout): void {
  for (const id of idsIn(paths.runs, '.jsonl').slice(0, -KEPT_RUNS)) rmSync(paths.run(id));
  for (const id of idsIn(paths.weeks, '.json').slice(0, -KEPT_WEEKS)) rmSync(paths.week(id));
  for (const id of idsIn(paths.transitionsFolder, '.jsonl').slice(0, -KEPT_WEEKS)) rmSync(paths.transitions(id));
  const last = lastFinished(paths);
  if (!last || !existsSync(paths.trees)) return;
  const named = new Set<string>();
  for (const { tree } of last.records.values()) if (tree !== undefined) named.add(tree);
  for (const part of readdirSync(paths.trees))
    for (const name of readdirSync(join(paths.trees, part)))
      if (!named.has(name.replace(/\.json\.gz$/, ''))) rmSync(join(paths.trees, part, name), { force: true });
}
