import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isInside, physicalPath, repositoryAround } from './inside.ts';
import { reasonOf } from './system-reason.ts';

/** What decides where something of a repository is kept. */
export interface CachePlace {
  /** Where caches are kept, absolute; undefined switches them off. */
  readonly folder: string | undefined;
  /** The folder that is audited. */
  readonly repository: string;
}

/** Hexadecimal digits. */
const NAME_LENGTH = 32;

/**
 * How the paths of all files begin that are kept for a repository, or why nothing is kept (one clause). Inside what is
 * audited they would be data of whoever wrote the repository, so there are none.
 */
export function cacheStem({ folder, repository }: CachePlace): { readonly stem?: string; readonly trouble?: string } {
  if (folder === undefined) return {};
  try {
    const audited = physicalPath(repository);
    const kept = physicalPath(folder);
    if (isInside(kept, repositoryAround(audited)))
      return { trouble: `off: ${folder} lies in the repository that is audited` };
    return { stem: join(kept, createHash('sha256').update(audited).digest('hex').slice(0, NAME_LENGTH)) };
  } catch (error) {
    return { trouble: `off: ${reasonOf(error)}` };
  }
}
