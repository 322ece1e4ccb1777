import type { Span } from '../place.ts';

/** What puts a developer's machine in order, or says which versions of tools it needs. */
export interface DevEnvironmentFacts {
  readonly form:
    | 'devcontainer'
    | 'gitpod'
    | 'compose'
    | 'nix'
    | 'devbox'
    | 'mise'
    | 'asdf'
    | 'version-file'
    | 'vagrant'
    | 'env-example'
    | 'setup-script'
    | 'tilt'
    | 'winget'
    | 'other';
  /** Tool by its common name (`node`, `python`, `go`, `java`, `ruby`, `rust`, `dotnet`, `pnpm`) and the version as written. */
  readonly versions: readonly ToolVersion[];
  /** What it starts beside the program: `postgresql`, `redis`. */
  readonly services: readonly string[];
}

export interface ToolVersion {
  /** By its common name, lower case: `node`, `python`, `go`, `java`, `ruby`, `rust`, `dotnet`, `php`, `terraform`, `pnpm`. */
  readonly tool: string;
  /** As written: `20.11.1`, `>=18`, `lts/iron`. */
  readonly version: string;
  readonly at: Span;
  /** A range that allows others, rather than the version that is used. */
  readonly range?: true;
}
