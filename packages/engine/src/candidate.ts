import type { KindModule } from '@shipworthy/artifacts';
import type { FileChoices, PathClass } from '@shipworthy/model';
import { allowedIn } from './path-index.ts';
import type { Chosen } from './read-facts.ts';

/** A file that may hold something, before it is read. */
export interface Candidate {
  readonly pathClass: PathClass;
  readonly kinds: readonly KindModule[];
  readonly chosen?: Chosen;
}

/** What the configuration says of a file; undefined where it says nothing. */
export function chosenFor(
  path: string,
  possible: readonly KindModule[],
  kinds: readonly KindModule[],
  choices: FileChoices,
): Candidate | undefined {
  const pathClass = choices.classOf(path);
  if (pathClass === undefined) return undefined;
  const declared = choices.kindsOf(path);
  const asked = kinds.filter(({ kind }) => declared.includes(kind));
  const others = allowedIn(possible, pathClass).filter((kind) => !asked.includes(kind));
  return { pathClass, kinds: [...asked, ...others], chosen: { declared } };
}
