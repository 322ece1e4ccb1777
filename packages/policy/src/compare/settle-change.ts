import type { Audit, Change, FileFacts, Investigation, SuppressionFacts } from '@shipworthy/model';
import { type SettleInput, settle } from '../settle.ts';
import { type Weighing, weighAll } from '../weigh/weigh-all.ts';

export interface SettleChangeInput extends Omit<SettleInput, 'investigation' | 'weighing' | 'compared'> {
  readonly head: Investigation;
  readonly base: Pick<Investigation, 'inventory' | 'outcomes'>;
  readonly change: Change;
  /** An identity of the base, with the paths in it that were moved as they are in the head. */
  readonly renamed: (identity: string) => string;
  /** The configuration of the base: a change cannot exempt itself. */
  readonly weighing: Weighing;
  /** Texts of files of the base. */
  readonly readBaseTexts: SettleInput['readTexts'];
}

/** Both sides of a change to one audit of the head, with the standing of each finding and what was fixed. */
export async function settleChange(input: SettleChangeInput): Promise<Audit> {
  const { head, base, change, renamed, weighing, readBaseTexts, ...rest } = input;
  const before = { outcomes: weighAll(base, input.preset, weighing).unaccepted, files: base.inventory.files };
  const files = withSuppressionsOf(base.inventory.files, head.inventory.files, renamed);
  return settle({
    ...rest,
    investigation: { ...head, inventory: { ...head.inventory, files } },
    weighing,
    compared: { change, base: before, renamed, readTexts: readBaseTexts },
  });
}

/** A comment that the change adds accepts nothing yet: it counts for the changes after it. */
function withSuppressionsOf(
  base: readonly FileFacts[],
  head: readonly FileFacts[],
  renamed: (path: string) => string,
): readonly FileFacts[] {
  const known = new Map<string, number>();
  for (const { path, suppressions = [] } of base)
    for (const suppression of suppressions) {
      const key = keyOf(renamed(path), suppression);
      known.set(key, (known.get(key) ?? 0) + 1);
    }
  return head.map((file) => {
    if (!file.suppressions) return file;
    const suppressions = file.suppressions.filter((suppression) => {
      const key = keyOf(file.path, suppression);
      const left = known.get(key) ?? 0;
      known.set(key, left - 1);
      return left > 0;
    });
    return { ...file, suppressions };
  });
}

const keyOf = (path: string, { rules, reason }: SuppressionFacts): string => JSON.stringify([path, rules, reason]);
