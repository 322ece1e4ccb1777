export { renderInventoryJson } from './inventory.ts';
export { json, lintJson, renderJson } from './lint.ts';
export { renderProfileJson } from './profile.ts';
export { renderRulesJson } from './rules.ts';
export type * from './shapes.ts';
