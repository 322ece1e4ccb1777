import type { Span } from '../place.ts';

/** What opens a change when a dependency has a new version. */
export interface DependencyUpdatesFacts {
  readonly tool: 'dependabot' | 'renovate' | 'pyup' | 'snyk' | 'depfu' | 'scala-steward' | 'other';
  /** Finds what there is to update by itself. */
  readonly findsAll: boolean;
  readonly entries: readonly UpdateEntryFacts[];
  /** It is switched off altogether. */
  readonly off?: Span;
  /** Ecosystems or managers it leaves alone, as it names them. */
  readonly excluded: readonly string[];
  /** Where its entries begin, or the setting that limits it; absent: nothing limits it. */
  readonly at?: Span;
}

/** One part of a repository that is kept up to date. */
export interface UpdateEntryFacts {
  /** As the tool names it: `github-actions`, `npm`. */
  readonly ecosystem: string;
  /** From the root, without the leading slash; patterns allowed; '' is the root. */
  readonly folders: readonly string[];
  readonly at: Span;
  /** Of each folder, in the same order. */
  readonly foldersAt?: readonly Span[];
  /** Only for known holes. */
  readonly securityOnly?: true;
  /** Of a branch other than the default one: its folders need not be there. */
  readonly branch?: string;
}
