import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Listing, SourceEntry } from '@shipworthy/model';
import fastGlob from 'fast-glob';
import { systemCode } from './audited-folder.ts';
import { GitignoreRules } from './gitignore-rules.ts';
import { sortedEntries } from './sorted-entries.ts';

/** Never looked into: not the repository's own files, whatever its ignore rules say. */
const SKIPPED = new Set(['.git', 'node_modules']);
/** A .gitignore larger than this is data under that name. */
const MAX_GITIGNORE_BYTES = 1024 * 1024;

/**
 * The files below a folder (absolute path) without asking git. Folders that a .gitignore leaves out are not descended
 * into. A folder with its own `.git` is another repository: listed as a submodule, never entered. Pipes, sockets and
 * devices are not listed, as git would not.
 */
export function folderListing(root: string): Listing {
  const walk = new Walk(root);
  const found = fastGlob.sync('**/*', {
    cwd: root,
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    fs: { readdirSync: walk.readdirSync },
  });
  const entries: SourceEntry[] = [];
  for (const { path, dirent } of found) {
    if (dirent.isFile()) entries.push({ path, type: 'file' });
    else if (dirent.isSymbolicLink()) entries.push({ path, type: 'symlink' });
    else if (walk.nested.has(path)) entries.push({ path, type: 'submodule' });
  }
  return {
    entries: sortedEntries(entries),
    history: 'none',
    ...(walk.unseen.length === 0 ? {} : { unseen: walk.unseen }),
  };
}

/** Reads folders for the walk and gives it only what no ignore rule leaves out. Parents come before their children. */
class Walk {
  readonly nested = new Set<string>();
  readonly unseen: { path: string; why: string }[] = [];
  readonly #root: string;
  readonly #rules = new Map<string, GitignoreRules>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Stands in for the file system's own, which has more overloads than the walk uses (path, with file types). */
  readonly readdirSync = new Proxy(readdirSync, { apply: (_target, _this, [path]) => this.#visible(String(path)) });

  #visible(path: string): Dirent[] {
    const folder = relative(this.#root, path).split(sep).join('/');
    const children = this.#children(path, folder);
    if (folder !== '' && children.some(({ name }) => name === '.git')) {
      this.nested.add(folder);
      return [];
    }
    const rules = this.#rulesIn(path, folder, children);
    return children.filter((child) => {
      if (SKIPPED.has(child.name) && (child.isDirectory() || child.name === '.git')) return false;
      const name = folder === '' ? child.name : `${folder}/${child.name}`;
      if (rules.leavesOut(name, child.isDirectory())) return false;
      // The patterns of the walk do not match across line breaks in folder names (in file names they do).
      const hidden = child.isDirectory() && child.name.includes('\n');
      if (hidden) this.unseen.push({ path: name, why: 'its name has a line break' });
      return !hidden;
    });
  }

  #children(path: string, folder: string): Dirent[] {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch (error) {
      this.unseen.push({
        path: folder,
        why: systemCode(error) === 'EACCES' ? 'permission denied' : 'cannot be listed',
      });
      return [];
    }
  }

  #rulesIn(path: string, folder: string, children: readonly Dirent[]): GitignoreRules {
    const above = folder === '' ? undefined : this.#rules.get(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
    let rules = above ?? new GitignoreRules();
    // As in git, a .gitignore that is a link counts for nothing.
    if (children.some((child) => child.name === '.gitignore' && child.isFile()))
      rules = rules.with(gitignoreText(`${path}${sep}.gitignore`), folder);
    this.#rules.set(folder, rules);
    return rules;
  }
}

function gitignoreText(file: string): string {
  try {
    return lstatSync(file).size > MAX_GITIGNORE_BYTES ? '' : readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return '';
  }
}
