import { kindModules } from '@shipworthy/artifacts';
import {
  DEFAULT_VOCABULARY,
  type FactsCache,
  type FileChoices,
  type Inventory,
  type Investigation,
  type Profile,
  type RepositorySource,
  type RuledOutcome,
  type RuleMeta,
  type Tree,
  type Vocabulary,
} from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { type Collected, collect } from './collect.ts';
import { type RunInput, run } from './run.ts';

export interface InvestigateInput {
  readonly source: RepositorySource;
  readonly rules: readonly Rule[];
  /** What the repository is, judged from its facts. */
  readonly profile: (inventory: Inventory, tree: Tree) => Profile;
  readonly vocabulary?: Vocabulary;
  readonly choices?: FileChoices;
  /** Facts of earlier runs. */
  readonly cache?: FactsCache;
  /** Facts by the blob ids that the source names: what they know is not read. */
  readonly blobs?: FactsCache;
  /** What the caller decides of how rules are asked. */
  readonly conduct?: Conduct;
}

export type Conduct = Pick<RunInput, 'today' | 'optionOf' | 'runbookSites' | 'areas'>;

/**
 * Source to outcomes. No I/O of its own: everything is read through `source`.
 * @throws SourceError when the source cannot be listed.
 */
export async function investigate(input: InvestigateInput): Promise<Investigation> {
  const { source, choices, cache, blobs } = input;
  const { inventory, tree } = await collect(source, kindModules, choices, { cache, blobs });
  const profile = input.profile(inventory, tree);
  const vocabulary = input.vocabulary ?? DEFAULT_VOCABULARY;
  const outcomes = run({ ...input.conduct, inventory, tree, rules: input.rules, vocabulary, profile });
  return { inventory, tree, profile, outcomes, rules: input.rules.map(metaOf) };
}

/** Only the facts. */
export const collectAll = (source: RepositorySource, choices?: FileChoices, cache?: FactsCache): Promise<Collected> =>
  collect(source, kindModules, choices, { cache });

/** Asks rules on exemptions and suppressions, whose subjects only the weighing of all other answers gives. */
export function askSettled(
  { inventory, tree, profile }: Pick<Investigation, 'inventory' | 'tree' | 'profile'>,
  rules: readonly Rule[],
  settled: NonNullable<RunInput['settled']>,
  conduct: Conduct,
): RuledOutcome[] {
  const asked = rules.filter(({ subject }) => subject === 'exemption' || subject === 'suppression');
  return run({ ...conduct, inventory, tree, profile, rules: asked, vocabulary: DEFAULT_VOCABULARY, settled });
}

export const metaOf = ({ id, title, stages, qualities, severity, confidence, preset, packs }: Rule): RuleMeta => ({
  id,
  title,
  stages,
  qualities,
  severity,
  confidence,
  preset,
  ...(packs ? { packs } : {}),
});
