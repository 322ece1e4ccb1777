// What the scripts share: where things are and whether they are up to date. Uses nothing but Node.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const bundle = join(root, 'packages/cli/dist/shipworthy.js');

/** The workspace's packages, as folders. */
export function packageFolders() {
  return ['packages', 'rules'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(root, parent, entry.name, 'package.json')))
      .map((entry) => join(root, parent, entry.name)),
  );
}

/** Digest of everything that decides what gets installed. */
export function installDigest() {
  const hash = createHash('sha256');
  const inputs = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((name) => join(root, name));
  for (const path of [...inputs, ...packageFolders().map((folder) => join(folder, 'package.json'))])
    hash.update(readFileSync(path));
  return hash.digest('hex');
}

/** The rooms whose code decides what facts a file has. */
const FACTS_ROOMS = ['model', 'artifacts', 'engine'];

/**
 * Digest of all code that decides what facts a file has: stored facts of another build are not recalled, also where somebody
 * forgot to raise a `factsVersion`.
 */
export const factsDigest = () => digestOf(FACTS_ROOMS.map((room) => join(root, 'packages', room, 'src')));

/** Digest of everything that a report depends on besides what is audited: reports of another build are not told again. */
export const codeDigest = () =>
  digestOf([
    ...packageFolders().flatMap((folder) => [
      join(folder, 'src'),
      join(folder, 'schema'),
      join(folder, 'package.json'),
    ]),
    join(root, 'docs/rules'),
    join(root, 'scripts/build.mjs'),
  ]);

/** Digest of the lockfile and of the files below the paths that are bundled. */
function digestOf(paths) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const file of paths.flatMap(filesBelow).sort())
    hash.update(relative(root, file).replaceAll('\\', '/')).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Newest modification time below the folders, in milliseconds. */
export function newest(paths) {
  let time = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    time = Math.max(time, stat.mtimeMs);
    if (stat.isDirectory()) time = Math.max(time, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return time;
}

/** The bundle is older than a source it is made of. */
export function bundleIsStale() {
  if (!existsSync(bundle)) return true;
  const sources = packageFolders().flatMap((folder) => [join(folder, 'src'), join(folder, 'package.json')]);
  return newest([...sources, join(root, 'docs/rules'), join(root, 'scripts/build.mjs')]) > statSync(bundle).mtimeMs;
}
