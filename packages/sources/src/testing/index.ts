export { type FolderFiles, GitFolder } from './git-folder.ts';
