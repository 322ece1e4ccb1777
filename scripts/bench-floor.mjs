// The floor: one Node process that lists a repository's files and reads those that shipworthy would look at.
// node bench-floor.mjs FOLDER LIST, the list as bench-reads.mjs prints it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', list = ''] = process.argv.slice(2);
const candidates = new Set(readFileSync(list, 'utf8').split('\0'));
const listing = execFileSync('git', ['-C', folder, 'ls-files', '-s', '-z'], { maxBuffer: 1 << 30 }).toString();
let files = 0;
let read = 0;
let bytes = 0;
for (const line of listing.split('\0')) {
  if (!line.startsWith('100')) continue;
  files++;
  const path = line.slice(line.indexOf('\t') + 1);
  if (!candidates.has(path)) continue;
  try {
    bytes += readFileSync(join(folder, path)).length;
    read++;
  } catch {
    // Listed but not on disk.
  }
}
console.log(JSON.stringify({ files, read, bytes }));
