import type { SourceEntry } from '@shipworthy/model';
import { findSnapshotFolders } from './snapshots.ts';
import { findLocaleFolders } from './translated.ts';
import { GENERATOR_SIGNATURE, LICENCE, ROOT_ONLY, SPEC, SPEC_EVIDENCE } from './words.ts';

/** What paths of a tree say of others. */
export interface Evidence {
  readonly submodules: ReadonlySet<string>;
  /** Folders `spec` that hold tests. */
  readonly specFolders: ReadonlySet<string>;
  /** Folders that hold a skill for a coding assistant. */
  readonly skillFolders: ReadonlySet<string>;
  /** Folders below the root with a licence and files that only a root has a use for. */
  readonly copiedFolders: ReadonlySet<string>;
  /** Folders of one locale whose pages have a counterpart outside it. */
  readonly localeFolders: ReadonlySet<string>;
  /** Folders that keep the documentation as it was for one release. */
  readonly snapshotFolders: ReadonlySet<string>;
  /** Folders that a generator of clients wrote whole, and signed. */
  readonly generatedFolders: ReadonlySet<string>;
  readonly has: (path: string) => boolean;
}

export function gatherEvidence(entries: readonly SourceEntry[]): Evidence {
  const submodules = new Set<string>();
  const specFolders = new Set<string>();
  const skillFolders = new Set<string>();
  const licensed = new Set<string>();
  const rootLike = new Set<string>();
  const generatedFolders = new Set<string>();
  for (const { path, type } of entries) {
    if (type === 'submodule') submodules.add(path);
    if (path.endsWith('/SKILL.md')) skillFolders.add(path.slice(0, -'/SKILL.md'.length));
    const signed = path.endsWith('/VERSION') ? GENERATOR_SIGNATURE.exec(path)?.[1] : undefined;
    if (signed !== undefined) generatedFolders.add(signed);
    const slash = path.lastIndexOf('/');
    // Ten thousands of paths come by: only few of their names begin or end like what is looked for.
    const name = path.slice(slash + 1);
    if (slash > 0 && LICENCE.test(name)) licensed.add(path.slice(0, slash));
    const root = name.endsWith('ml') ? ROOT_ONLY.exec(path)?.[1] : undefined;
    if (root !== undefined) rootLike.add(root);
    if (!SPEC_EVIDENCE.test(name)) continue;
    for (let cut = path.indexOf('/'), start = 0; cut >= 0; start = cut + 1, cut = path.indexOf('/', start))
      if (SPEC.has(path.slice(start, cut).toLowerCase())) specFolders.add(path.slice(0, cut));
  }
  let paths: Set<string> | undefined;
  const has = (path: string): boolean => {
    paths ??= new Set(entries.map((entry) => entry.path));
    return paths.has(path);
  };
  const copiedFolders = withoutTakenIn(new Set([...licensed].filter((folder) => rootLike.has(folder))), entries);
  const localeFolders = findLocaleFolders(entries, has);
  const snapshotFolders = findSnapshotFolders(entries);
  return {
    submodules,
    specFolders,
    skillFolders,
    copiedFolders,
    localeFolders,
    snapshotFolders,
    generatedFolders,
    has,
  };
}

/** From this share of the tree on a folder with a licence of its own is a repository that was merged into this one. */
const TAKEN_IN_SHARE = 0.25;
/** ... unless it has fewer files: shares of a small tree tell nothing. */
const MIN_TAKEN_IN = 100;

/** The folders that hold too little of the tree to be a part of the product. */
function withoutTakenIn(folders: ReadonlySet<string>, entries: readonly SourceEntry[]): ReadonlySet<string> {
  if (folders.size === 0) return folders;
  const held = new Map<string, number>();
  const count = (prefix: string, files: number): void => {
    for (let end = prefix.length - 1; end > 0; end = prefix.lastIndexOf('/', end - 1)) {
      const folder = prefix.slice(0, end);
      if (folders.has(folder)) held.set(folder, (held.get(folder) ?? 0) + files);
    }
  };
  let prefix = '';
  let files = 0;
  for (const { path } of entries) {
    const length = path.lastIndexOf('/') + 1;
    if (length !== prefix.length || !path.startsWith(prefix)) {
      count(prefix, files);
      prefix = path.slice(0, length);
      files = 0;
    }
    files++;
  }
  count(prefix, files);
  const isProduct = (files: number) => files >= MIN_TAKEN_IN && files >= TAKEN_IN_SHARE * entries.length;
  return new Set([...folders].filter((folder) => !isProduct(held.get(folder) ?? 0)));
}
