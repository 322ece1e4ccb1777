// The floor: one Node process that lists a repository's files and reads those that shipworthy would look at.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CANDIDATE =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc|ya?ml|jsonnet|libsonnet|gemspec)$|(?:^|\/)(?:readme(?:\.[a-z]+)?|codeowners|owners|owners_aliases|maintainers|package\.json|go\.mod|cargo\.toml|pyproject\.toml|setup\.(?:py|cfg)|composer\.json|pom\.xml|\.gitattributes)$/i;
const VENDORED = /(?:^|\/)(?:vendor|node_modules|third_party)\//;

const folder = process.argv[2] ?? '.';
const listing = execFileSync('git', ['-C', folder, 'ls-files', '-s', '-z'], { maxBuffer: 1 << 30 }).toString();
let files = 0;
let read = 0;
let bytes = 0;
for (const line of listing.split('\0')) {
  if (!line.startsWith('100')) continue;
  files++;
  const path = line.slice(line.indexOf('\t') + 1);
  if (!CANDIDATE.test(path) || VENDORED.test(path)) continue;
  try {
    bytes += readFileSync(join(folder, path)).length;
    read++;
  } catch {
    // Listed but not on disk.
  }
}
console.log(JSON.stringify({ files, read, bytes }));
