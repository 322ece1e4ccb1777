import { auditOfChange, openChange } from '@shipworthy/audit';
import { isOfChanges } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { KeptFacts } from '../collect/kept-facts.ts';
import { StoredSource } from '../collect/stored-source.ts';
import type { StoredTree } from '../collect/stored-tree.ts';
import type { Cause, OrgFinding, Transition } from '../report/org-report.ts';
import type { Means } from './audit-tree.ts';
import { orgFinding } from './record-of.ts';

export type OfRepository = Omit<Transition, 'repository'>;

export interface Transitions {
  readonly opened: readonly OfRepository[];
  readonly gone: readonly OfRepository[];
}

export interface Compared {
  /** What the run before recorded. */
  readonly before: readonly OrgFinding[];
  readonly now: Audit;
  /** What the change of the tree alone did; absent where there was none, and where the tree before is not kept. */
  readonly change?: Pick<Audit, 'findings' | 'fixed'> | undefined;
  /** What changed besides the tree, if anything did: the rules, or the policy. */
  readonly asked: 'as before' | 'otherwise';
  /** The tree changed, and what it was is not kept. */
  readonly unseen: boolean;
}

/** What came and went in a repository since the run before, and whose doing it was. */
export function transitionsOf({ before, now, change, asked, unseen }: Compared): Transitions {
  const findings = now.findings.map(orgFinding);
  const known = new Map(before.map((finding) => [finding.fingerprint, finding]));
  const present = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const ofChange = new Set(
    change?.findings.flatMap(({ change: standing, fingerprint }) => (standing === 'existing' ? [] : fingerprint)) ?? [],
  );
  const other: Cause = unseen && asked === 'as before' ? 'change' : asked === 'otherwise' ? 'rules' : 'time';
  const came = findings.filter(({ fingerprint, count }) => (known.get(fingerprint)?.count ?? 0) < count);
  const went = before.filter(({ fingerprint }) => !present.has(fingerprint));
  const mended = new Set(change?.fixed?.map(({ fingerprint }) => fingerprint) ?? []);
  const accepted = exemptPlaces(now);
  const opened = came.map((finding) => ({
    cause: ofChange.has(finding.fingerprint) ? ('change' as const) : other,
    finding,
  }));
  const gone = went.map((finding) => ({
    cause: accepted.has(placeOf(finding))
      ? ('exemption' as const)
      : mended.has(finding.fingerprint)
        ? ('change' as const)
        : other,
    finding,
  }));
  return change ? withoutMoved(opened, gone) : { opened, gone };
}

const placeOf = ({ rule, path }: Pick<OrgFinding, 'rule' | 'path'>): string => `${rule}\n${path}`;

function exemptPlaces({ outcomes }: Audit): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ rule, result, evidence }) =>
      result.outcome === 'exempt' ? evidence.map(({ path }) => placeOf({ rule, path })) : [],
    ),
  );
}

/** A file that moves takes its findings along under other names: what neither came nor went by the change is one of those. */
function withoutMoved(opened: readonly OfRepository[], gone: readonly OfRepository[]): Transitions {
  const left = new Map<string, OfRepository[]>();
  for (const each of gone) if (each.cause !== 'change') push(left, each.finding.rule, each);
  const moved = new Set<OfRepository>();
  for (const each of opened) {
    const other = each.cause === 'change' ? undefined : left.get(each.finding.rule)?.shift();
    if (other) moved.add(each).add(other);
  }
  return { opened: opened.filter((each) => !moved.has(each)), gone: gone.filter((each) => !moved.has(each)) };
}

function push(lists: Map<string, OfRepository[]>, key: string, value: OfRepository): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** What the change from one tree to another did to the findings, by today's rules: files that move introduce nothing. */
export async function auditBetween(
  before: StoredTree,
  after: StoredTree,
  name: string,
  means: Means,
): Promise<Pick<Audit, 'findings' | 'fixed'>> {
  const head = new StoredSource(name, after);
  const base = new StoredSource(name, before);
  const opened = await openChange(
    {
      ...means,
      // Rules on changes ask for what a pull request brings along, which a week has none of.
      rules: means.rules.filter((rule) => !isOfChanges(rule)),
      path: name,
      source: Promise.resolve(head),
      blobs: new KeptFacts({ ...before.facts, ...after.facts }),
      textsOf: (paths) => head.linesOnly(paths),
      locateEvidence: false,
    },
    {
      base: before.commit ?? before.tree,
      source: base,
      textsOf: (paths) => base.linesOnly(paths),
      words: { commits: [], unknown: 'the changes of a run are many' },
    },
  );
  return auditOfChange(opened);
}
