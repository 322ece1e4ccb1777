import type { Span } from '../place.ts';

/** A document about the structure of the system. */
export interface ArchitectureDocFacts {
  /** `page`: text. `model`: a Structurizr workspace. */
  readonly form: 'page' | 'model';
  /** Diagrams that are text or pictures in the document. */
  readonly diagrams: readonly {
    readonly form: 'mermaid' | 'plantuml' | 'dot' | 'ascii' | 'picture';
    readonly at: Span;
  }[];
  /** Units of text of a page; of a model the number of its elements. */
  readonly size: number;
}
