import { SEVERITIES } from '@shipworthy/model';
import type { RepositoryRecord, RunHeader, WeekRecord } from '../store/record.ts';

/** What is kept of a run for good. Records are looked at one by one: all of them are more than memory should hold. */
export function weekOf(header: RunHeader, records: Iterable<RepositoryRecord>): WeekRecord {
  const all = new Sums();
  const teams = new Map<string, Sums>();
  for (const record of records) {
    if (record.state !== 'audited') continue;
    all.add(record);
    if (record.team === undefined) continue;
    const of = teams.get(record.team) ?? new Sums();
    teams.set(record.team, of);
    of.add(record);
  }
  return {
    asOf: header.asOf,
    tool: header.tool.version,
    code: header.code,
    policy: header.policy,
    ...all.sums(),
    // Records come in the order they were done in.
    teams: [...teams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => ({ name, ...of.sums() })),
  };
}

class Sums {
  readonly #met = { met: 0, applicable: 0 };
  readonly #counts = { error: 0, warning: 0, info: 0 };
  #audited = 0;

  add(record: RepositoryRecord): void {
    this.#audited++;
    const { met, applicable } = metOf([record]);
    this.#met.met += met;
    this.#met.applicable += applicable;
    const found = countsOf([record]);
    for (const severity of SEVERITIES) this.#counts[severity] += found[severity];
  }

  sums(): Pick<WeekRecord, 'met' | 'counts' | 'audited'> {
    return { met: this.#met, counts: this.#counts, audited: this.#audited };
  }
}

/** Rules met of rules that apply, summed over repositories. */
export function metOf(records: readonly Pick<RepositoryRecord, 'standing'>[]): WeekRecord['met'] {
  let met = 0;
  let applicable = 0;
  for (const { standing } of records)
    for (const each of Object.values(standing)) {
      if (each === 'unknown') continue;
      applicable++;
      if (each === 'met') met++;
    }
  return { met, applicable };
}

/** Findings by severity, each cause once. */
export function countsOf(records: readonly Pick<RepositoryRecord, 'findings'>[]): WeekRecord['counts'] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of records) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Stages in lifecycle order come from the model; severities from the worst on. */
export const severityRank = (severity: (typeof SEVERITIES)[number]): number => SEVERITIES.indexOf(severity);
