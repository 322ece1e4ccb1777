import { decodeText } from '@shipworthy/artifacts';
import type { RepositorySource, SourceEntry } from '@shipworthy/model';

/** The files of a base name, at any depth. */
export async function textsNamed(
  baseName: string,
  source: RepositorySource,
  entries: readonly SourceEntry[],
): Promise<Map<string, string>> {
  const paths = entries
    .filter(
      ({ type, path }) =>
        type === 'file' && path.endsWith(baseName) && /(?:^|\/)$/.test(path.slice(0, -baseName.length)),
    )
    .map((entry) => entry.path);
  return readTexts(source, paths);
}

/** The decoded texts of files; those that cannot be read are left out. */
export async function readTexts(source: RepositorySource, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for await (const { path, content } of source.read(paths)) {
    if (!(content instanceof Uint8Array)) continue;
    const decoded = decodeText(content);
    if (decoded.encoding !== 'binary') texts.set(path, decoded.text);
  }
  return texts;
}
