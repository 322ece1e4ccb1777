import { createHash } from 'node:crypto';
import type { KindModule } from '@shipworthy/artifacts';
import type { FactsCache, FileFacts } from '@shipworthy/model';
import type { Candidate } from './candidate.ts';
import { type Parsers, readFacts } from './read-facts.ts';

/** A file's bytes, and what names them. */
export interface ReadBytes {
  readonly bytes: Uint8Array;
  /** Their SHA-256 in base64url, where it is known. */
  readonly digest?: string | undefined;
}

/**
 * The facts of one file's bytes, from the cache where they are known. Undefined or without artifacts and problems: the file
 * holds nothing.
 */
export async function recalledFacts(
  path: string,
  { bytes, digest }: ReadBytes,
  candidate: Candidate,
  parsers: Parsers,
  cache: FactsCache | undefined,
): Promise<FileFacts | undefined> {
  const { pathClass, kinds, chosen } = candidate;
  if (!cache) return readFacts(path, bytes, pathClass, kinds, parsers, chosen);
  const key = factsKey(path, digest ?? sha256(bytes), candidate);
  const known = cache.recall(key, path);
  if (known !== undefined) return known ?? undefined;
  const facts = await readFacts(path, bytes, pathClass, kinds, parsers, chosen);
  cache.keep(key, facts.artifacts.length > 0 || facts.problems.length > 0 ? facts : null);
  return facts;
}

/**
 * Names all that facts depend on: the bytes by their digest, and not a time or a blob id of git, which may be those of
 * another content; the path; what the path and the configuration say of it; every kind that it may be, in the version of
 * its facts.
 */
export function factsKey(path: string, digest: string, { pathClass, kinds, chosen }: Candidate): string {
  const about = [path, pathClass, chosen ? chosen.declared.join(' ') : '-', versionsOf(kinds), digest];
  return sha256(about.join('\0'));
}

/** Files of a name share the list of what they may be. */
const known = new WeakMap<readonly KindModule[], string>();

function versionsOf(kinds: readonly KindModule[]): string {
  const before = known.get(kinds);
  if (before !== undefined) return before;
  const versions = kinds.map(({ kind, factsVersion }) => `${kind}@${factsVersion}`).join('\0');
  known.set(kinds, versions);
  return versions;
}

/** In base64url. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('base64url');
