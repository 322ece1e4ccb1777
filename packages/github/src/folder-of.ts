import { type Listing, type RepositorySource, SourceError } from '@shipworthy/model';

/**
 * One folder of a source, as if it were the repository.
 * @param folder `services/billing`; `''` is the source itself
 */
export function folderOf(source: RepositorySource, folder: string): RepositorySource {
  if (folder === '') return source;
  const inside = `${folder}/`;
  let listing: Promise<Listing> | undefined;
  const { digestOf } = source;
  return {
    kind: source.kind,
    name: `${folder} of ${source.name}`,
    list: () => {
      listing ??= source.list().then((whole) => listingBelow(whole, inside));
      return listing;
    },
    async *read(paths) {
      for await (const read of source.read(paths.map((path) => inside + path)))
        yield { ...read, path: read.path.slice(inside.length) };
    },
    ...(digestOf ? { digestOf: (path: string) => digestOf.call(source, inside + path) } : {}),
  };
}

function listingBelow({ entries, unseen, ...rest }: Listing, inside: string): Listing {
  const below = unseen?.flatMap(({ path, why }) =>
    path.startsWith(inside)
      ? [{ path: path.slice(inside.length), why }]
      : inside.startsWith(`${path}/`)
        ? [{ path: '', why }]
        : [],
  );
  return {
    ...rest,
    // All share what is cut off, so that they stay sorted.
    entries: entries.flatMap((entry) =>
      entry.path.startsWith(inside) ? [{ ...entry, path: entry.path.slice(inside.length) }] : [],
    ),
    ...(below && below.length > 0 ? { unseen: below } : {}),
  };
}

/** @throws SourceError for a folder that none of the sides has */
export async function expectFolder(folder: string, sides: readonly RepositorySource[]): Promise<void> {
  if (folder === '') return;
  for (const side of sides) if ((await side.list()).entries.length > 0) return;
  throw new SourceError(
    `the repository has no folder ${JSON.stringify(folder)} that holds a file`,
    'usage',
    'Correct the input path: a folder from the root of the repository, as git spells it.',
  );
}
