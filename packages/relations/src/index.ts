export { relationModules } from './relation-modules.ts';
export { buildTree } from './tree/build-tree.ts';
