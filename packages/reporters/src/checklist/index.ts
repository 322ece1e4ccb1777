/** The release checklist of a change: pure, a string of each format. */
export { renderChecklistJson } from './json.ts';
export { renderChecklistMarkdown } from './markdown.ts';
