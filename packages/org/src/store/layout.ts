import { join } from 'node:path';

/** The version of the layout. A store of another is not touched. */
export const STORE_FORMAT = 1;

/** Where things are in the folder of a store. Plain files that git keeps well: none changes but the newest run. */
export const layout = (folder: string) => ({
  format: join(folder, 'shipworthy-state.json'),
  lock: join(folder, 'lock'),
  /** Id of the last run whose report was written. */
  told: join(folder, 'told'),
  /** Compressed JSON, one file for each tree that a kept run names. */
  tree: (id: string) => join(folder, 'trees', id.slice(0, 2), `${id}.json.gz`),
  trees: join(folder, 'trees'),
  /** JSON lines: a header, the repositories, an end. */
  run: (id: string) => join(folder, 'runs', `${id}.jsonl`),
  runs: join(folder, 'runs'),
  /** What is kept of a run when its file is gone. */
  week: (id: string) => join(folder, 'weeks', `${id}.json`),
  weeks: join(folder, 'weeks'),
  /** JSON lines: findings that came and went. */
  transitions: (id: string) => join(folder, 'transitions', `${id}.jsonl`),
  transitionsFolder: join(folder, 'transitions'),
});

export type Layout = ReturnType<typeof layout>;
