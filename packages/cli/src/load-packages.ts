import type { RulePackage } from '@shipworthy/rule-kit';
import { nameOf, type PackageExports, refuse, validPackage } from './loaded-package.ts';

/** How a package is found and loaded; tests hand in their own. */
export interface Loader {
  /** The address of a package's entry. Throws what Node throws. */
  resolve(name: string): string;
  load(address: string): Promise<PackageExports>;
  /** Where it is looked for, for people. */
  readonly from: string;
}

/**
 * Packages load from where shipworthy itself is installed (`node_modules` beside it and above), never from the
 * repository that is audited: what somebody proposes to merge must not run on the machine that checks it.
 */
const installed: Loader = {
  resolve: (name) => import.meta.resolve(name),
  load: (address) => import(address),
  from: new URL('.', import.meta.url).pathname,
};

/**
 * The packages of these names, checked.
 * @param known ids of rules and names of formats that exist already
 * @throws UsageError for the first package that cannot be used, saying why.
 */
export async function loadPackages(
  names: readonly string[],
  known: { readonly rules: readonly string[]; readonly formats: readonly string[] },
  loader: Loader = installed,
): Promise<RulePackage[]> {
  const loaded: RulePackage[] = [];
  for (const name of new Set(names)) {
    const found = validPackage(name, await exportsOf(nameOf(name), loader), {
      rules: [...known.rules, ...loaded.flatMap(({ rules }) => rules.map(({ id }) => id))],
      formats: [...known.formats, ...loaded.flatMap(({ reporters = [] }) => reporters.map((each) => each.name))],
    });
    loaded.push(found);
  }
  return loaded;
}

async function exportsOf(name: string, loader: Loader): Promise<PackageExports> {
  let address: string;
  try {
    address = loader.resolve(name);
  } catch (cause) {
    if (codeOf(cause) === 'ERR_PACKAGE_PATH_NOT_EXPORTED')
      throw refuse(name, 'has no main entry', 'Its package.json needs "exports": "./index.js" (an ES module).', cause);
    throw refuse(
      name,
      'is not installed beside shipworthy',
      `Install it where shipworthy is installed (looked from ${loader.from}); packages of the audited repository are not loaded.`,
      cause,
    );
  }
  try {
    return await loader.load(address);
  } catch (cause) {
    throw refuse(name, `does not load: ${firstLine(cause)}`, adviceFor(cause, address), cause);
  }
}

function adviceFor(cause: unknown, address: string): string {
  const code = codeOf(cause);
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return 'Install what it depends on beside it, @shipworthy/rule-kit above all.';
  if (code === 'ERR_REQUIRE_ESM' || code === 'ERR_REQUIRE_ASYNC_MODULE')
    return 'It requires an ES module: write it as one ("type": "module" and import).';
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' || code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING')
    return `Its entry is not JavaScript (${address}): build it, and name what was built.`;
  if (cause instanceof SyntaxError)
    return 'Its entry is no ES module: use import and export with "type": "module", or .mjs.';
  return 'The package is at fault, not shipworthy; SHIPWORTHY_DEBUG=1 shows where.';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
