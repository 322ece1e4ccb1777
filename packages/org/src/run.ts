import { SourceError } from '@shipworthy/model';
import { auditRepository, type RepositoryMeans } from './audit/audit-repository.ts';
import type { DiscoveredRepository, Discovery } from './discovery/discovered.ts';
import { withMissing } from './discovery/missing.ts';
import { inTurn } from './in-turn.ts';
import { leavingOut } from './policy/in-force.ts';
import type { OrgPolicy } from './policy/org-policy.ts';
import { weekOf } from './report/week-of.ts';
import type { RepositoryRecord, RunHeader } from './store/record.ts';
import type { OrgStore, Records } from './store/store.ts';

export interface RunRequest {
  readonly discovery: Discovery;
  readonly store: OrgStore;
  readonly header: RunHeader;
  readonly means: RepositoryMeans['means'];
  /** What the organisation asks; its digest is in the header. */
  readonly policy?: OrgPolicy | undefined;
  /** Repositories at once; most of an audit is computing, so that more than the fetches in flight gain nothing. */
  readonly atOnce: number;
  readonly progress?: (state: Progress) => void;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Trees that were known. */
  readonly unchanged: number;
  /** The repository that was recorded last. */
  readonly name: string;
}

/**
 * Audits every repository of a discovery and records it. One that fails is recorded as failed and stops nothing; what an
 * interrupted run recorded is not done again, but for what failed.
 * @throws SourceError when the store cannot be written or nothing can be reached any more; what is recorded stays.
 */
export async function runAudits(request: RunRequest): Promise<void> {
  const { store, header, means, policy, atOnce, progress } = request;
  if (store.untold(header)) return;
  const run = store.beginRun(header);
  try {
    const asked =
      run.previous?.header.code === header.code && run.previous.header.policy === header.policy
        ? 'as before'
        : 'otherwise';
    const all = withMissing(request.discovery, run.previous);
    const { repositories } = policy ? leavingOut(policy, all) : all;
    const counts = new Counts();
    const waiting: DiscoveredRepository[] = [];
    for (const repository of repositories) {
      const record = run.records.get(repository.id);
      // What failed when the run was interrupted may have failed by that.
      if (record && record.state !== 'failed') counts.count(record);
      else waiting.push(repository);
    }
    const total = repositories.length;
    await inTurn(waiting, atOnce, async (repository) => {
      const record = await auditRepository(repository, {
        store,
        means,
        policy,
        before: run.previous?.records.get(repository.id),
        asked,
      });
      run.record(record);
      counts.count(record);
      progress?.({ ...counts.sums(), total, name: repository.name });
    });
    requireSomething(run.records, repositories);
    run.finish(weekOf(header, run.records.values()));
  } finally {
    run.close();
  }
}

/** Counted along: looking through all records after each of them would be slow for many. */
class Counts {
  #done = 0;
  #failed = 0;
  #unchanged = 0;

  count({ state, unchanged }: RepositoryRecord): void {
    this.#done++;
    if (state === 'failed') this.#failed++;
    if (unchanged) this.#unchanged++;
  }

  sums(): Pick<Progress, 'done' | 'failed' | 'unchanged'> {
    return { done: this.#done, failed: this.#failed, unchanged: this.#unchanged };
  }
}

/** A report of nothing would read like one of an organisation without gaps. */
function requireSomething(records: Records, repositories: readonly DiscoveredRepository[]): void {
  let failed: RepositoryRecord | undefined;
  for (const record of records.values()) {
    if (record.state === 'audited') return;
    if (record.state === 'failed') failed ??= record;
  }
  throw new SourceError(
    repositories.length === 0
      ? 'there is no repository to audit'
      : `none of the ${repositories.length} repositories could be audited`,
    'environment',
    failed ? `The first one says: ${failed.why}.` : 'All of them are left out: empty, archived or by the policy.',
  );
}
