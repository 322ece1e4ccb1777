import type { Span } from '../place.ts';
import type { ToolVersion } from './dev-environment.ts';

/** What a package manager is told: what the package is called and what it needs directly. */
export interface DependencyManifestFacts {
  readonly ecosystem:
    | 'npm'
    | 'go'
    | 'cargo'
    | 'python'
    | 'ruby'
    | 'php'
    | 'maven'
    | 'gradle'
    | 'dotnet'
    | 'dart'
    | 'elixir'
    | 'haskell'
    | 'swift'
    /** Builds of sbt. */
    | 'scala'
    | 'julia'
    | 'crystal'
    | 'r'
    | 'perl'
    | 'lua'
    | 'erlang'
    /** Projects of Leiningen. */
    | 'clojure'
    | 'nim'
    /** Files of opam. */
    | 'ocaml'
    /** `manifest.json` of what a store offers for browsers. */
    | 'browser-extension';
  readonly name?: string;
  /** As written; absent when it is made by the build. */
  readonly version?: string;
  /** `owner/name` on a forge, as the manifest says. */
  readonly repository?: string;
  /** Refuses publication (`private: true`). */
  readonly private: boolean;
  /** Offers an importable entry point. */
  readonly library: boolean;
  /** The file that alone makes it one: `exports` or `main` of an npm manifest that names no other entry. */
  readonly entry?: string;
  /** Installs a command. */
  readonly command: boolean;
  /** Only pins what others are needed, and describes no package: `requirements.txt`, a `Gemfile`. */
  readonly list?: true;
  /**
   * Names of what it needs directly to run, sorted; of Maven and Gradle the artifact ids. Development needs are left out.
   * Empty where they are not read: Swift, sbt and the ecosystems listed behind them.
   */
  readonly dependencies: readonly string[];
  /**
   * Names of what it needs to be developed, sorted. Only where the format lists them apart and they are read: npm, Composer,
   * Cargo, Python, Gradle (artifact ids), Mix, Cabal.
   */
  readonly development?: readonly string[];
  /** Names that it lists only because others need them, sorted: Go's `// indirect`. Absent: none, or the format does not tell. */
  readonly indirect?: readonly string[];
  /** Where it begins to name what it needs. Absent: it needs nothing, or only a run would tell. */
  readonly needsAt?: Span;
  /** Versions of tools it asks for or allows: `engines`, `packageManager`, `go`, `requires-python`. Absent: none. */
  readonly versions?: readonly ToolVersion[];
  /** Folders (globs) of the packages of its workspace. */
  readonly workspaces?: readonly string[];
  /** Descriptions of interfaces that its build makes clients of, as paths from its folder: Gradle. Absent: none, or not read. */
  readonly clientsFrom?: readonly string[];
  /** People named as authors or maintainers. */
  readonly people: readonly string[];
}
