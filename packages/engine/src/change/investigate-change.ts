import { kindModules } from '@shipworthy/artifacts';
import {
  type Change,
  type ChangeWords,
  DEFAULT_VOCABULARY,
  type FactsCache,
  type FileFacts,
  type Investigation,
  type Profile,
  type RepositorySource,
  type RuledOutcome,
} from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { type Collected, collect } from '../collect.ts';
import { type InvestigateInput, metaOf } from '../investigate.ts';
import { isOfChanges, run } from '../run.ts';
import { askedBy, baseProfile } from './base-profile.ts';
import { bothTexts, type Sources } from './both-texts.ts';
import { differences } from './changed-files.ts';
import { withCommentsMarked } from './comment-only.ts';
import { compareChanged } from './compare-contracts.ts';
import type { Moves } from './moves.ts';
import type { BaseInput } from './pairs.ts';
import type { OpenRelease } from './promises.ts';

export interface InvestigateChangeInput extends InvestigateInput {
  /** The other side. */
  readonly base: RepositorySource;
  /** For people: the revision that was given as base. */
  readonly revision: string;
  readonly words: ChangeWords;
  /** The newest release before the base. */
  readonly release?: OpenRelease | undefined;
  /** What was found of the same base before, asked the same of what `profile` (a JSON value) takes it for. */
  readonly earlier?: ((profile: unknown) => BaseOutcomes) | undefined;
}

/** Remembers the outcomes of a base. Those that no comparison looks at (what passed, what did not apply) may be left out. */
export interface BaseOutcomes {
  recall(): readonly RuledOutcome[] | undefined;
  keep(outcomes: readonly RuledOutcome[]): void;
}

/** Both sides of a change, asked the same rules. */
export interface InvestigatedChange {
  readonly head: Investigation;
  readonly base: Pick<Investigation, 'inventory' | 'outcomes'>;
  readonly change: Change;
  readonly moves: Moves;
  /** What the rules of the head were given of the base. */
  readonly given: BaseInput;
}

/**
 * Two sources to two sets of outcomes. Files of the base whose blob the head has as well are not read.
 * @throws SourceError when one of the sources cannot be listed.
 */
export async function investigateChange(input: InvestigateChangeInput): Promise<InvestigatedChange> {
  const { source, base, rules, choices, cache, conduct, blobs = factsByBlob() } = input;
  const known = { cache, blobs };
  const after = await collect(source, kindModules, choices, known);
  const before = await collect(base, kindModules, choices, { ...known, like: after.shape });
  const { files, moves } = await differences({ source: base, ...before.shape }, { source, ...after.shape });
  const judged = asksOfChanges(rules, 'content') ? [before.inventory, after.inventory] : [];
  const texts = await bothTexts(files, { base, head: source }, judged);
  const change: Change = {
    base: input.revision,
    ...(before.inventory.commit === undefined ? {} : { commit: before.inventory.commit }),
    files: withCommentsMarked(files, texts.of),
    words: input.words,
  };
  const sides: Sides = {
    change,
    moves,
    before,
    after,
    sources: { base, head: source },
    texts,
    rules,
    today: conduct?.today,
    release: input.release,
  };
  const vocabulary = input.vocabulary ?? DEFAULT_VOCABULARY;
  const ask = (side: Asked, asked: readonly Rule[], changed?: BaseInput): Investigation => {
    const { inventory, tree, profile } = side;
    const outcomes = run({
      ...conduct,
      inventory,
      tree,
      rules: asked,
      vocabulary,
      profile,
      ...(changed && { change: changed }),
    });
    return { inventory, tree, profile, outcomes, rules: asked.map(metaOf) };
  };
  const given = await baseInput(sides);
  const head = { ...after, profile: input.profile(after.inventory, after.tree) };
  return {
    head: ask(head, rules, given),
    base: outcomesOfBase(before, head.profile, input, ask),
    change,
    moves,
    given,
  };
}

type Asked = Collected & { readonly profile: Profile };

function outcomesOfBase(
  before: Collected,
  head: Profile,
  { rules, earlier, profile }: InvestigateChangeInput,
  ask: (side: Asked, rules: readonly Rule[]) => Investigation,
): InvestigatedChange['base'] {
  const { inventory, tree } = before;
  const memory = earlier?.(askedBy(head));
  const known = memory?.recall();
  if (known) return { inventory, outcomes: known };
  const { outcomes } = ask(
    { ...before, profile: baseProfile(profile(inventory, tree), head) },
    rules.filter((rule) => !isOfChanges(rule)),
  );
  memory?.keep(outcomes);
  return { inventory, outcomes };
}

interface Sides {
  readonly change: Change;
  readonly moves: Moves;
  readonly before: Collected;
  readonly after: Collected;
  readonly sources: Sources;
  readonly texts: BaseInput['texts'];
  readonly rules: readonly Rule[];
  /** `2026-12-31` */
  readonly today: string | undefined;
  readonly release: OpenRelease | undefined;
}

const asksOfChanges = (rules: readonly Rule[], need: string): boolean =>
  rules.some((rule) => isOfChanges(rule) && Object.values(rule.needs).some((each) => each.need === need));

/** What rules on changes are given; contracts are compared only where one asks for that. */
async function baseInput(sides: Sides): Promise<BaseInput> {
  const { change, moves, before, after, sources, texts, rules, today, release } = sides;
  const { inventory, tree } = before;
  const contracts = asksOfChanges(rules, 'contract-changes')
    ? await compareChanged(change, sources, { before, after, moves }, { today, release })
    : new Map();
  return { change, inventory, tree, moves, texts, contracts };
}

/** Facts by what names them, for as long as the run lasts. */
function factsByBlob(): FactsCache {
  const facts = new Map<string, FileFacts | null>();
  return { recall: (key) => facts.get(key), keep: (key, found) => facts.set(key, found) };
}
