import type { AuditedBaseline } from '@shipworthy/model';
import type { Baseline } from './baseline.ts';

/** Without what is gone, and with the numbers that are left. It never grows. */
export function pruned(baseline: Baseline, { stale }: Pick<AuditedBaseline, 'stale'>): Baseline {
  const left = new Map(stale.map((entry) => [entry.fingerprint, entry.left]));
  return baseline.flatMap((entry) => {
    const count = left.get(entry.fingerprint) ?? entry.count;
    return count === 0 ? [] : [{ ...entry, count: Math.min(count, entry.count) }];
  });
}

/** With what is new; an entry that stands for more now takes the new number. */
export function grown(baseline: Baseline, found: Baseline): Baseline {
  const entries = new Map(baseline.map((entry) => [entry.fingerprint, entry]));
  for (const entry of found) entries.set(entry.fingerprint, entry);
  return [...entries.values()];
}
