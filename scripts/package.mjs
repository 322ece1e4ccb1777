// npm run package: stages the packages that authors of rules install, each whole in its dist/npm: one bundle of JavaScript,
// types without other packages of this workspace, page, licence. Publish with `npm publish packages/<name>/dist/npm`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { COMMON_JS, copyWebAssembly, notices } from './build.mjs';
import { root } from './workspace.mjs';

/** Where the types of other packages are to be found by whoever installs the package. */
const PACKAGES = [
  { name: 'rule-kit', types: { '@shipworthy/model': 'model' } },
  // The rule-kit brings the model's types, so that an author has them once.
  { name: 'rule-tester', types: {}, elsewhere: { '@shipworthy/model': '@shipworthy/rule-kit' }, peer: 'rule-kit' },
];

const SPECIFIER = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\2/g;

/** Copies a declaration and everything it leads to; specifiers are relative and name the file that is there. */
function copyTypes({ name, types, elsewhere = {} }, target) {
  const wanted = [posix.join(name, 'index.d.ts')];
  const copied = new Set();
  for (const file of wanted) {
    if (copied.has(file)) continue;
    copied.add(file);
    const [owner, ...inside] = file.split('/');
    const text = readFileSync(join(root, 'packages', owner, 'dist', ...inside), 'utf8');
    const rewritten = text
      .replace(/^\/\/# sourceMappingURL=.*$/m, '')
      .replace(SPECIFIER, (_, before, quote, specifier) => {
        const here = posix.dirname(file);
        const from = (other) => {
          wanted.push(other);
          const path = posix.relative(here, other);
          return (path.startsWith('.') ? path : `./${path}`).replace(/\.d\.ts$/, '.js');
        };
        const to = specifier.startsWith('.')
          ? from(posix.join(here, specifier.replace(/\.(?:ts|js)$/, '.d.ts')))
          : types[specifier]
            ? from(posix.join(types[specifier], 'index.d.ts'))
            : (elsewhere[specifier] ?? specifier);
        return `${before}${quote}${to}${quote}`;
      });
    const out = join(target, 'types', file);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, rewritten);
  }
}

async function stage(spec) {
  const { build } = await import('esbuild');
  const folder = join(root, 'packages', spec.name);
  const target = join(folder, 'dist/npm');
  rmSync(target, { recursive: true, force: true });
  const result = await build({
    absWorkingDir: root,
    entryPoints: { index: `packages/${spec.name}/src/index.ts` },
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['shipworthy-source'],
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    ...COMMON_JS,
    metafile: true,
    logLevel: 'warning',
  });
  copyWebAssembly(result.metafile.inputs, join(target, 'chunks'));
  copyTypes(spec, target);
  const { name, version, description, license, type, engines } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const manifest = {
    name,
    version,
    description,
    license,
    type,
    engines,
    exports: { '.': { types: `./types/${spec.name}/index.d.ts`, default: './index.js' } },
    ...(spec.peer && { peerDependencies: { [`@shipworthy/${spec.peer}`]: `^${version}` } }),
  };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  cpSync(join(folder, 'README.md'), join(target, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));
  writeFileSync(join(target, 'THIRD-PARTY-NOTICES.txt'), notices(Object.keys(result.metafile.inputs)));
}

export async function stageAll() {
  const folders = PACKAGES.map(({ name }) => `packages/${name}`);
  const types = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', ...folders], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (types.status !== 0) throw new Error('the types do not hold: nothing is staged');
  for (const spec of PACKAGES) await stage(spec);
  return PACKAGES.map(({ name }) => join(root, 'packages', name, 'dist/npm'));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  bootstrap();
  for (const folder of await stageAll()) console.log(folder);
}
