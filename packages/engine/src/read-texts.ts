import { decodeText } from '@shipworthy/artifacts';
import type { RepositorySource, SourceEntry } from '@shipworthy/model';

/** Reads the files of some base names, at any depth, at once; answers with those of one of the names. */
export async function textsNamed(
  baseNames: readonly string[],
  source: RepositorySource,
  entries: readonly SourceEntry[],
): Promise<(baseName: string) => ReadonlyMap<string, string>> {
  const isNamed = (path: string, name: string): boolean =>
    path.endsWith(name) && (path.length === name.length || path[path.length - name.length - 1] === '/');
  const paths = entries.flatMap(({ type, path }) =>
    type === 'file' && baseNames.some((name) => isNamed(path, name)) ? [path] : [],
  );
  const texts = [...(await readTexts(source, paths))];
  return (baseName) => new Map(texts.filter(([path]) => isNamed(path, baseName)));
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
