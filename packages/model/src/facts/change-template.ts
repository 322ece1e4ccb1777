import type { Span } from '../place.ts';

/** A form that whoever proposes a change, or asks for one, is given to fill in. */
export interface ChangeTemplateFacts {
  /** `change`: of a pull or merge request. `issue`: of an issue, as page or as form. */
  readonly form: 'change' | 'issue';
  /** Everything the form says to its reader: headings, checklist items, sentences, labels, comments. In order. */
  readonly prompts: readonly PromptFacts[];
}

export interface PromptFacts {
  readonly form: 'heading' | 'item' | 'text' | 'comment' | 'field';
  /** Without markup; at most 300 characters. */
  readonly text: string;
  readonly at: Span;
}
