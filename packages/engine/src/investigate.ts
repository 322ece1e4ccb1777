import { kindModules } from '@shipworthy/artifacts';
import {
  DEFAULT_VOCABULARY,
  type Inventory,
  type Investigation,
  type Profile,
  type RepositorySource,
  type RuleMeta,
  type Tree,
  type Vocabulary,
} from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { type Collected, collect } from './collect.ts';
import { run } from './run.ts';

export interface InvestigateInput {
  readonly source: RepositorySource;
  readonly rules: readonly Rule[];
  /** What the repository is, judged from its facts. */
  readonly profile: (inventory: Inventory, tree: Tree) => Profile;
  readonly vocabulary?: Vocabulary;
}

/**
 * Source to outcomes. No I/O of its own: everything is read through `source`.
 * @throws SourceError when the source cannot be listed.
 */
export async function investigate(input: InvestigateInput): Promise<Investigation> {
  const { inventory, tree } = await collectAll(input.source);
  const profile = input.profile(inventory, tree);
  const vocabulary = input.vocabulary ?? DEFAULT_VOCABULARY;
  const outcomes = run({ inventory, tree, rules: input.rules, vocabulary, profile });
  return { inventory, tree, profile, outcomes, rules: input.rules.map(metaOf) };
}

/** Only the facts. */
export const collectAll = (source: RepositorySource): Promise<Collected> => collect(source, kindModules);

const metaOf = ({ id, title, stages, qualities, severity, confidence, preset }: Rule): RuleMeta => ({
  id,
  title,
  stages,
  qualities,
  severity,
  confidence,
  preset,
});
