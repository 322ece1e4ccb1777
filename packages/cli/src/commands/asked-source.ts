import { UsageError } from '@shipworthy/audit/usage-error';
import type { RepositorySource } from '@shipworthy/model';
import { openSource } from '@shipworthy/sources';

export interface SourceAsked {
  readonly path: string;
  readonly untracked: boolean;
  readonly revision: string | undefined;
}

/** @throws UsageError where both are asked */
export function checkRevision({ untracked, revision }: Omit<SourceAsked, 'path'>): void {
  if (untracked && revision !== undefined)
    throw new UsageError('--untracked and --revision exclude each other', 'A revision holds tracked files only.');
}

/** The files that the options of a command name. */
export function openAsked({ path, untracked, revision }: SourceAsked): Promise<RepositorySource> {
  checkRevision({ untracked, revision });
  return openSource(path, revision === undefined ? { untracked } : { revision });
}
