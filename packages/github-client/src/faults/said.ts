/** GitHub's sentences are short; what is longer is a page of somebody else. */
const MAX_SAID = 300;

/** Words of a server, made fit for one line of a report: no line breaks, no control characters, not too long. */
export function oneLine(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return plain.length > MAX_SAID ? `${plain.slice(0, MAX_SAID)}…` : plain;
}

/** The `message` of an answer of GitHub, with what its `errors` add; undefined where the answer has none. */
export function saidBy(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string')
    return undefined;
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf).filter(Boolean) : [];
  return oneLine([data.message, ...errors].join('; '));
}

/** One of GitHub's `errors`: a sentence, or an object that has one or names a field and a code. */
function detailOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  if ('message' in error && typeof error.message === 'string') return error.message;
  const parts = ['resource' in error && error.resource, 'field' in error && error.field, 'code' in error && error.code];
  return parts.filter((part) => typeof part === 'string').join(' ');
}
