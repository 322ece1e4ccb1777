import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';

/** Where a test keeps things: a folder for what is kept, and a repository beside it. Absolute paths. */
export interface CachePlace {
  root: string;
  /** Not made yet. */
  folder: string;
  /** Made, and empty. */
  repository: string;
}

/** A new place for each test of the file, removed after it. */
export function placeForEachTest(): CachePlace {
  const place: CachePlace = { root: '', folder: '', repository: '' };
  beforeEach(() => {
    place.root = mkdtempSync(join(tmpdir(), 'shipworthy-disk-'));
    place.folder = join(place.root, 'cache');
    place.repository = join(place.root, 'repository');
    mkdirSync(place.repository);
  });
  afterEach(() => rmSync(place.root, { recursive: true, force: true }));
  return place;
}

/** The one file that is kept. */
export const keptFile = ({ folder }: CachePlace): string => join(folder, readdirSync(folder)[0] ?? 'none');

/** Moves the kept file away, and leaves a link to it. */
export function linkElsewhere(place: CachePlace): void {
  const path = keptFile(place);
  const elsewhere = join(place.root, 'elsewhere');
  writeFileSync(elsewhere, readFileSync(path), { mode: 0o600 });
  rmSync(path);
  symlinkSync(elsewhere, path);
}
