import type { Artifact, Kind, PathClass, ReadProblem, Span } from '@shipworthy/model';
import type { RepositoryFile } from './repository-file.ts';
import type { FileBytes } from './text/file-bytes.ts';

/** What parsing one file for one kind gives. */
export interface Parsed<K extends Kind> {
  readonly artifacts: readonly Artifact<K>[];
  readonly problems: readonly ReadProblem[];
}

/**
 * One kind: which files may hold it, and how they become facts. A path alone never decides; content does.
 * `factsVersion` goes up with every change of detect or parse that changes facts: stored facts of other versions are stale.
 */
export interface KindModule<K extends Kind = Kind> {
  readonly kind: K;
  readonly factsVersion: number;
  /** Candidates by path: exact base names (lower case), extensions (lower case, without dot), or a test for the rest. */
  readonly paths: {
    readonly baseNames?: readonly string[];
    readonly extensions?: readonly string[];
    /** Asked with a base name, as it is written, that the two lists above did not take. */
    readonly test?: (baseName: string) => boolean;
    /**
     * For kinds whose names fit files of anything (JSON): does the whole path speak for the kind? Without it every candidate
     * does. Of a file that cannot be read it decides whether something may have been missed.
     */
    readonly suggested?: (path: string) => boolean;
  };
  /** Its files are not found by `paths` but by this, and only some of them are read. */
  readonly sample?: Sampling;
  /** Path classes whose files can never hold the kind; the engine does not even read them. */
  readonly notIn: readonly PathClass[];
  /**
   * Cheaper still, for kinds with thousands of candidates (JSON): can these bytes be it? Asked before the file is decoded.
   * Never asked of UTF-16.
   */
  sniffBytes?(bytes: FileBytes, path: string): boolean;
  /** Cheap look at the text (no parsing): can this be it? Most candidates end here. */
  sniff(file: RepositoryFile): boolean;
  /** Loads the parser; called once, for the first candidate that passes `sniff`. */
  load(): Promise<(file: RepositoryFile) => Parsed<K>>;
  /** What only some files need, loaded for the first of them: asked of each file before it is parsed. Never rejects. */
  prepare?(file: RepositoryFile): Promise<unknown> | undefined;
  /** The parts of a document that `inventory --elements` lists, in document order. */
  elements?(artifact: Artifact<K>): readonly ListedElement[];
}

/** A part of a document as `inventory --elements` lists it. */
export interface ListedElement {
  /** Of the words of the model: `alert`, `receiver`, `operation`. */
  readonly type: string;
  readonly name: string;
  readonly at?: Span;
}

/**
 * For kinds with so many files that only some are read. Kinds that share one (the same object) are read together. Both
 * questions depend on the paths of the tree alone, so that a commit always has the same facts.
 */
export interface Sampling {
  /** A judge for one tree: can a file of the path be one of them? Asked of every path, so it must be cheap. */
  suits(): (path: string) => unknown;
  /**
   * Of the paths that suit, in path order and of classes that can hold the kinds: those to read, in path order, and those
   * that are left unread although they look like the kind.
   */
  pick(paths: readonly string[]): { readonly read: readonly string[]; readonly left: readonly string[] };
}

/** Classes that no kind is looked for in: copies of others' work, test data, and texts about an artifact. */
export const NEVER_OURS: readonly PathClass[] = ['vendored', 'fixture', 'about', 'template', 'translated'];

export const listed = (type: string, name: string, at: Span | undefined): ListedElement => ({
  type,
  name,
  ...(at ? { at } : {}),
});
