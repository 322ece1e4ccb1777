import { createHash } from 'node:crypto';

/** Characters of a name that a file's name keeps; with folder and suffix far below every system's limit. */
const MAX_READABLE = 80;
/** Hexadecimal digits that tell apart what looks alike. */
const DIGITS = 10;
/** Names that Windows keeps for devices, whatever stands after the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const PLAIN = /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/;

/**
 * File names (without ending) for things by key, made of their names. Different keys never share one, not on a file system
 * without case either, and a name's does not depend on which others there are: what the readable form loses is told apart
 * by a digest of the name after `~`, which no plain name holds.
 */
export function slugsFor(things: readonly { readonly key: string; readonly name: string }[]): Map<string, string> {
  const keysBySlug = new Map<string, string[]>();
  for (const { key, name } of things) {
    const slug = slugOf(name);
    const keys = keysBySlug.get(slug);
    if (keys) keys.push(key);
    else keysBySlug.set(slug, [key]);
  }
  const slugs = new Map<string, string>();
  for (const [slug, keys] of keysBySlug)
    for (const key of keys) slugs.set(key, keys.length === 1 ? slug : `${slug}~${digest(key)}`);
  return slugs;
}

function slugOf(name: string): string {
  if (PLAIN.test(name) && name.length <= MAX_READABLE && !DEVICES.test(name.replaceAll('/', '.')))
    return name.replaceAll('/', '.');
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9_/-]+/g, '-')
    .replaceAll('/', '.')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, MAX_READABLE);
  return `${readable || 'x'}~${digest(name)}`;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
