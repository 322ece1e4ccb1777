import { SourceError } from '@shipworthy/model';

/**
 * A token as it is given (with the line break a file or a pasted secret ends in) as it is sent; undefined when it is empty.
 * Its form is not judged: GitHub changes it. Throws `SourceError` for characters no header can carry, since fetch would
 * repeat the header in its complaint.
 */
export function sendableToken(given: string | undefined): string | undefined {
  const token = given?.trim();
  if (token === undefined || token === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new SourceError(
      'the token for GitHub has characters no token has (a space, a line break, or not ASCII)',
      'usage',
      'Copy it again, without anything around it.',
    );
  return token;
}
