// Bundles the command from the sources into packages/cli/dist: a small entry and one lazily split ESM bundle, without
// dependencies.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bundle, bundleIsStale, codeDigest, factsDigest, root } from './workspace.mjs';

const cli = join(root, 'packages/cli');
const dist = join(cli, 'dist');

/** What dependencies in CommonJS know of themselves: `require` for Node's own modules, and the folder they lie in. */
export const COMMON_JS = {
  banner: {
    js: "import { createRequire as shipworthyRequire } from 'node:module'; const require = shipworthyRequire(import.meta.url);",
  },
  define: { __dirname: 'import.meta.dirname' },
};

/** Made as the code is loaded, these take ten to thirty milliseconds that every command would wait for. */
const SEGMENTER = [
  'const segmenter = new Intl.Segmenter();',
  'let segments; const segmenter = { segment: (text) => (segments ??= new Intl.Segmenter()).segment(text) };',
];
/** ... and the emoji take as long where any other character beyond ASCII stands: each has a part that is shown as a picture. */
const EMOJI = [
  'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
  'let emoji; const picture = /[\\p{Emoji_Presentation}\\ufe0f]/u; const rgiEmojiRegex = { test: (text) => ' +
    "picture.test(text) && (emoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) };",
];
const EAGER = { 'string-width': [SEGMENTER, EMOJI], 'wrap-ansi': [SEGMENTER] };

/** Modules that make at once what only text beyond ASCII needs: made here when it is needed. */
export const lazyUnicode = {
  name: 'lazy-unicode',
  setup(build) {
    build.onLoad({ filter: /[\\/](?:string-width|wrap-ansi)[\\/]index\.js$/ }, ({ path }) => {
      let source = readFileSync(path, 'utf8');
      for (const [eager, late] of EAGER[basename(dirname(path))]) {
        if (!source.includes(eager)) throw new Error(`${path} is not what it was: adapt scripts/build.mjs`);
        source = source.replace(eager, () => late);
      }
      return { contents: source, loader: 'js' };
    });
  },
};

/**
 * What is loaded when it is needed, by the file's name and its source. Where git lists the files, nothing walks the folder:
 * the libraries that do were more than half of the entry.
 */
const LATER = { full: 'packages/cli/src/full.ts', 'folder-listing': 'packages/sources/src/folder-listing.ts' };

/** The entry is one file that starts soon; everything else is split, and loaded when it is needed. */
const laterElsewhere = {
  name: 'later-elsewhere',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:full|folder-listing)\.ts$/ }, ({ path }) => ({
      path: `./chunks/${basename(path, '.ts')}.js`,
      external: true,
    }));
  },
};

export async function build() {
  const { build: esbuild } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
  const options = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['shipworthy-source'],
    // The CommonJS of some packages requires its parts in ways that no bundler follows; their ES modules do not.
    mainFields: ['module', 'main'],
    // A third of the start is reading the code.
    minify: true,
    legalComments: 'none',
    banner: COMMON_JS.banner,
    define: {
      ...COMMON_JS.define,
      SHIPWORTHY_VERSION: JSON.stringify(version),
      SHIPWORTHY_BUILD: JSON.stringify(factsDigest()),
      SHIPWORTHY_CODE: JSON.stringify(codeDigest()),
    },
    metafile: true,
    logLevel: 'warning',
  };
  const full = await esbuild({
    ...options,
    entryPoints: Object.fromEntries(Object.entries(LATER).map(([name, source]) => [`chunks/${name}`, source])),
    splitting: true,
    plugins: [lazyUnicode],
    chunkNames: 'chunks/[name]-[hash]',
  });
  const first = await esbuild({
    ...options,
    entryPoints: { shipworthy: 'packages/cli/src/main.ts' },
    plugins: [laterElsewhere, lazyUnicode],
  });
  copyWebAssembly(full.metafile.inputs, join(dist, 'chunks'));
  // Not before all is there: a build may be run or copied while another one is made of it.
  removeOthers(join(dist, 'chunks'), [...Object.keys(full.metafile.outputs), ...Object.keys(full.metafile.inputs)]);
  mirror([join(root, 'docs/rules')], join(dist, 'rules'));
  mirror(
    ['reporters', 'policy', 'org'].map((room) => join(root, 'packages', room, 'schema')),
    join(dist, 'schema'),
  );
  // What npm shows of the package and packs beside `dist`.
  for (const file of ['LICENSE', 'README.md']) cpSync(join(root, file), join(cli, file));
  writeFileSync(
    join(dist, 'THIRD-PARTY-NOTICES.txt'),
    notices([...Object.keys(full.metafile.inputs), ...Object.keys(first.metafile.inputs)]),
  );
}

/** The files of these folders, and no others; what stays is there all the time. */
function mirror(folders, to) {
  for (const folder of folders) if (existsSync(folder)) cpSync(folder, to, { recursive: true });
  for (const name of existsSync(to) ? readdirSync(to, { recursive: true }) : [])
    if (!folders.some((folder) => existsSync(join(folder, name))))
      rmSync(join(to, name), { recursive: true, force: true });
}

/** Chunks of builds before; those of this one are its outputs, and what was copied beside them. */
function removeOthers(chunks, paths) {
  const own = new Set(paths.flatMap((path) => [basename(path), basename(path).replace(/\.js$/, '.wasm')]));
  for (const name of readdirSync(chunks)) if (!own.has(name)) rmSync(join(chunks, name), { force: true });
}

/** The loader of a WebAssembly looks for it in its own folder, which is that of the chunks now. */
export function copyWebAssembly(inputs, chunks) {
  for (const input of Object.keys(inputs)) {
    const wasm = join(root, input.replace(/\.js$/, '.wasm'));
    if (wasm.endsWith('.wasm') && existsSync(wasm)) cpSync(wasm, join(chunks, basename(wasm)));
  }
}

/** The licences of everything that was bundled. */
export function notices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const own = file ? readFileSync(join(root, folder, file), 'utf8').trim() : '';
    return `${name} ${version} (${license})\n\n${own}\n${compiledInto(name)}`;
  });
  return `Software bundled with shipworthy\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}

/** Of packages that hold others' compiled code without their licences: these. */
function compiledInto(name) {
  const file = join(root, 'scripts/notices', `${name.replace('/', '+')}.txt`);
  return existsSync(file) ? `\n${readFileSync(file, 'utf8')}` : '';
}

export async function buildIfStale() {
  if (bundleIsStale()) {
    mkdirSync(dist, { recursive: true });
    await build();
  }
  return bundle;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes('--if-stale')) await buildIfStale();
  else await build();
}
