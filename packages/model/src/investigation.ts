import type { RuleMeta } from './audit.ts';
import type { Inventory } from './kinds.ts';
import type { RuledOutcome } from './outcome.ts';
import type { Profile } from './profile.ts';
import type { Tree } from './source.ts';

/** What the engine found out: facts and outcomes, before policy weighs them. */
export interface Investigation {
  readonly inventory: Inventory;
  readonly tree: Tree;
  readonly profile: Profile;
  readonly rules: readonly RuleMeta[];
  readonly outcomes: readonly RuledOutcome[];
}
