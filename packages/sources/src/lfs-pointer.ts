import type { ReadFailure } from '@shipworthy/model';

/** A pointer is smaller (specification of Git LFS, "The pointer"). */
const MAX_POINTER_BYTES = 1024;
/** Its first line, but for the version. */
const FIRST_LINE = Buffer.from('version https://git-lfs.github.com/spec/');

/** What stands in the place of a file that Git LFS keeps says nothing of that file. */
const POINTER: ReadFailure = {
  reason: 'unreadable',
  detail: 'a pointer of Git LFS, not the file itself (`git lfs pull` puts it in the work tree)',
};

/** The content, unless Git LFS keeps it elsewhere. */
export function withoutPointer<T>(content: T | Uint8Array): T | Uint8Array | ReadFailure {
  if (!(content instanceof Uint8Array) || content.length > MAX_POINTER_BYTES) return content;
  return FIRST_LINE.equals(content.subarray(0, FIRST_LINE.length)) ? POINTER : content;
}
