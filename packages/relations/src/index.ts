export { documentTarget } from './document-target/relation.ts';
export { ownerLinePath } from './owner-line-path/relation.ts';
export { pathOwner } from './path-owner/relation.ts';
export * from './tree/build-tree.ts';
