import type { FieldSpans, Span } from '../place.ts';
import type { FactFault } from './alert-rules.ts';

export interface OwnershipFacts {
  readonly flavour: 'codeowners' | 'owners' | 'owners-aliases' | 'catalog' | 'component-owners' | 'maintainers';
  /** GitLab's sections and optional rules were seen; its grammar applies. */
  readonly gitlab?: true;
  readonly lines: readonly OwnerLineFacts[];
  readonly faults: readonly FactFault[];
  /** The script or tool that a header names as the writer of the file. */
  readonly generator?: string;
}

/** One statement of who owns what. In CODEOWNERS the last line that matches a path wins. */
export interface OwnerLineFacts {
  /** A gitignore-like pattern; `**` for files that speak for their folder or the whole repository. */
  readonly pattern: string;
  /** Relative to which folder the pattern is; '' is the root. */
  readonly folder: string;
  /** Empty: un-owned on purpose (legal in CODEOWNERS). */
  readonly owners: readonly OwnerFacts[];
  /** GitLab section, if any. */
  readonly section?: string;
  readonly spans: FieldSpans;
}

export interface OwnerFacts {
  /** As written: `@org/team`, `@user`, `a@b.c`, `group:default/team-a`. */
  readonly name: string;
  readonly form: 'team' | 'user' | 'email' | 'reference' | 'invalid';
  readonly at: Span;
}
