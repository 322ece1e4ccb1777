export { ownershipKind } from './kind.ts';
