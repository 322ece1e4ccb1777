import type { LeakFacts, Span } from '@shipworthy/model';

const HEADER = /-----BEGIN ((?:[A-Z]{2,9} ){0,2})PRIVATE KEY(?: BLOCK)?-----/g;
/** Looked at behind the header, in characters: enough for the head lines of a key and its first line of base64. */
const BODY = 700;
/** Shorter runs of base64 are a placeholder: the smallest key (Ed25519) has 64 characters. */
const MIN_KEY = 60;
/** Longest key that is masked as a whole. */
const MAX_KEY = 16_000;

/** Private keys in PEM, also as one string with escaped line breaks. */
export function privateKeys(text: string): LeakFacts[] {
  return [...text.matchAll(HEADER)].flatMap((found) => {
    const [header, sort = ''] = found;
    const start = found.index + header.length;
    const body = text.slice(start, start + BODY).replace(/\\r|\\n|[\s"'`+,;\\|>-]/g, ' ');
    const encrypted = sort.includes('ENCRYPTED') || /Proc-Type: ?4 ENCRYPTED|ENCRYPTED/.test(body.slice(0, 80));
    const compact = body.replace(/ +/g, '').replace(/^(?:Version|Comment|Proc|DEK)[^\n]{0,60}:/, '');
    const run = /[A-Za-z0-9/+=]{60,}/.exec(compact)?.[0] ?? '';
    if (run.length < MIN_KEY || /\.{3}|redacted|example|placeholder|dummy|xxxxx|AAAAAAAAAAAAAAAAAAAAAAAAA/i.test(body))
      return [];
    const end = text.slice(start, start + MAX_KEY).search(/-----END /);
    const at: Span = [found.index, end < 0 ? Math.min(text.length, start + BODY) : start + end];
    return [
      {
        what: encrypted ? 'an encrypted private key' : 'a private key',
        at,
        certain: true,
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
    return { what: 'a private key (JSON Web Key)', at: [start, start + value.length] as const, certain: true };
  });
}
