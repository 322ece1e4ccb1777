import { createHash } from 'node:crypto';
import type { DiskReports } from '@shipworthy/cache';
import type { BaseOutcomes } from '@shipworthy/engine';
import type { RuledOutcome } from '@shipworthy/model';

/** Everything that decides what the rules answer of a commit, besides this build. */
export interface AskedOfBase {
  readonly commit: string;
  /** The configuration as it is in the base. */
  readonly config: unknown;
  /** Ids of the rules, with what changes how they are asked. */
  readonly rules: readonly string[];
  /** What it is taken for, which is what the head is. */
  readonly profile: unknown;
  /** `2026-12-31` */
  readonly today: string;
}

/** What a comparison looks at: gaps, and what could not be told. */
const COMPARED: ReadonlySet<RuledOutcome['result']['outcome']> = new Set(['gap', 'unknown', 'error']);

/**
 * The outcomes of a base, kept among the reports. A commit does not change, so that nothing has to be read again to know
 * that they are still right; a build of other code does not find them.
 */
export function baseMemory(reports: DiskReports, asked: AskedOfBase): BaseOutcomes {
  const question = createHash('sha256')
    .update(JSON.stringify(['base', asked, process.versions, process.platform]))
    .digest('hex');
  return {
    recall() {
      const kept = reports.find(question);
      try {
        return kept && (JSON.parse(kept.text) as readonly RuledOutcome[]);
      } catch {
        return undefined;
      }
    },
    keep(outcomes) {
      const compared = outcomes.filter(({ result }) => COMPARED.has(result.outcome));
      reports.keep(question, { seen: asked.commit, text: JSON.stringify(compared) });
    },
  };
}
