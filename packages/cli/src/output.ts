import { writeFileSync } from 'node:fs';
import { UsageError } from '@shipworthy/audit/usage-error';
import { SourceError } from '@shipworthy/model';

/** How a stream says that its reader has gone away (`| head`), which is the reader's good right. */
const CLOSED: ReadonlySet<unknown> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'EOF']);

/** What the codes of the operating system mean to somebody who gave a path. */
const WHY_UNWRITABLE: ReadonlyMap<unknown, string> = new Map([
  ['EISDIR', 'it is a folder'],
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder is a file'],
  ['EACCES', 'you may not write there'],
  ['EPERM', 'you may not write there'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
]);

/**
 * Writes the whole text; settles when it is flushed, or when nobody reads it any more.
 * @throws SourceError when the stream cannot take it (a full disk).
 */
export function print(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) =>
    stream.write(text, (error?: Error | null) => {
      if (!error || CLOSED.has(codeOf(error))) resolve();
      else
        reject(
          new SourceError(
            `cannot write the report (${error.message})`,
            'environment',
            'Check where the output goes: is the disk full?',
          ),
        );
    }),
  );
}

/**
 * Writes a report to where it was asked for: a file, or standard output.
 * @throws UsageError when the file cannot be written.
 */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) return print(process.stdout, text);
  try {
    writeFileSync(file, text);
  } catch (cause) {
    const code = codeOf(cause);
    const why = code === undefined ? '' : ` (${WHY_UNWRITABLE.get(code) ?? String(code)})`;
    throw new UsageError(
      `cannot write ${file}${why}`,
      'Give --output a file in a folder that exists and is writable.',
      {
        cause,
      },
    );
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
