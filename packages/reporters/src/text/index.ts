export { renderPage } from './explain.ts';
export { renderInventoryText } from './inventory.ts';
export { renderText } from './lint.ts';
export type { TextOptions } from './options.ts';
export { renderProfileText } from './profile.ts';
export { renderRulesText } from './rules.ts';
export { visible } from './visible.ts';
export { renderWhy, type WhyReport } from './why.ts';
export { counted } from './wrap.ts';
