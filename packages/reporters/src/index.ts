/** Audit to string, pure. `./text` and `./json` are the same in two halves, for a caller that loads only one. */
export * from './json/index.ts';
export * from './text/index.ts';
