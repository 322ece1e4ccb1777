// Bundles the Action from the sources into the folder that action.yml names: an entry, what it loads, and the rules' pages.
// A runner starts it as it is, without an installation. Nothing of it is on main: a release puts it onto its tag.
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_JS, copyWebAssembly, lazyUnicode, notices } from './build.mjs';
import { newest, packageFolders, root } from './workspace.mjs';

export const actionFolder = join(root, 'action');
const entry = join(actionFolder, 'index.js');

/** Made beside and put in its place at the end, so that whoever runs the bundle meanwhile has a whole one. */
export async function buildAction() {
  const { build: esbuild } = await import('esbuild');
  const folder = mkdtempSync(join(root, '.action-'));
  const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: { index: 'packages/cli/src/action.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['shipworthy-source'],
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    ...COMMON_JS,
    define: { ...COMMON_JS.define, SHIPWORTHY_VERSION: JSON.stringify(version) },
    plugins: [lazyUnicode],
    metafile: true,
    logLevel: 'warning',
  });
  // The loader of a WebAssembly looks beside the chunk that holds it.
  copyWebAssembly(metafile.inputs, join(folder, 'chunks'));
  cpSync(join(root, 'docs/rules'), join(folder, 'rules'), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(Object.keys(metafile.inputs)));
  // Nothing above the folder decides how its files are read.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  rmSync(actionFolder, { recursive: true, force: true });
  try {
    renameSync(folder, actionFolder);
  } catch (error) {
    // Somebody who builds the same at the same time was quicker.
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(entry)) throw error;
  }
}

/** The bundle, built where it is missing or older than what it is made of. */
export async function buildActionIfStale() {
  const sources = packageFolders().flatMap((folder) => [join(folder, 'src'), join(folder, 'package.json')]);
  const made = [
    ...sources,
    join(root, 'docs/rules'),
    join(root, 'scripts/build-action.mjs'),
    join(root, 'scripts/build.mjs'),
  ];
  if (!existsSync(entry) || newest(made) > statSync(entry).mtimeMs) await buildAction();
  return actionFolder;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--if-stale')) await buildActionIfStale();
  else await buildAction();
}
