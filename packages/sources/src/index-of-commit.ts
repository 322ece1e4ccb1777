import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { runGit } from './git-process.ts';

/**
 * The index that git names to its hooks while it makes a commit: of `git commit -a` and of `git commit FILE` it is another than
 * the repository's own, which still is as it was before. Undefined where none is named, or one that is not of the repository of
 * the folder (absolute path): whoever runs this inside of a hook may ask about another repository.
 */
export async function indexOfCommit(folder: string, { GIT_INDEX_FILE: named }: NodeJS.ProcessEnv) {
  if (named === undefined || named === '') return undefined;
  const answer = await runGit(folder, ['rev-parse', '--show-toplevel', '--absolute-git-dir']);
  const [top = '', own = ''] = answer.stdout.toString('utf8').split('\n');
  if (!answer.ok) return undefined;
  const file = resolve(top, named);
  try {
    return realpathSync(dirname(file)) === realpathSync(own) ? file : undefined;
  } catch {
    return undefined;
  }
}
