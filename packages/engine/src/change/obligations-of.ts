import { type ChangeObligations, DEFAULT_VOCABULARY, type Inventory, type Vocabulary } from '@shipworthy/model';
import { relationModules } from '@shipworthy/relations';
import { eligibility } from '../eligible.ts';
import type { Conduct } from '../investigate.ts';
import type { InvestigatedChange } from './investigate-change.ts';
import { changeSubject } from './pairs.ts';

/** What an investigated change touches and brings along, as rules are told it by the relation of that name. */
export function obligationsOf(
  { head, change, given }: InvestigatedChange,
  { areas }: Pick<Conduct, 'areas'> = {},
  vocabulary: Vocabulary = DEFAULT_VOCABULARY,
): ChangeObligations {
  const { inventory, tree } = head;
  const context = {
    inventory,
    own: ownPart(inventory),
    tree,
    vocabulary,
    change,
    before: { inventory: given.inventory, own: ownPart(given.inventory), tree: given.tree },
    ...(areas ? { areas } : {}),
  };
  return relationModules['change -> obligations'].build(context)(changeSubject(change));
}

function ownPart(inventory: Inventory): Inventory {
  const eligible = eligibility(inventory);
  return {
    ...inventory,
    files: inventory.files.map((file) => ({ ...file, artifacts: file.artifacts.filter(eligible) })),
  };
}
