import type { Span } from '../place.ts';

/**
 * What the configuration of a tool does about releases without anybody's words. Not a public kind: `inventory` does not
 * print it.
 */
export interface ReleaseToolFacts {
  /** As people call it: `changesets`, `Helm`, `GitHub Releases`. */
  readonly tool: string;
  /**
   * `notes`: writes release notes. `way-back`: can bring an earlier release back. `deploys`: brings the repository's
   * software to where it runs.
   */
  readonly does: readonly ('notes' | 'way-back' | 'deploys')[];
  /** Where notes are written: into a changelog, from fragments, or on the forge's page of releases. */
  readonly notes?: 'changelog' | 'fragments' | 'releases';
  /** The repository whose workflow does it: what else it does is not seen here. */
  readonly by?: string;
  /** What was deployed or packaged, with its versions: of a Helm chart. */
  readonly chart?: { readonly name: string; readonly appVersion?: string; readonly versionAt?: Span };
  readonly at?: Span;
}
