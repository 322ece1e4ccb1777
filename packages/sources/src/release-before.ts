import { auditedFolder } from './audited-folder.ts';
import { runGit } from './git-process.ts';

/** A version as most name their releases; not that of a part (`api/v1.2.0`), nor one to be tried (`v2.0.0-rc.1`). */
const VERSION = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?$/;

/**
 * The tag of the highest version that was released before a commit (its id), on whatever branch. Undefined where no tag is
 * such a version, in clones without tags, and outside of repositories.
 */
export async function releaseBefore(path: string, commit: string): Promise<string | undefined> {
  const root = auditedFolder(path);
  const [tags, made] = await Promise.all([
    runGit(root, ['for-each-ref', '--format=%(refname:strip=2) %(creatordate:unix)', 'refs/tags']),
    runGit(root, ['log', '--no-show-signature', '--max-count=1', '--format=%ct', '--end-of-options', commit]),
  ]);
  const end = Number(made.stdout.toString('utf8').trim());
  if (!tags.ok || !made.ok || !(end > 0)) return undefined;
  let highest: { readonly tag: string; readonly numbers: readonly number[] } | undefined;
  for (const line of tags.stdout.toString('utf8').split('\n')) {
    const [tag = '', at] = line.split(' ');
    const version = VERSION.exec(tag);
    if (!version || Number(at) > end) continue;
    const numbers = version.slice(1).map((part = '0') => Number(part));
    if (!highest || compare(numbers, highest.numbers) > 0) highest = { tag, numbers };
  }
  return highest?.tag;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
