import type { HeadingTopic } from './headings/index.ts';
import type { Kind } from './kinds.ts';

/** What a change to a sensitive part can be asked to bring along. */
export const OBLIGATIONS = [
  'way-back',
  'migration-plan',
  'decision',
  'checklist',
  'tests',
  'rollout',
  'watching',
  'release-note',
  'review',
] as const;
export type ObligationName = (typeof OBLIGATIONS)[number];

/** How an obligation is met, in the words of those who change something. All texts are lower case. */
export interface ObligationTerms {
  /** As a line of a checklist names it: `A way back`. */
  readonly title: string;
  /** Asked where nothing answers. */
  readonly question: string;
  /** Keys of trailers of commits, and of lines `Key: value` of a pull request; the first is the one that is recommended. */
  readonly trailers: readonly string[];
  /** Headings of sections of a pull request: topics of the vocabulary, which a configuration can extend... */
  readonly topics: readonly HeadingTopic[];
  /** ...and phrases besides. */
  readonly headings: readonly string[];
  /** Artifacts that answer when the change adds or edits one. */
  readonly kinds: readonly Kind[];
  /** Such an artifact, for people: `a rollback plan`. */
  readonly file?: string;
}

export const OBLIGATION_TERMS: Readonly<Record<ObligationName, ObligationTerms>> = {
  'way-back': {
    title: 'A way back',
    question: 'How is this taken back when it misbehaves, and what becomes of the data written meanwhile?',
    trailers: ['rollback', 'roll-back', 'rollback-plan', 'backout', 'back-out', 'revert-plan'],
    topics: ['wayBack'],
    headings: [],
    kinds: ['rollback-plan'],
    file: 'a rollback plan',
  },
  'migration-plan': {
    title: 'A plan for the migration',
    question: 'In which order do code and schema go out, and can the release before work with the new schema?',
    trailers: ['migration-plan', 'migration', 'migrations'],
    topics: [],
    headings: ['migration', 'migrations', 'migration plan', 'data migration', 'deployment steps', 'deploy steps'],
    kinds: [],
  },
  decision: {
    title: 'The decision behind it',
    question: 'Which decision is this, and where is it written down?',
    trailers: ['decision', 'decisions', 'adr', 'rfc', 'decision-record'],
    topics: [],
    headings: ['decision', 'decisions', 'alternatives', 'alternatives considered', 'options considered'],
    kinds: ['decision-record'],
    file: 'a decision record',
  },
  checklist: {
    title: 'A filled release checklist',
    question: 'Who went through the release checklist for this change?',
    trailers: ['checklist', 'release-checklist'],
    topics: [],
    headings: [],
    kinds: ['release-checklist'],
    file: 'a release checklist',
  },
  tests: {
    title: 'Tests of what changed',
    question: 'What would fail if this were wrong?',
    trailers: ['tests', 'tested', 'test-plan', 'testing'],
    topics: [],
    headings: [
      'tests',
      'testing',
      'test plan',
      'how was this tested',
      'how has this been tested',
      'tested',
      'verification',
    ],
    kinds: ['test-unit', 'test-integration', 'test-e2e', 'test-contract'],
    file: 'a test',
  },
  rollout: {
    title: 'A rollout in steps',
    question: 'Who gets it first, and what is looked at before everybody does? Or why is all at once right?',
    trailers: ['rollout', 'roll-out', 'rollout-plan', 'feature-flag', 'flag'],
    topics: [],
    headings: [
      'rollout',
      'roll out',
      'rollout plan',
      'release plan',
      'deployment plan',
      'feature flag',
      'feature flags',
    ],
    kinds: ['feature-flags'],
    file: 'a feature flag',
  },
  watching: {
    title: 'What to watch afterwards',
    question: 'Which alert, dashboard or number tells that it went wrong, and who looks?',
    trailers: ['watch', 'watching', 'monitoring', 'monitor'],
    topics: [],
    headings: ['monitoring', 'observability', 'what to watch', 'alerts', 'dashboards', 'metrics'],
    kinds: ['alert-rules', 'dashboard', 'slo'],
    file: 'an alert or dashboard',
  },
  'release-note': {
    title: 'A note for those who use it',
    question: 'What do callers have to know, and where will they read it?',
    trailers: ['release-note', 'release-notes', 'changelog', 'breaking-change', 'breaking'],
    topics: [],
    headings: ['release note', 'release notes', 'changelog', 'breaking change', 'breaking changes'],
    kinds: ['changelog'],
    file: 'a line of the changelog',
  },
  review: {
    title: 'The word of an owner',
    question: 'Which owner of this part has agreed?',
    trailers: ['reviewed-by', 'acked-by', 'approved-by', 'security-review', 'reviewed-on'],
    topics: [],
    headings: [],
    kinds: [],
  },
};

/** Parts whose change can hurt most. A configuration may name others. */
export const AREAS = ['auth', 'billing', 'data', 'contract', 'infrastructure'] as const;
export type AreaName = (typeof AREAS)[number];

/**
 * Any of these shows that somebody thought of the day on which the change misbehaves, and so does any other of `OF_AREAS`
 * where the area is asked for it: enough, where the configuration does not demand each of what it lists.
 */
export const FORETHOUGHT = {
  ANYWHERE: ['way-back', 'decision', 'checklist'],
  OF_AREAS: ['migration-plan', 'release-note'],
} as const satisfies Readonly<Record<string, readonly ObligationName[]>>;

/** What a change to an area is asked to bring, unless the configuration says otherwise. */
export const AREA_OBLIGATIONS: Readonly<Record<AreaName, readonly ObligationName[]>> = {
  auth: ['way-back', 'decision', 'tests', 'rollout', 'review'],
  billing: ['way-back', 'decision', 'tests', 'rollout', 'review'],
  data: ['way-back', 'migration-plan', 'review'],
  contract: ['release-note', 'tests'],
  infrastructure: ['way-back', 'watching'],
};

/** The same of an area that only the configuration knows. */
export const OTHER_AREA_OBLIGATIONS: readonly ObligationName[] = ['way-back', 'decision', 'tests', 'review'];
