import {
  ASIDE,
  BUILT_WITH_NIX,
  BY_EXTENSION,
  BY_NAME,
  BY_PATH,
  COPIES,
  MAY_MATTER,
  PACKS_BY_SUFFIX,
  PACKS_TOOLS,
  SETS_UP,
  SETS_UP_EXTENSION,
  type Sign,
} from './tree-words.ts';

export interface PathSigns {
  readonly path: string;
  readonly kind: 'source' | 'page' | 'infrastructure' | 'interface' | undefined;
  /** Neither the product nor where it is set up. */
  readonly aside: boolean;
  /** Somebody else's, or made up to be tested on. */
  readonly copy: boolean;
  readonly setsUp: boolean;
  /** Each with the rest of its sentence: `packs it to run`. */
  readonly signs: readonly (readonly [Sign, string])[];
}

const NONE: PathSigns['signs'] = [];

/** What the folder of a path says of all that lies in it; asked once for each folder. */
export interface FolderWords {
  readonly aside: boolean;
  readonly copy: boolean;
  /** Its own name may make a sign of what lies in it. */
  readonly matters: boolean;
}

export const folderWords = (folder: string): FolderWords => {
  const aside = ASIDE.test(`${folder}/`);
  return { aside, copy: aside && COPIES.test(`${folder}/`), matters: !aside && MAY_MATTER.test(folder) };
};

/**
 * What one path shows by itself.
 * @param part folder of the part that it is looked at as a file of; '' for the repository
 */
export function readPath(path: string, { aside, copy, matters }: FolderWords, part = ''): PathSigns {
  const base = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = base.slice(base.lastIndexOf('.') + 1);
  const kind = extension === 'nix' && BUILT_WITH_NIX.test(path) ? undefined : BY_EXTENSION.get(extension);
  if (aside) return { path, kind, aside, copy, setsUp: false, signs: NONE };
  const byName =
    BY_NAME.get(base) ??
    (kind === undefined && PACKS_BY_SUFFIX.test(base) && !PACKS_TOOLS.test(base)
      ? BY_NAME.get('dockerfile')
      : undefined);
  const byPath =
    matters || MAY_MATTER.test(base)
      ? BY_PATH.filter(([pattern]) => pattern.test(part === '' ? path : path.slice(part.length + 1))).map(
          ([, sign, what]) => [sign, what] as const,
        )
      : NONE;
  const setsUp = kind === 'infrastructure' && (SETS_UP_EXTENSION.has(extension) || SETS_UP.test(path));
  return { path, kind, aside, copy, setsUp, signs: byName ? [byName, ...byPath] : byPath };
}
