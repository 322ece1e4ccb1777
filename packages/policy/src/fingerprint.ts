import { createHash } from 'node:crypto';

/** Hex digits kept: 80 bits, so that even a million findings of an organisation do not collide by chance. */
const DIGITS = 20;

/** Identity of a finding over time: rule, subject and discriminator. No line numbers, no message text. */
export function fingerprint(rule: string, subjectType: string, subjectId: string, discriminator = ''): string {
  return sha256([rule, subjectType, subjectId, discriminator]).slice(0, DIGITS);
}

/** Digest of a JSON value. */
export const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
