import { SourceError } from '@shipworthy/model';
import { systemCode } from '@shipworthy/sources';

const ADVICE: ReadonlyMap<string, readonly [why: string, advice: string]> = new Map([
  [
    'ENOSPC',
    ['the disk is full', 'Make room and run it again: what is recorded stays, and the run goes on from there.'],
  ],
  [
    'EDQUOT',
    ['the quota is used up', 'Make room and run it again: what is recorded stays, and the run goes on from there.'],
  ],
  [
    'EFBIG',
    [
      'it would be larger than this system allows',
      'Raise the limit (ulimit -f) and run it again: what is recorded stays, and the run goes on from there.',
    ],
  ],
  ['EACCES', ['you may not write there', 'Give --state a folder that you may write to.']],
  ['EPERM', ['you may not write there', 'Give --state a folder that you may write to.']],
  ['EROFS', ['the disk is read-only', 'Give --state a folder that you may write to.']],
  ['ENOTDIR', ['a part of the path is a file', 'Give --state a folder.']],
  ['EEXIST', ['a part of the path is a file', 'Give --state a folder.']],
]);

/** What went wrong with a file of the store, in words. */
export function storeFault(file: string, cause: unknown): SourceError {
  const code = systemCode(cause) ?? '';
  const [why, advice] = ADVICE.get(code) ?? [
    code || (cause instanceof Error ? cause.message : String(cause)),
    'Check the folder of --state, and run it again: what is recorded stays.',
  ];
  return new SourceError(`cannot write ${file}: ${why}`, 'environment', advice, { cause });
}
