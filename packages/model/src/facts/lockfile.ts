/** The exact versions of everything that is needed. */
export interface LockfileFacts {
  /** As in `dependency-manifest`, and more: `npm`, `go`, `cargo`, `python`, `ruby`, `php`, `dotnet`, `dart`, `elixir`, `terraform`, `helm`, `jsonnet`, `nix`, `protobuf`. */
  readonly ecosystem: string;
  /** `pnpm`, `yarn`, `npm`, `uv`, `poetry`, `pip`. */
  readonly manager: string;
  /** Folder; '' is the root. */
  readonly folder: string;
  /** Names that it pins directly for the project, where the format lists them apart; absent: not read. */
  readonly direct?: readonly string[];
  /** Files it says to be made from. */
  readonly madeFrom?: readonly string[];
}
