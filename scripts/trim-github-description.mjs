// node scripts/trim-github-description.mjs PATH: cuts GitHub's own description of its REST API down to the operations that
// packages/github-client uses (src/operations.ts), with what they refer to. PATH is generated/api.github.com.json of the
// npm package @octokit/openapi, whose versions are hundreds of megabytes and which is therefore no dependency:
//
//     npm pack @octokit/openapi@23.0.2 && tar -xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
//     node scripts/trim-github-description.mjs package/generated/api.github.com.json
//
// Run it again when an operation is added. The result is committed; tests hold every request of ours against it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './workspace.mjs';

const room = join(root, 'packages/github-client');
const folder = join(room, 'description');
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'];

/** The operationIds our client declares. */
async function declaredOperations() {
  const built = await build({
    entryPoints: [join(room, 'src/operations.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(built.outputFiles[0].contents).toString('base64');
  const module = await import(`data:text/javascript;base64,${code}`);
  return new Set(Object.keys(module.OPERATIONS));
}

/** The pointers (`#/components/...`) a part of the document refers to. */
function* referencesIn(part) {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === '$ref' && typeof value === 'string') yield value;
    else yield* referencesIn(value);
  }
}

const stepsOf = (pointer) =>
  pointer
    .slice(2)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The operations wanted, below their paths, without what only documentation sites read. */
function wantedPaths(document, wanted) {
  const found = new Set();
  const paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const kept = {};
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation || !wanted.has(operation.operationId)) continue;
      const { 'x-octokit': _octokit, 'x-github': _github, externalDocs: _docs, ...rest } = operation;
      kept[method] = rest;
      found.add(operation.operationId);
    }
    if (Object.keys(kept).length > 0) paths[path] = item.parameters ? { parameters: item.parameters, ...kept } : kept;
  }
  const missing = [...wanted].filter((id) => !found.has(id));
  if (missing.length > 0) throw new Error(`not in the description: ${missing.join(', ')}`);
  return paths;
}

/** Everything the paths refer to, directly or by way of something else. */
function componentsOf(document, paths) {
  const components = {};
  const seen = new Set();
  const waiting = [...referencesIn(paths)];
  for (let pointer = waiting.pop(); pointer !== undefined; pointer = waiting.pop()) {
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    const [top, group, name, ...deeper] = stepsOf(pointer);
    const component = top === 'components' && deeper.length === 0 ? document.components[group]?.[name] : undefined;
    if (component === undefined) throw new Error(`cannot follow ${pointer}`);
    components[group] ??= {};
    components[group][name] = component;
    waiting.push(...referencesIn(component));
  }
  for (const group of Object.keys(components))
    components[group] = Object.fromEntries(Object.entries(components[group]).sort(([a], [b]) => (a < b ? -1 : 1)));
  return components;
}

const path = process.argv[2];
if (!path) {
  console.error('usage: node scripts/trim-github-description.mjs PATH/TO/api.github.com.json');
  process.exit(3);
}
const document = JSON.parse(readFileSync(path, 'utf8'));
const wanted = await declaredOperations();
const paths = wantedPaths(document, wanted);
const { openapi, info, servers } = document;
const trimmed = { openapi, info, servers, paths, components: componentsOf(document, paths) };
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'api.github.com.json'), `${JSON.stringify(trimmed, undefined, 1)}\n`);
console.log(`${wanted.size} operations of GitHub's API (description ${info.version})`);
