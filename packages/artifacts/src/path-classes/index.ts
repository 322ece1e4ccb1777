export { classByHead } from './head.ts';
export { classifyPaths } from './path-class.ts';
