// npm start: set up, build if stale, run. Without arguments it lints this repository.
import { bootstrap } from './bootstrap.mjs';
import { root } from './workspace.mjs';

bootstrap();
const { buildIfStale } = await import('./build.mjs');
const entry = await buildIfStale();
if (process.argv.length <= 2) process.argv.push('lint', root);
process.argv[1] = entry;
await import(entry);
