/** Characters that end a path inside an identity: `a/b.md#slug`, `a/ci.yml/job`, `docs/adr 0001`. */
const ENDS = new Set(['/', '#', ':', ' ', ',', ')', ']', '}', '"', "'", '{']);
/** Where a path inside an identity begins. */
const WORD = /[^\s"'()[\]{},]+/g;

/** More moved paths with spaces or brackets in them are not looked for. */
const MAX_ODD = 500;

/** Files that lie elsewhere in the head than in the base. */
export class Moves {
  readonly #files: ReadonlyMap<string, string>;
  readonly #folders: ReadonlyMap<string, string>;
  readonly #paths: RegExp;

  /**
   * @param files old path → new path
   * @param left paths of the base that are still there: a folder that holds one of them was not moved as a whole
   */
  constructor(files: ReadonlyMap<string, string>, left: Iterable<string> = []) {
    this.#files = files;
    this.#folders = movedFolders(files, left);
    this.#paths = pathsWith([...files.keys(), ...this.#folders.keys()]);
  }

  get none(): boolean {
    return this.#files.size === 0;
  }

  /** Where a file of the base is now; undefined for one that did not move. */
  of(path: string): string | undefined {
    return this.#files.get(path);
  }

  /** An identity of the base, with every path in it that was moved as it is in the head. */
  renamed(identity: string): string {
    return this.none ? identity : identity.replace(this.#paths, (word) => this.#renamedWord(word));
  }

  #renamedWord(word: string): string {
    for (let end = word.length; end > 0; end--) {
      if (end < word.length && !ENDS.has(word[end] ?? '')) continue;
      const path = word.slice(0, end);
      const moved = this.#files.get(path) ?? this.#folders.get(path);
      if (moved !== undefined) return moved + word.slice(end);
    }
    return word;
  }
}

/** Folders of which every file went to one other folder, keeping its place below it. */
function movedFolders(files: ReadonlyMap<string, string>, left: Iterable<string>): ReadonlyMap<string, string> {
  const folders = new Map<string, string | undefined>();
  for (const [from, to] of files) {
    const old = from.split('/').slice(0, -1);
    const now = to.split('/').slice(0, -1);
    for (;;) {
      if (old.length === 0) break;
      const folder = old.join('/');
      const target = now.join('/');
      if (!folders.has(folder)) folders.set(folder, target);
      else if (folders.get(folder) !== target) folders.set(folder, undefined);
      if (old.at(-1) !== now.at(-1)) break;
      old.pop();
      now.pop();
    }
  }
  for (const path of left)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      folders.delete(path.slice(0, end));
  return new Map([...folders].flatMap(([from, to]) => (to === undefined || to === from ? [] : [[from, to] as const])));
}

/** Words, and before them these paths as far as they hold what ends a word: `app/(shop)/[id]/page.tsx`, `My tests.yaml`. */
function pathsWith(paths: readonly string[]): RegExp {
  const odd = paths.filter((path) => path.replace(WORD, '') !== '').slice(0, MAX_ODD);
  if (odd.length === 0) return WORD;
  const longestFirst = odd
    .sort((a, b) => b.length - a.length)
    .map((path) => path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![^\\s"'([{,])(?:${longestFirst.join('|')})(?=$|[/#:\\s,)\\]}"'{])|${WORD.source}`, 'g');
}
