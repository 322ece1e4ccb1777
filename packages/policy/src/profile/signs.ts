import type { Artifact, Judgement, Place, Tree } from '@shipworthy/model';
import * as dependency from './dependency-words.ts';
import { speaksForWhole } from './languages.ts';
import { NATIVE } from './native.ts';
import { type FolderWords, folderWords, type PathSigns, readPath } from './read-path.ts';
import { DOCUMENTATION_SITE, PACKS, type Sign } from './tree-words.ts';

export interface Manifest extends Artifact<'dependency-manifest'> {
  /** Dependencies that are not made here: the plugins of a framework beside it show no program that uses it. */
  readonly ofOthers: readonly string[];
}

/** What the tree and the manifests of a folder show, before it is judged. */
export interface Signs {
  /** Of the part that they are of; '' for the repository. */
  readonly folder: string;
  /** The first place of each different reason, in path order. */
  readonly of: ReadonlyMap<Sign, readonly Judgement<Sign>[]>;
  readonly manifests: readonly Manifest[];
  readonly files: number;
  /** Files that are neither others' nor made up to be tested on. */
  readonly originals: number;
  /** Files outside of tests, examples, documentation and tooling. */
  readonly product: number;
  /** Pages of the whole tree. */
  readonly pages: number;
  /** Of the product: source files and infrastructure code. */
  readonly sources: number;
  /** Of the source files, those of languages without a package manager. */
  readonly natives: number;
  readonly infrastructure: number;
  /** Descriptions of interfaces in a language of their own. */
  readonly interfaces: number;
  /** Of the infrastructure code, what cannot be anything else. */
  readonly setsUp: number;
  /** Pages that the program renders. */
  readonly views: number;
  /** Files of the product in each folder at the root, and the charts that lie right below it. */
  readonly atRoot: ReadonlyMap<string, { readonly files: number; readonly charts: number }>;
  /** Folders of code right below `svc/` or `services/`. */
  readonly services: ReadonlySet<string>;
  /** Shows by examples at the root how others use it. */
  readonly hasExamples: boolean;
  /** Has a site of documentation. */
  readonly isDocumented: boolean;
  /** Folders that hold what packs a program. */
  readonly packedIn: ReadonlySet<string>;
  /** A source file, for a person to look at. */
  readonly sample?: string;
}

/**
 * The signs of every folder given, of the files that lie nearest to it, and of the whole tree under the key `null`.
 * One pass over the paths, whatever the number of folders. `more`: signs of the whole that no path shows.
 */
export function signsOf(
  tree: Tree,
  manifests: readonly Manifest[],
  folders: readonly string[],
  more: readonly Judgement<Sign>[] = [],
): { readonly whole: Signs; readonly nearest: ReadonlyMap<string, Signs> } {
  const whole = new Tally();
  const tallies = new Map(folders.map((folder) => [folder, new Tally(folder)]));
  const owner = nearestOf(new Set(folders));
  const ofFolder = perFolder((path, folder) => {
    const part = owner(path);
    return { part, words: folderWords(folder), own: wordsWithin(part, folder), tally: tallies.get(part) };
  });
  for (const path of tree.paths) {
    const { part, words, own, tally } = ofFolder(path);
    const signs = readPath(path, words);
    whole.add(signs);
    // What a tool looks for at the root of a repository, it looks for at the root of a part.
    tally?.add(part === '' ? signs : readPath(path, own, part));
  }
  for (const sign of more) for (const tally of [whole, tallies.get('')]) tally?.note(sign);
  for (const manifest of manifests) {
    if (speaksForWhole(manifest, whole.languages)) whole.manifests.push(manifest);
    tallies.get(owner(manifest.path))?.manifests.push(manifest);
  }
  return { whole, nearest: tallies };
}

/** The manifests of what the signs are of, and not of packages within it. */
export const ownManifests = ({ manifests, folder }: Signs): readonly Manifest[] =>
  manifests.filter(({ path }) => path.lastIndexOf('/') === folder.length - (folder === '' ? 1 : 0));

/** What a folder says of all that lies in it, seen from the part that it belongs to. */
const wordsWithin = (part: string, folder: string): FolderWords => ({
  ...folderWords(folder),
  matters: folderWords(part === '' ? folder : folder.slice(part.length + 1)).matters,
});

