import { auditOfChange, openChange } from '@shipworthy/audit';
import { isOfChanges } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { KeptFacts } from '../collect/kept-facts.ts';
import { StoredSource } from '../collect/stored-source.ts';
import type { StoredTree } from '../collect/stored-tree.ts';
import type { OrgFinding, Transition } from '../report/org-report.ts';
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
  /** What changed besides the tree, if anything did: the rules, or the policy. */
  readonly asked: 'as before' | 'otherwise';
  readonly tree: TreeChange;
}

/** What became of the tree since the run before. */
export type TreeChange =
  | 'none'
  /** It changed, and what it was is not kept. */
  | 'unseen'
  | {
      /** Fingerprints that the tree before has by the rules and on the day of this run. */
      readonly earlier: ReadonlySet<string>;
      /** What the change did by the same rules. */
      readonly change: Pick<Audit, 'findings' | 'fixed'>;
    };

/** What came and went in a repository since the run before, and whose doing it was. */
export function transitionsOf({ before, now, asked, tree }: Compared): Transitions {
  const known = new Map(before.map((finding) => [finding.fingerprint, finding.count]));
  const found = now.findings.map(orgFinding);
  const present = new Set(found.map(({ fingerprint }) => fingerprint));
  const came = found.filter(({ fingerprint, count }) => (known.get(fingerprint) ?? 0) < count);
  const went = before.filter(({ fingerprint }) => !present.has(fingerprint));
  const accepted = exemptPlaces(now);
  const causes = causesOf(tree, asked);
  const opened = came.map((finding): Judged => {
    const was = known.get(finding.fingerprint);
    return { ...causes.came(finding.fingerprint), finding, ...(was === undefined ? {} : { was }) };
  });
  const gone = went.map((finding): Judged => {
    const judged = accepted.has(placeOf(finding))
      ? ({ cause: 'exemption' } as const)
      : causes.went(finding.fingerprint);
    return { ...judged, finding };
  });
  return withoutMoved(opened, gone);
}

interface Judged extends OfRepository {
  /** The comparison of both trees does not tell of it under this name. */
  readonly unnamed?: true;
}

type JudgedCause = Pick<Judged, 'cause' | 'unnamed'>;

function causesOf(
  tree: TreeChange,
  asked: Compared['asked'],
): { came(fingerprint: string): JudgedCause; went(fingerprint: string): JudgedCause } {
  const other: JudgedCause = { cause: asked === 'otherwise' ? 'rules' : 'time' };
  const own: JudgedCause = { cause: 'change' };
  if (tree === 'none') return { came: () => other, went: () => other };
  if (tree === 'unseen') {
    const either = asked === 'otherwise' ? other : own;
    return { came: () => either, went: () => either };
  }
  const { earlier, change } = tree;
  const existing = new Set<string>();
  // What a finding gained is told apart from what it was, under the same fingerprint.
  const caused = new Set<string>();
  for (const { fingerprint, change: standing } of change.findings)
    (standing === 'existing' ? existing : caused).add(fingerprint);
  const fixed = new Set(change.fixed?.map(({ fingerprint }) => fingerprint));
  return {
    came: (fingerprint) => {
      if (caused.has(fingerprint)) return own;
      return earlier.has(fingerprint) ? other : { ...own, unnamed: true };
    },
    went: (fingerprint) => {
      if (!earlier.has(fingerprint)) return other;
      if (fixed.has(fingerprint)) return own;
      return existing.has(fingerprint) ? { cause: 'unseen' } : { ...own, unnamed: true };
    },
  };
}

const placeOf = ({ rule, path }: Pick<OrgFinding, 'rule' | 'path'>): string => `${rule}\n${path}`;

function exemptPlaces({ outcomes }: Audit): ReadonlySet<string> {
  return new Set(
    outcomes.flatMap(({ rule, result, evidence }) =>
      result.outcome === 'exempt' ? evidence.map(({ path }) => placeOf({ rule, path })) : [],
    ),
  );
}

/** A file that moves takes its findings along, under other names: what neither came nor went by the change is one of those. */
function withoutMoved(opened: readonly Judged[], gone: readonly Judged[]): Transitions {
  const left = new Map<string, Judged[]>();
  for (const each of gone) if (each.unnamed) push(left, each.finding.rule, each);
  const moved = new Set<Judged>();
  for (const each of opened) {
    const other = each.unnamed ? left.get(each.finding.rule)?.shift() : undefined;
    if (other) moved.add(each).add(other);
  }
  const shown = (all: readonly Judged[]): OfRepository[] =>
    all.filter((each) => !moved.has(each)).map(({ unnamed: _, ...each }) => each);
  return { opened: shown(opened), gone: shown(gone) };
}

function push(lists: Map<string, Judged[]>, key: string, value: Judged): void {
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
