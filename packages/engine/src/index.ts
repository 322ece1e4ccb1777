export {
  type BaseOutcomes,
  type InvestigateChangeInput,
  type InvestigatedChange,
  investigateChange,
} from './change/investigate-change.ts';
export type { Moves } from './change/moves.ts';
export { obligationsOf } from './change/obligations-of.ts';
export type { OpenRelease, Release } from './change/promises.ts';
export { type Collected, collect } from './collect.ts';
export { type Considered, considerFile } from './consider-file.ts';
export { eligibility } from './eligible.ts';
export { drawnRelations, type GraphInput, graphOf } from './graph.ts';
export { askSettled, type Conduct, collectAll, type InvestigateInput, investigate } from './investigate.ts';
export { askedOf } from './presence.ts';
export { readTexts } from './read-texts.ts';
export { isOfChanges, type RunInput, run } from './run.ts';
