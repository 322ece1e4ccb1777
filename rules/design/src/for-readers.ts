/** Folders of pages: `docs/`, `api-docs/`. */
const FOR_READERS = /(?:^|\/)(?:[\w-]{1,40}[-_])?(?:docs?|documentation)\//i;

/** Is a description shown to people rather than given to programs, as far as its place tells? */
export const isForReaders = (path: string): boolean => FOR_READERS.test(path);
