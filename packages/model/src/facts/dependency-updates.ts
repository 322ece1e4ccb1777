import type { Span } from '../place.ts';

/** What opens a change when a dependency has a new version. */
export interface DependencyUpdatesFacts {
  readonly tool: 'dependabot' | 'renovate' | 'pyup' | 'snyk' | 'depfu' | 'scala-steward' | 'other';
  /** Finds what there is to update by itself. */
  readonly findsAll: boolean;
  readonly entries: readonly {
    /** As the tool names it: `github-actions`, `npm`. */
    readonly ecosystem: string;
    /** From the root, without the leading slash; patterns allowed; '' is the root. */
    readonly folders: readonly string[];
    readonly at: Span;
    readonly foldersAt?: Span;
    /** Only for known holes. */
    readonly securityOnly?: true;
  }[];
  /** It is switched off altogether. */
  readonly off?: Span;
  /** Ecosystems it leaves alone, as it names them. */
  readonly excluded: readonly string[];
}
