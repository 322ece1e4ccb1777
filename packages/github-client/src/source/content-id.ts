import { createHash } from 'node:crypto';

/** The id git gives these bytes as a blob, of the same kind (SHA-1 or SHA-256) as `like`. */
export function contentId(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
