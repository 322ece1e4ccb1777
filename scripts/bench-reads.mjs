// Bundled by the benchmark: audits a folder without a cache and prints the paths of the files whose bytes it was given, each
// ended by NUL. What the floor reads is taken from here, so that it cannot drift from what shipworthy reads.
import { auditPath } from '../packages/audit/src/index.ts';
import { allRules } from '../packages/cli/src/catalogue.ts';
import { openSource } from '../packages/sources/src/index.ts';

const [path = '.'] = process.argv.slice(2);
const source = await openSource(path);
const seen = new Set();

async function* read(paths) {
  for await (const file of source.read(paths)) {
    if (file.content instanceof Uint8Array) seen.add(file.path);
    yield file;
  }
}

await auditPath({
  path,
  source: Promise.resolve({ kind: source.kind, name: source.name, list: () => source.list(), read }),
  rules: allRules,
  version: '0',
  today: '2026-01-01',
  locateEvidence: false,
});
process.stdout.write([...seen].map((name) => `${name}\0`).join(''));
