import { readFileSync } from 'node:fs';
import { UsageError } from '@shipworthy/audit/usage-error';

/** Longer texts are cut: GitHub takes 65,536 characters. */
const MAX_BODY = 256 * 1024;
const STANDARD_INPUT = 0;

/**
 * The text of the pull request from a file, or from standard input for `-`; undefined where none is named.
 * @throws UsageError for a file that cannot be read.
 */
export async function bodyOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8').slice(0, MAX_BODY);
  } catch (error) {
    throw new UsageError(
      `cannot read the text of the pull request from ${file} (${error instanceof Error ? error.message : String(error)})`,
      'Give --body-file a text file, or - for standard input.',
    );
  }
}
