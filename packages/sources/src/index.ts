export { systemCode } from './audited-folder.ts';
export { changeWords } from './change-words.ts';
export { type CommitOf, commitOf } from './commit-of.ts';
export { gitRevision } from './git-revision.ts';
export { historyOf } from './history.ts';
export { type MemorySourceOptions, memorySource } from './memory-source.ts';
export { type OpenSourceOptions, openSource } from './open-source.ts';
export { sharedSource } from './shared-source.ts';
export { type WorkingTreeOptions, workingTree } from './working-tree.ts';
