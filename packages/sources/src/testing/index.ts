export { GitFolder } from './git-folder.ts';
export type { FolderFiles } from './temporary-folder.ts';
