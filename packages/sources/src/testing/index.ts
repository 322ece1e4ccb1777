export { GitFolder } from './git-folder.ts';
export { type FolderFiles, TemporaryFolder } from './temporary-folder.ts';
