import type { LeakFacts, Span } from '@shipworthy/model';

const HEADER = /-----BEGIN ((?:[A-Z]{2,9} ){0,2})PRIVATE KEY(?: BLOCK)?-----/g;
/** Looked at behind the header, in characters: enough for the head lines of a key and its first line of base64. */
const BODY = 700;
/** Head lines of older formats and of PGP, and line breaks, also as they stand in a string. */
const LEAD = /^(?:(?:\\r)?\\n|[\s"'`+,;|>#]|(?:Proc-Type|DEK-Info|Version|Comment|Charset):[^\n\\]*)*/;
/** A first line of base64; shorter ones are placeholders: the smallest key (Ed25519) has 64 characters. */
const FIRST_LINE = /^[A-Za-z0-9/+]{40,}/;
const PLACEHOLDER = /redacted|example|placeholder|dummy|your|private|x{5}|A{25}/i;
/** Longest key that is masked as a whole. */
const MAX_KEY = 16_000;

/** Private keys in PEM, also as one string with escaped line breaks. */
export function privateKeys(text: string): LeakFacts[] {
  return [...text.matchAll(HEADER)].flatMap((found) => {
    const [header, sort = ''] = found;
    const start = found.index + header.length;
    const body = text.slice(start, start + BODY);
    const lead = LEAD.exec(body)?.[0] ?? '';
    const first = FIRST_LINE.exec(body.slice(lead.length))?.[0];
    if (first === undefined || PLACEHOLDER.test(first)) return [];
    // A key that is shown in part only.
    if (/\.{3}/.test(text.slice(start, start + BODY).split('-----END')[0] ?? '')) return [];
    const encrypted = sort.includes('ENCRYPTED') || lead.includes('ENCRYPTED');
    const end = text.slice(start, start + MAX_KEY).search(/-----END /);
    const at: Span = [found.index, end < 0 ? Math.min(text.length, start + BODY) : start + end];
    return [
      {
        what: encrypted ? 'an encrypted private key' : 'a private key',
        at,
        certain: true,
        key: true,
        ...(encrypted ? { harmless: 'a passphrase protects it' } : {}),
      },
    ];
  });
}

const KTY = /"kty"\s*:\s*"(?:RSA|EC|OKP|oct)"/i;
/** The private part of a key in JSON: 32 bytes or more in base64url. */
const PRIVATE_PART = /"(?:d|k)"\s*:\s*"([\w-]{40,1400}={0,2})"/gi;

/** JSON Web Keys with their private part. */
export function webKeys(text: string): LeakFacts[] {
  if (!KTY.test(text)) return [];
  return [...text.matchAll(PRIVATE_PART)].map((found) => {
    const value = found[1] ?? '';
    const start = found.index + found[0].lastIndexOf(value);
    return {
      what: 'a private key (JSON Web Key)',
      at: [start, start + value.length] as const,
      certain: true,
      key: true,
    };
  });
}
