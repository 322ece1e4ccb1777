import type { Kind, PathClass } from '@shipworthy/model';
import type { KindModule, Parsed } from '../../kind-module.ts';
import { RepositoryFile } from '../../repository-file.ts';

/** What a kind reads of one file; nothing when its first look turns the file away. */
export async function parseFile<K extends Kind>(
  kind: KindModule<K>,
  path: string,
  text: string,
  pathClass: PathClass = 'authored',
): Promise<Parsed<K>> {
  const file = new RepositoryFile(path, pathClass, text);
  if (!kind.sniff(file)) return { artifacts: [], problems: [] };
  return (await kind.load())(file);
}
