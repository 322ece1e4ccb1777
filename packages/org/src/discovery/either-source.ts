import { type RepositorySource, SourceError } from '@shipworthy/model';

/**
 * The files of a repository read in one way, and from where that fails in another; what was given already is not read again.
 * Where both fail, what the other one says is told.
 */
export function eitherSource(first: RepositorySource, other: () => RepositorySource): RepositorySource {
  let failed = false;
  let second: RepositorySource | undefined;
  return {
    kind: first.kind,
    name: first.name,
    list: () => first.list(),
    async *read(paths) {
      let given = 0;
      try {
        if (!failed)
          for await (const each of first.read(paths)) {
            given++;
            yield each;
          }
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        failed = true;
      }
      if (!failed) return;
      second ??= other();
      yield* second.read(paths.slice(given));
    },
  };
}
