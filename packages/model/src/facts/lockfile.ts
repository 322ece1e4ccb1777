import type { Span } from '../place.ts';

/** The exact versions of everything that is needed. */
export interface LockfileFacts {
  /**
   * As in `dependency-manifest`, and more: `npm`, `go`, `cargo`, `python`, `ruby`, `php`, `dotnet`, `dart`, `elixir`, `swift`,
   * `cocoapods`, `gradle`, `terraform`, `helm`, `jsonnet`, `nix`, `protobuf`, `rpm`, `deno`, `bazel`.
   */
  readonly ecosystem: string;
  /** `pnpm`, `yarn`, `npm`, `uv`, `poetry`, `pip`. */
  readonly manager: string;
  /** Folder; '' is the root. */
  readonly folder: string;
  /** Names that it pins directly for the project, sorted, where the format lists them apart; absent: not read. */
  readonly direct?: readonly string[];
  /** Files it says to be made from, as written. */
  readonly madeFrom?: readonly string[];
  /** It pins nothing at all: a package manager ran where nothing was needed. */
  readonly empty?: true;
  /** The line by which it shows itself. */
  readonly at?: Span;
}
