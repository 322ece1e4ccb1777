import type { RepositorySource } from '@shipworthy/model';
import { gitRevision } from './git-revision.ts';
import { type WorkingTreeOptions, workingTree } from './working-tree.ts';

export interface OpenSourceOptions extends WorkingTreeOptions {
  /** Audit this commit instead of the files on disk. */
  readonly revision?: string;
}

/** The files of the repository (or plain folder) at `path`: on disk, or of one revision. Throws `SourceError`. */
export function openSource(path: string, options: OpenSourceOptions = {}): Promise<RepositorySource> {
  return options.revision === undefined ? workingTree(path, options) : gitRevision(path, options.revision);
}