/** The nearest folder of the set that holds a path; '' when none does. */
export function nearestOf(folders: ReadonlySet<string>): (path: string) => string {
  const known = new Map<string, string>([['', '']]);
  const of = (folder: string): string => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const nearest = folders.has(folder) ? folder : of(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
    known.set(folder, nearest);
    return nearest;
  };
  return (path) => of(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
}

/** An answer for the folder of a path. Listings are sorted: most paths lie in the folder of the one before. */
function perFolder<T>(answer: (path: string, folder: string) => T): (path: string) => T {
  let latest: { readonly length: number; readonly prefix: string; readonly found: T } | undefined;
  return (path) => {
    const length = path.lastIndexOf('/') + 1;
    if (latest?.length !== length || !path.startsWith(latest.prefix))
      latest = { length, prefix: path.slice(0, length), found: answer(path, path.slice(0, Math.max(0, length - 1))) };
    return latest.found;
  };
}

const SERVICE = /^(?:svc|services)\/([^/]+)\//;

class Tally implements Signs {
  readonly of = new Map<Sign, Judgement<Sign>[]>();
  readonly manifests: Manifest[] = [];
  readonly #seen = new Set<string>();
  readonly packedIn = new Set<string>();
  /** Source files by extension. */
  readonly languages = new Map<string, number>();
  readonly atRoot = new Map<string, { files: number; charts: number }>();
  readonly services = new Set<string>();
  hasExamples = false;
  isDocumented = false;
  files = 0;
  originals = 0;
  product = 0;
  pages = 0;
  sources = 0;
  natives = 0;
  infrastructure = 0;
  interfaces = 0;
  setsUp = 0;
  views = 0;
  sample?: string;

  readonly folder: string;

  constructor(folder = '') {
    this.folder = folder;
  }

  add({ path, kind, aside, copy, setsUp, signs }: PathSigns): void {
    const within = this.folder === '' ? path : path.slice(this.folder.length + 1);
    this.files++;
    if (!copy) this.originals++;
    if (kind === 'page') this.pages++;
    if (within.startsWith('examples/')) this.hasExamples = true;
    if (DOCUMENTATION_SITE.test(within)) this.isDocumented = true;
    if (aside) return;
    this.product++;
    this.#countAtRoot(within);
    if (kind === 'source') {
      this.sources++;
      if (NATIVE.test(path)) this.natives++;
      const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
      this.languages.set(extension, (this.languages.get(extension) ?? 0) + 1);
      const service = SERVICE.exec(within)?.[1];
      if (service !== undefined) this.services.add(service);
      this.sample ??= path;
    } else if (kind === 'infrastructure') this.infrastructure++;
    else if (kind === 'interface') this.interfaces++;
    if (setsUp) this.setsUp++;
    for (const [sign, what] of signs) {
      if (sign === 'views') this.views++;
      if (what === PACKS) this.packedIn.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      this.note({ name: sign, because: `${path} ${what}`, at: { path } }, what);
    }
  }

  #countAtRoot(path: string): void {
    const end = path.indexOf('/');
    if (end < 0) return;
    const folder = path.slice(0, end);
    const known = this.atRoot.get(folder) ?? { files: 0, charts: 0 };
    this.atRoot.set(folder, known);
    known.files++;
    if (path.endsWith('/Chart.yaml') && path.split('/').length === 3) known.charts++;
  }

  /** Keeps the first path of each different reason. */
  note(sign: Judgement<Sign>, what: string = sign.because): void {
    const key = `${sign.name} ${what}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const list = this.of.get(sign.name) ?? [];
    this.of.set(sign.name, list);
    list.push(sign);
  }
}

/** Below folders of functions the entry of a package is what a cloud calls. */
const FUNCTION_PACKAGE = /^(?:(?:cloud[-_]?)?functions|lambdas?)\/[^/]+\/package\.json$/i;

/**
 * The first manifest of something that others import. A jar is what Maven makes of any module, so beside a module that
 * is a server jars are the parts of that program; and so are the packages of .NET beside a project that is one.
 */
export function offeredLibrary(manifests: readonly Manifest[]): Manifest | undefined {
  const ofServer = (ecosystem: string): boolean =>
    needs(
      manifests.filter(({ facts }) => facts.ecosystem === ecosystem),
      'server',
    ) !== undefined;
  return manifests.find(({ path, facts: { library, private: isPrivate, ecosystem } }) => {
    const isPartOfServer = (ecosystem === 'maven' || ecosystem === 'dotnet') && ofServer(ecosystem);
    return library && !isPrivate && !FUNCTION_PACKAGE.test(path) && !isPartOfServer;
  });
}

interface Words {
  readonly names: ReadonlySet<string>;
  /** Paths of Go modules. */
  readonly go?: RegExp;
  /** Names that mean it among the packages of Elixir only. */
  readonly elixir?: ReadonlySet<string>;
  /** ... and of Haskell. */
  readonly haskell?: ReadonlySet<string>;
}

const TABLES = {
  server: {
    names: dependency.SERVER,
    go: dependency.GO_SERVER,
    elixir: dependency.ELIXIR_SERVER,
    haskell: dependency.HASKELL_SERVER,
  },
  web: { names: dependency.WEB, elixir: dependency.ELIXIR_WEB },
  'web-program': { names: dependency.WEB_PROGRAM },
  published: { names: dependency.PUBLISHED },
  templates: { names: dependency.TEMPLATES },
  mobile: { names: dependency.MOBILE },
  pipeline: { names: dependency.PIPELINE },
  payment: { names: dependency.PAYMENT, go: dependency.GO_PAYMENT, elixir: dependency.ELIXIR_PAYMENT },
  login: { names: dependency.LOGIN, go: dependency.GO_LOGIN, elixir: dependency.ELIXIR_LOGIN },
  mail: { names: dependency.MAIL, elixir: dependency.ELIXIR_MAIL },
} as const satisfies Readonly<Record<string, Words>>;

/** The first direct dependency of the sort, and the manifest that names it. */
export function needs(
  manifests: readonly Manifest[],
  sort: keyof typeof TABLES,
): { readonly name: string; readonly at: Place } | undefined {
  const { names, go, elixir, haskell }: Words = TABLES[sort];
  const means = (ecosystem: string, needed: string): boolean | undefined => {
    if (ecosystem === 'go') return go?.test(needed);
    if (ecosystem === 'elixir') return elixir?.has(needed);
    if (ecosystem === 'haskell') return haskell?.has(needed);
    return names.has(needed.toLowerCase());
  };
  for (const { path, facts, ofOthers } of manifests) {
    const name = ofOthers.find((needed) => means(facts.ecosystem, needed));
    if (name !== undefined) return { name, at: { path } };
  }
  return undefined;
}
