import type { Purpose } from '@shipworthy/model';

/** What a program is run for. `when` and `unless` look at its arguments, joined with spaces. */
export interface ProgramUse {
  readonly purpose: Purpose;
  readonly when?: RegExp;
  readonly unless?: RegExp;
}
export type Uses = readonly ProgramUse[];

export const use = (purpose: Purpose, when?: RegExp, unless?: RegExp): ProgramUse => ({
  purpose,
  ...(when ? { when } : {}),
  ...(unless ? { unless } : {}),
});
