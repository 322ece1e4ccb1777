import type { Kind } from './kinds.ts';
import type { Place } from './place.ts';

/** What a repository, or a component of one, is. Several may hold at once. */
export const ARCHETYPES = [
  'script',
  'documentation',
  'library',
  'command',
  'service',
  'web-app',
  'mobile',
  'data-pipeline',
  'infrastructure',
  'shipped-component',
  'collection',
] as const;
export type Archetype = (typeof ARCHETYPES)[number];

/** Something the profile holds to be so, with what shows it. */
export interface Judgement<T extends string = string> {
  readonly name: T;
  /** One clause: `compose.yaml packages it to run`. */
  readonly because: string;
  readonly at?: Place;
}

/** What something is taken for. */
export interface Judged {
  /** Empty for an empty tree, and where `unknown` says why it cannot be told. */
  readonly archetypes: readonly Judgement<Archetype>[];
  /** Too much for what asks the least, and nothing that was read says what it is: one clause. Then there are no archetypes. */
  readonly unknown?: { readonly because: string; readonly at?: Place };
}

/** A part of a repository that is built, released or run by itself. */
export interface Component extends Judged {
  readonly name: string;
  /** Folder; '' for the repository. */
  readonly folder: string;
}

/** The four questions of the rubric: yes to any of them means software development, not programming alone. */
export const RUBRIC = ['maintainers', 'unattended', 'harm', 'change'] as const;
export type RubricQuestion = (typeof RUBRIC)[number];

export interface RubricAnswer {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** What speaks for it, strongest first; for `unknown`, what would have to be seen. */
  readonly evidence: readonly { readonly because: string; readonly at?: Place }[];
  /** The configuration answered, and wins over what was seen. */
  readonly declared?: true;
}

export const CRITICALITIES = ['experimental', 'standard', 'critical'] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** What the repository is as a whole, from its tree and its configuration alone; git history never changes it. */
export interface Profile extends Judged {
  /** At least the repository itself. */
  readonly components: readonly Component[];
  /** Answers that the tree and the configuration give. */
  readonly rubric: Readonly<Record<RubricQuestion, RubricAnswer>>;
  readonly criticality: Criticality;
  /**
   * What says that this repository is to be asked in full: its configuration, a policy or a service catalog. Without it what
   * the repository is was inferred from its tree, and an absence is a hint.
   */
  readonly stated?: { readonly because: string; readonly at?: Place };
  /** The repository says itself that it is over: its criticality is then `experimental`, unless the configuration answers. */
  readonly retired?: { readonly because: string; readonly at: Place };
}

/** Which repositories a rule on presence is asked of. Content rules follow the artifact and have none. */
export interface Presence {
  /** Asked in full of these archetypes. */
  readonly asked: readonly Archetype[];
  /** Asked of these as well, as info, when any rubric question is answered yes. */
  readonly hinted?: readonly Archetype[];
  /** Asked only when this rubric question is answered yes. */
  readonly when?: RubricQuestion;
  /** The kinds whose absence is the gap: evidence that is declared for one of them answers it. */
  readonly kinds?: readonly Kind[];
  /** Criticality `critical` makes its gaps errors: the page cannot wait for it. */
  readonly vital?: true;
}

const UNSEEN: RubricAnswer = { answer: 'unknown', evidence: [] };

/** The profile of a repository of which only the archetypes are known. */
export const profileWith = (archetypes: Profile['archetypes']): Profile => ({
  archetypes,
  components: [{ name: '.', folder: '', archetypes }],
  rubric: { maintainers: UNSEEN, unattended: UNSEEN, harm: UNSEEN, change: UNSEEN },
  criticality: 'standard',
});
