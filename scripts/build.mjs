// Bundles the command from the sources into packages/cli/dist: one lazily split ESM bundle without dependencies.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, bundleIsStale, root } from './workspace.mjs';

const cli = join(root, 'packages/cli');
const dist = join(cli, 'dist');

/** Dependencies in CommonJS call `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as shipworthyRequire } from 'node:module'; const require = shipworthyRequire(import.meta.url);";

/**
 * string-width makes a segmenter as it is loaded, which every command would wait for (about ten milliseconds); only text
 * beyond ASCII needs it.
 */
const lazySegmenter = {
  name: 'lazy-segmenter',
  setup(build) {
    const eager = 'const segmenter = new Intl.Segmenter();';
    const lazy = 'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };';
    build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes(eager)) throw new Error(`${path} makes its segmenter otherwise: adapt scripts/build.mjs`);
      return { contents: source.replace(eager, lazy), loader: 'js' };
    });
  },
};

export async function build() {
  const { build: esbuild } = await import('esbuild');
  for (const part of ['chunks', 'rules', 'schema']) rmSync(join(dist, part), { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
  const result = await esbuild({
    absWorkingDir: root,
    entryPoints: { shipworthy: 'packages/cli/src/main.ts' },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['shipworthy-source'],
    plugins: [lazySegmenter],
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    banner: { js: REQUIRE },
    define: { SHIPWORTHY_VERSION: JSON.stringify(version) },
    metafile: true,
    logLevel: 'warning',
  });
  if (existsSync(join(root, 'docs/rules'))) cpSync(join(root, 'docs/rules'), join(dist, 'rules'), { recursive: true });
  cpSync(join(root, 'packages/reporters/schema'), join(dist, 'schema'), { recursive: true });
  // What npm shows of the package and packs beside `dist`.
  for (const file of ['LICENSE', 'README.md']) cpSync(join(root, file), join(cli, file));
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(Object.keys(result.metafile.inputs)));
}

/** The licences of everything that was bundled. */
function notices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''}\n`;
  });
  return `Software bundled with shipworthy\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
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
