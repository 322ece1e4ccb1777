// A copy of a repository's tracked files to measure on: the benchmark changes a file, and nobody's own may be touched.
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const git = (folder, ...args) => execFileSync('git', ['-C', folder, ...args], { maxBuffer: 1 << 30 });

/** Copies the tracked files of `folder` that are on disk to the new folder `copy`, a repository of one commit. */
export function copyTree(folder, copy) {
  mkdirSync(copy, { recursive: true });
  for (const path of git(folder, 'ls-files', '-z').toString().split('\0'))
    copyEntry(join(folder, path), join(copy, path));
  git(copy, 'init', '--quiet');
  // Nothing may go on working in the background.
  for (const setting of ['gc.auto=0', 'maintenance.auto=false', 'user.name=bench', 'user.email=bench@localhost'])
    git(copy, 'config', ...setting.split('='));
  git(copy, 'add', '--all', '--force');
  git(copy, 'commit', '--quiet', '--message=Copy');
}

function copyEntry(from, to) {
  const stats = lstatSync(from, { throwIfNoEntry: false });
  if (!stats?.isFile() && !stats?.isSymbolicLink()) return;
  mkdirSync(dirname(to), { recursive: true });
  if (stats.isFile()) copyFileSync(from, to);
  else symlinkSync(readlinkSync(from), to);
}

/** Adds a line to one of the files, a page where there is one. */
export function changeOne(copy, paths, round) {
  const path = paths.find((name) => /\.mdx?$/.test(name)) ?? paths[0];
  if (path !== undefined) appendFileSync(join(copy, path), `\nRound ${round}.\n`);
}
