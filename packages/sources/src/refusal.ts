import type { ReadFailure, SourceEntry } from '@shipworthy/model';

/** Why an entry is not read whatever it holds: links and submodules never are, nor is a path that was not listed. */
export function refusal(type: SourceEntry['type'] | undefined): ReadFailure | undefined {
  switch (type) {
    case 'file':
      return undefined;
    case 'symlink':
      return { reason: 'not-a-file', detail: 'a symbolic link, which is not followed' };
    case 'submodule':
      return { reason: 'not-a-file', detail: 'another repository, which is not entered' };
    case undefined:
      return { reason: 'absent', detail: 'not part of the listing' };
  }
}
