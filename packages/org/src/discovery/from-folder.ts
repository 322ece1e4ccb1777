import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { SourceError } from '@shipworthy/model';
import { commitOf, gitRevision, systemCode } from '@shipworthy/sources';
import { inTurn } from '../in-turn.ts';
import type { DiscoveredRepository, Discovery } from './discovered.ts';

/** Clones lie directly in the folder, or one below it by owner. */
const DEPTH = 2;

/** Processes of git at once. Each is short, and most of it is waiting for it to start and for the disk. */
const AT_ONCE = 8;

/** How far the look at the clones is. */
export interface Looked {
  readonly done: number;
  readonly total: number;
  /** The clone that was looked at last; before the first the folder. */
  readonly name: string;
}

/**
 * The clones in a folder, by name. What is committed at HEAD is audited; files on disk that are not, are not.
 * @param progress is told once before the first clone, and after each
 * @throws SourceError when the folder cannot be listed or holds no clone.
 */
export async function fromFolder(folder: string, progress?: (looked: Looked) => void): Promise<Discovery> {
  const root = resolve(folder);
  const names = clonesIn(root, '', DEPTH);
  if (names.length === 0)
    throw new SourceError(
      `${folder} holds no clones of git repositories`,
      'usage',
      'Give --from a folder whose folders are clones: DIR/service, or DIR/owner/service.',
    );
  const total = names.length;
  progress?.({ done: 0, total, name: folder });
  const found = new Map<string, DiscoveredRepository>();
  await inTurn(names, AT_ONCE, async (name) => {
    found.set(name, await repositoryIn(root, name));
    progress?.({ done: found.size, total, name });
  });
  return { title: basename(root), repositories: names.flatMap((name) => found.get(name) ?? []) };
}

function clonesIn(root: string, below: string, depth: number): string[] {
  const folder = join(root, below);
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (cause) {
    if (below !== '') return [];
    const code = systemCode(cause);
    const why = code === undefined ? '' : ` (${code})`;
    throw new SourceError(`cannot list ${root}${why}`, 'usage', 'Give --from a folder of clones.', { cause });
  }
  return entries.sort().flatMap((entry) => {
    const path = join(folder, entry);
    const name = below === '' ? entry : `${below}/${entry}`;
    // Links are not followed: one may lead out of the folder, or around.
    if (entry.startsWith('.') || !lstatSync(path).isDirectory()) return [];
    if (isClone(path)) return [name];
    return depth > 1 ? clonesIn(root, name, depth - 1) : [];
  });
}

/** A work tree, or the objects of a repository alone. */
const isClone = (path: string): boolean =>
  existsSync(join(path, '.git')) || (existsSync(join(path, 'HEAD')) && existsSync(join(path, 'objects')));

async function repositoryIn(root: string, name: string): Promise<DiscoveredRepository> {
  const path = join(root, name);
  const open = async () => ({ source: await gitRevision(path, 'HEAD'), close: () => {} });
  const known = { id: name, name, open };
  try {
    const at = await commitOf(path);
    return at ? { ...known, ...at } : { ...known, excluded: 'empty' };
  } catch (error) {
    return { ...known, failed: error instanceof Error ? error.message : String(error) };
  }
}
