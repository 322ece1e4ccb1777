import { runGit } from './git-process.ts';
import { gitListing } from './git-repository.ts';

/** Names that can stand in a setting given on the command line. */
const PLAIN_DRIVER = /^[^=\r\n]+$/;
/** More drivers than anybody configures. */
const MAX_DRIVERS = 200;

/**
 * Tracked files below a folder whose size or time differs from that in the index. Where the time decides nothing (written
 * in the moment the index was), git compares contents, and would start the filters of the repository for that, and look
 * into its submodules: both are switched off. Undefined where filters cannot be: nothing is known then.
 */
export async function touchedFiles(root: string): Promise<ReadonlySet<string> | undefined> {
  const drivers = await filterDrivers(root);
  if (drivers.length > MAX_DRIVERS || !drivers.every((driver) => PLAIN_DRIVER.test(driver))) return undefined;
  const off = drivers.flatMap((driver) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.${driver}.${setting}`]),
  );
  const { stdout } = await gitListing(root, [
    ...off,
    'diff-files',
    '--name-only',
    '--relative',
    '--ignore-submodules=all',
    '-z',
  ]);
  return new Set(stdout.toString('utf8').split('\0'));
}

/** What the settings of every scope call a filter. Fails when there is none, which is the usual. */
async function filterDrivers(root: string): Promise<readonly string[]> {
  const { stdout } = await runGit(root, ['config', '--name-only', '-z', '--get-regexp', '^filter\\.']);
  const names = stdout.toString('utf8').split('\0');
  return [...new Set(names.flatMap((name) => /^filter\.(.+)\.[^.]+$/is.exec(name)?.[1] ?? []))];
}
