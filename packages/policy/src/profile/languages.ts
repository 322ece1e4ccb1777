import type { DependencyManifestFacts } from '@shipworthy/model';

type Ecosystem = DependencyManifestFacts['ecosystem'];

/**
 * Extensions of sources, by the ecosystem of which a repository in another language may hold a package: a client of its
 * interface, an app beside it. A program in these languages is a package as well.
 */
const SOURCES_OF: Readonly<Partial<Record<Ecosystem, readonly string[]>>> = {
  haskell: ['hs', 'lhs'],
  swift: ['swift'],
  scala: ['scala'],
  julia: ['jl'],
  crystal: ['cr'],
  r: ['r'],
  perl: ['pl', 'pm'],
  lua: ['lua'],
  erlang: ['erl', 'hrl'],
  clojure: ['clj', 'cljs', 'cljc'],
  nim: ['nim'],
  ocaml: ['ml', 'mli'],
};

export const isOfProgramsToo = (ecosystem: Ecosystem): boolean => SOURCES_OF[ecosystem] !== undefined;

/** From this share of the sources on a package below the root is of what the repository is. */
const MAIN_SHARE = 0.5;

/**
 * Does a manifest speak for the whole, and not for a package in another language further down?
 * @param sources number of source files by extension
 */
export function speaksForWhole(
  { path, facts: { ecosystem } }: { readonly path: string; readonly facts: Pick<DependencyManifestFacts, 'ecosystem'> },
  sources: ReadonlyMap<string, number>,
): boolean {
  const extensions = SOURCES_OF[ecosystem];
  if (!extensions || !path.includes('/')) return true;
  const all = [...sources.values()].reduce((sum, count) => sum + count, 0);
  const own = extensions.reduce((sum, extension) => sum + (sources.get(extension) ?? 0), 0);
  return own / all >= MAIN_SHARE;
}
