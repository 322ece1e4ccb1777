export { documentTarget } from './document-target/relation.ts';
export * from './tree/build-tree.ts';
