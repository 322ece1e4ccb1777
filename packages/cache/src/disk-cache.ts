import type { FactsCache, FileFacts } from '@shipworthy/model';
import { type CachePlace, cacheStem } from './cache-stem.ts';
import { evict } from './evict.ts';
import { decodeFactsFile, encodeFactsFile, type FactsFile, type StoredLine } from './facts-file.ts';
import { FACTS_ENDING, readOurs, writeOurs } from './private-file.ts';
import { factsIn } from './stored-facts.ts';
import { reasonOf } from './system-reason.ts';

/** What a run does not use is kept for so many saves: switching to another branch and back finds its facts again. */
const SAVES_KEPT = 20;
/** Bytes of the facts of one repository; those of 7,000 pages take 13 MB. */
export const MAX_REPOSITORY_BYTES = 64 * 1024 * 1024;

export interface DiskCacheRequest extends CachePlace {
  /** Names the code that makes facts: facts of another build are not recalled. No spaces. */
  readonly build: string;
}

/** What `--timing` says of the cache. */
export interface CacheReport {
  /** Files whose facts were known. */
  readonly known: number;
  /** Files that had to be read into facts. */
  readonly read: number;
  /** Why nothing was recalled at all, or nothing could be saved; one clause each. */
  readonly troubles: readonly string[];
}

const EMPTY: FactsFile = { saves: 0, lines: new Map() };

/**
 * Facts on disk, one file for each audited folder. Whatever is wrong with that file (damaged, of another version, not ours,
 * a full disk) costs time and nothing else: it is as if there were none.
 */
export class DiskCache implements FactsCache {
  readonly #file: string | undefined;
  readonly #build: string;
  readonly #stored: FactsFile;
  readonly #used = new Map<string, Uint8Array>();
  readonly #troubles: string[] = [];
  #changed = false;
  #known = 0;
  #read = 0;

  constructor({ build, ...place }: DiskCacheRequest) {
    this.#build = build;
    this.#file = this.#placed(place);
    this.#stored = this.#file === undefined ? EMPTY : this.#load(this.#file);
  }

  recall(key: string, path: string): FileFacts | null | undefined {
    const json = this.#stored.lines.get(key)?.json;
    const facts = json && factsIn(json, path);
    if (json === undefined || facts === undefined) return undefined;
    this.#known++;
    this.#used.set(key, json);
    return facts;
  }

  keep(key: string, facts: FileFacts | null): void {
    this.#read++;
    if (this.#file === undefined) return;
    this.#changed = true;
    this.#used.set(key, facts === null ? NOTHING : Buffer.from(JSON.stringify(facts)));
  }

  /** Writes what was kept, if anything was, and makes room among the caches of all repositories. */
  save(): void {
    if (this.#file === undefined || !this.#changed) return;
    this.#changed = false;
    try {
      writeOurs(this.#file, encodeFactsFile(this.#next(), this.#build));
      evict(this.#file);
    } catch (error) {
      this.#troubles.push(`not saved: ${reasonOf(error)}`);
    }
  }

  report(): CacheReport {
    return { known: this.#known, read: this.#read, troubles: this.#troubles };
  }

  /**
   * What was used in this run first; of the rest what was used lately, as far as there is room.
   * @throws Error when what was used takes more than there is.
   */
  #next(): FactsFile {
    const saves = this.#stored.saves + 1;
    const lines = new Map<string, StoredLine>();
    let bytes = LINE_OVERHEAD;
    for (const [key, json] of this.#used) {
      lines.set(key, { save: saves, json });
      bytes += json.length + LINE_OVERHEAD;
    }
    if (bytes > MAX_REPOSITORY_BYTES) throw new Error('the facts take too much room');
    for (const [key, line] of this.#stored.lines) {
      if (lines.has(key) || line.save <= saves - SAVES_KEPT) continue;
      bytes += line.json.length + LINE_OVERHEAD;
      if (bytes > MAX_REPOSITORY_BYTES) break;
      lines.set(key, line);
    }
    return { saves, lines };
  }

  #placed(place: CachePlace): string | undefined {
    const { stem, trouble } = cacheStem(place);
    if (trouble !== undefined) this.#troubles.push(trouble);
    return stem === undefined ? undefined : stem + FACTS_ENDING;
  }

  #load(file: string): FactsFile {
    try {
      const bytes = readOurs(file, MAX_REPOSITORY_BYTES);
      const stored = bytes && decodeFactsFile(bytes, this.#build);
      if (!stored) this.#troubles.push('not used: it is damaged, of another version, or not of this account');
      return stored ?? EMPTY;
    } catch (error) {
      if (reasonOf(error) !== 'ENOENT') this.#troubles.push(`not used: ${reasonOf(error)}`);
      return EMPTY;
    }
  }
}

const NOTHING = new Uint8Array();
/** Bytes of a line besides its JSON, and of a header, at most. */
const LINE_OVERHEAD = 256;
