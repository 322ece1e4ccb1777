import { runGit } from './git-process.ts';

/** What a partial clone leaves on its server. */
export interface LeftOut {
  /** As its remote is configured: `blob:none`, `blob:limit=1m`. Empty when nothing says. */
  readonly filters: readonly string[];
  /** Nothing but large files is left out. */
  readonly onlyLarge: boolean;
}

/** Undefined for the repository of a folder (absolute path) that is no partial clone. Asks no server. */
export async function leftOutOf(folder: string): Promise<LeftOut | undefined> {
  const answer = await runGit(folder, ['config', '-z', '--get-regexp', PROMISES]);
  if (!answer.ok) return undefined;
  const settings = answer.stdout.toString('utf8').split('\0');
  const filters = settings.flatMap((setting) => /^remote\..*\.partialclonefilter\n(.+)$/s.exec(setting)?.[1] ?? []);
  return { filters, onlyLarge: filters.length > 0 && filters.every((filter) => filter.startsWith('blob:limit=')) };
}

const PROMISES = '^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$';

/**
 * Those of the objects (hex ids) that a partial clone has. Versions of git before 2.45 end at the first that it has not, since
 * they may not ask the server for it; told to ignore what is missing, all of them go on.
 */
export async function heldObjects(folder: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const passing = ['--objects', '--no-walk', '--ignore-missing', '--missing=allow-any', '--no-object-names'];
  const { stdout } = await runGit(folder, ['rev-list', ...passing, '--stdin'], ids.map((id) => `${id}\n`).join(''));
  return new Set(stdout.toString('utf8').split('\n'));
}
