import type { Span } from '../place.ts';
import type { ToolVersion } from './dev-environment.ts';

export interface ReadmeFacts {
  /** Folder the page speaks for; '' is the repository. */
  readonly folder: string;
  /** A page without markup, such as a rendered manual page. */
  readonly manualPage: boolean;
  /** Versions of tools that its prose states. Absent: none. */
  readonly stated?: readonly StatedVersion[];
  /** Its first lines say that what it speaks for is over: deprecated, archived, no longer maintained. Absent: they do not. */
  readonly retired?: Span;
}

/** A version of a tool in a sentence of a page; never a lowest version (`18 or later`). */
export interface StatedVersion extends ToolVersion {
  /** `made`: what the program is made with. `needed`: what a reader must have. */
  readonly how: 'made' | 'needed';
}
