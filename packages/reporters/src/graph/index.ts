/** The graph of a repository: pure, a string of each format. */
export { renderGraphDot } from './dot.ts';
export { type GraphJson, type GraphJsonEdge, renderGraphJson } from './json.ts';
export { renderGraphMermaid } from './mermaid.ts';
