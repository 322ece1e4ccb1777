import type { RepositorySource } from '@shipworthy/model';
import { gitRevision } from './git-revision.ts';
import { stagedFiles } from './staged-files.ts';
import { type WorkingTreeOptions, workingTree } from './working-tree.ts';

export interface OpenSourceOptions extends WorkingTreeOptions {
  /** Audit this commit instead of the files on disk. */
  readonly revision?: string;
  /** Audit what is staged instead of the files on disk. */
  readonly staged?: boolean;
}

/** The files of the repository (or plain folder) at `path`: on disk, staged, or of one revision. Throws `SourceError`. */
export function openSource(path: string, options: OpenSourceOptions = {}): Promise<RepositorySource> {
  if (options.staged) return stagedFiles(path);
  return options.revision === undefined ? workingTree(path, options) : gitRevision(path, options.revision);
}
