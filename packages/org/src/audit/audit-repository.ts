import type { Audit } from '@shipworthy/model';
import type { Config } from '@shipworthy/policy';
import type { StoredTree } from '../collect/stored-tree.ts';
import { type DiscoveredRepository, ReachLost } from '../discovery/discovered.ts';
import { houseOf, teamBy } from '../policy/in-force.ts';
import type { OrgPolicy } from '../policy/org-policy.ts';
import type { OrgExemption } from '../report/org-report.ts';
import type { RepositoryRecord } from '../store/record.ts';
import type { OrgStore } from '../store/store.ts';
import { askedOtherwise } from './asked-otherwise.ts';
import { type AuditedTree, auditSource, auditStored, type Means } from './audit-tree.ts';
import { filesLeft } from './files-left.ts';
import { questionsOf } from './questions.ts';
import { orgExemption, recordOf } from './record-of.ts';
import { teamOf } from './team-of.ts';
import { auditBetween, type TreeChange, transitionsOf } from './transitions.ts';

export interface RepositoryMeans {
  readonly store: Pick<OrgStore, 'tree' | 'keepTree'>;
  readonly means: Means;
  /** Of the organisation, when it has one. */
  readonly policy?: OrgPolicy | undefined;
  /** What the run before recorded of it. */
  readonly before: RepositoryRecord | undefined;
  /** Whether the run before asked the same rules by the same policy. */
  readonly asked: 'as before' | 'otherwise';
}

/**
 * Audits one repository. Whatever is wrong with it is part of the record.
 * @throws SourceError when the store is, ReachLost when no other could be read either
 */
export async function auditRepository(
  repository: DiscoveredRepository,
  { store, means: common, policy, before, asked }: RepositoryMeans,
): Promise<RepositoryRecord> {
  const { id, name, url, excluded, failed, missing, commit, tree } = repository;
  const known = { id, name, ...(url === undefined ? {} : { url }), ...(missing ? { missing } : {}) };
  if (excluded !== undefined) return { ...known, ...NOTHING, state: 'excluded', why: excluded };
  if (failed !== undefined || tree === undefined) return asItWas(known, before, failed ?? 'it has no tree');
  const earlier = before?.tree === undefined ? undefined : store.tree(before.tree);
  const means = policy ? { ...common, house: houseOf(policy, repository, common) } : common;
  const refused = new Set<string>();
  const counts = policy && houseOf(policy, repository, common, (said) => refused.add(said));
  let exemptions: readonly OrgExemption[] = [];
  const house = (written: Config): Config => {
    const config = (counts ?? common.house)?.(written) ?? written;
    exemptions = config.exemptions.map(orgExemption);
    return config;
  };
  let audited: AuditedTree & { readonly fetched: boolean };
  try {
    audited = await auditedTree(repository, tree, { ...means, house }, store.tree(tree), earlier);
  } catch (error) {
    if (error instanceof ReachLost) throw error;
    return asItWas(known, before, error instanceof Error ? error.message : String(error));
  }
  const { audit, stored, fetched } = audited;
  if (fetched) await store.keepTree(stored);
  // A tree may be known from this very run: of a twin, or from before the run was interrupted.
  const unchanged = !fetched && before?.tree === tree;
  const team = (policy && teamBy(policy, repository)) ?? teamOf(stored);
  const transitions = before?.tree
    ? transitionsOf({
        before: before.findings,
        now: audit,
        asked,
        tree:
          before.tree === tree ? 'none' : earlier ? await treeChange(earlier, stored, audit, name, means) : 'unseen',
      })
    : { opened: [], gone: [] };
  return {
    ...known,
    state: 'audited',
    auditedOn: common.today,
    ...(commit === undefined ? {} : { commit }),
    tree,
    ...(unchanged ? { unchanged } : {}),
    ...(team === undefined ? {} : { team }),
    ...(refused.size > 0 ? { refused: [...refused] } : {}),
    ...(exemptions.length > 0 ? { exemptions } : {}),
    ...recordOf(audit),
    ...transitions,
  };
}

async function treeChange(
  before: StoredTree,
  after: StoredTree,
  now: Audit,
  name: string,
  means: Means,
): Promise<TreeChange> {
  const { audit } = await auditStored(before, name, means);
  return {
    isThere: filesLeft(before, after),
    askedOtherwise: askedOtherwise(means.rules, audit, now),
    questions: new Map([...questionsOf(means.rules, audit), ...questionsOf(means.rules, now)]),
    earlier: new Set(audit.findings.map(({ fingerprint }) => fingerprint)),
    change: await auditBetween(before, after, name, means),
  };
}

/** From what is kept where that is enough; otherwise only what is not kept is read. */
async function auditedTree(
  { name, open }: DiscoveredRepository,
  tree: string,
  means: Means,
  kept: StoredTree | undefined,
  earlier: StoredTree | undefined,
): Promise<AuditedTree & { readonly fetched: boolean }> {
  if (kept) {
    const { audit, missed } = await auditStored(kept, name, means);
    if (missed.length === 0) return { audit, stored: kept, fetched: false };
  }
  const { source, close } = await open();
  try {
    return { ...(await auditSource(source, tree, means, kept ?? earlier)), fetched: true };
  } finally {
    close();
  }
}

const NOTHING = {
  archetypes: [],
  stages: {},
  standing: {},
  unknown: 0,
  exempt: 0,
  findings: [],
  opened: [],
  gone: [],
} as const;

/** What was known of a repository that cannot be audited now stays: it is neither fixed nor new. */
function asItWas(
  known: Pick<RepositoryRecord, 'id' | 'name' | 'url' | 'missing'>,
  before: RepositoryRecord | undefined,
  why: string,
): RepositoryRecord {
  if (!before) return { ...known, ...NOTHING, state: 'failed', why };
  const { unchanged: _, missing: __, ...rest } = before;
  return { ...rest, ...known, state: 'failed', why, opened: [], gone: [] };
}
