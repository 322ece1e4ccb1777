import { artifactsOf, type Place, type RelationContext, type Tree } from '@shipworthy/model';
import { folderOf, resolvePath } from '../addresses/repository-path.ts';
import { oncePerContext } from '../once-per-context.ts';

/**
 * Configurations of programs that make a client and nothing else from a description: Orval, Hey API, Kiota. Those that make
 * servers and clients for others too (OpenAPI Generator, Swagger Codegen) say nothing of whose the description is.
 */
const CONFIGURATIONS: readonly string[] = [
  ...['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].flatMap((extension) => [
    `orval.config.${extension}`,
    `openapi-ts.config.${extension}`,
  ]),
  'kiota-lock.json',
];
/** What makes a folder a package; above it begins another one. */
const PACKAGE = 'package.json';

/** The configuration of such a program beside a description, or above it up to the root of its package. */
export function clientGenerator({ hasFile }: Tree, path: string): Place | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const at = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    const found = CONFIGURATIONS.find((name) => hasFile(at(name)));
    if (found !== undefined) return { path: at(found) };
    if (folder === '' || hasFile(at(PACKAGE))) return undefined;
  }
}

/** Descriptions that builds name as what they make clients of, by path, with the script that says so. */
export const builtClients = oncePerContext(
  ({ inventory }: RelationContext): ReadonlyMap<string, Place> =>
    new Map(
      artifactsOf(inventory, 'dependency-manifest').flatMap(({ path, facts }) =>
        (facts.clientsFrom ?? []).flatMap((written) => {
          const found = resolvePath(folderOf(path), written);
          return found === undefined ? [] : [[found, { path }] as const];
        }),
      ),
    ),
);
