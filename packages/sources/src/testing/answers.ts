import type { RepositorySource, SourceContent } from '@shipworthy/model';
import { SourceError } from '@shipworthy/model';

/** Everything a source gives for these paths, by path: the bytes, or the reason there are none. */
export async function readAll(
  source: RepositorySource,
  paths: readonly string[],
): Promise<Record<string, string | Uint8Array>> {
  const contents: SourceContent[] = [];
  // Bytes are good until the next are asked for.
  for await (const { path, content } of source.read(paths))
    contents.push({ path, content: content instanceof Uint8Array ? Buffer.from(content) : content });
  return Object.fromEntries(
    contents.map(({ path, content }) => [path, content instanceof Uint8Array ? content : content.reason]),
  );
}

export async function listedPaths(source: RepositorySource): Promise<string[]> {
  return (await source.list()).entries.map((entry) =>
    entry.type === 'file' ? entry.path : `${entry.path} ${entry.type}`,
  );
}

/** The fault a promise is rejected with; fails when it is not a `SourceError`. */
export async function faultOf(promise: Promise<unknown>): Promise<SourceError> {
  const outcome = await promise.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (outcome instanceof SourceError) return outcome;
  throw new Error(`expected a SourceError, got ${String(outcome)}`);
}
