import { auditOfChange, openChange } from '@shipworthy/audit';
import { isOfChanges } from '@shipworthy/engine';
import type { Audit } from '@shipworthy/model';
import { KeptFacts } from '../collect/kept-facts.ts';
import { StoredSource } from '../collect/stored-source.ts';
import type { StoredTree } from '../collect/stored-tree.ts';
import type { OrgFinding } from '../report/org-report.ts';
import type { Means } from './audit-tree.ts';
import { orgFinding } from './record-of.ts';
import { type Judged, type Transitions, withoutMoved, withoutRestated, withoutReworded } from './same-finding.ts';

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
  | TreesCompared;

export interface TreesCompared {
  /** Fingerprints that the tree before has by the rules and on the day of this run. */
  readonly earlier: ReadonlySet<string>;
  /** What the change did by the same rules. */
  readonly change: Pick<Audit, 'findings' | 'fixed'>;
  /** Whether the rule of a finding is asked on one side only, because the repository became something else. */
  readonly askedOtherwise?: (finding: OrgFinding) => boolean;
  /** Whether there still is a file. */
  readonly isThere?: (path: string) => boolean;
  /** The questions that findings of either side answer, by fingerprint; see `questionsOf`. */
  readonly questions?: ReadonlyMap<string, string>;
}

/** What came and went in a repository since the run before, and whose doing it was. */
export function transitionsOf({ before, now, asked, tree }: Compared): Transitions {
  const known = new Map(before.map((finding) => [finding.fingerprint, finding.count]));
  const found = now.findings.map(orgFinding);
  const present = new Set(found.map(({ fingerprint }) => fingerprint));
  const came = found.filter(({ fingerprint, count }) => (known.get(fingerprint) ?? 0) < count);
  const went = before.filter(({ fingerprint }) => !present.has(fingerprint));
  const accepted = exemptPlaces(now);
  const causes = causesOf(tree, asked);
  const { isThere = () => true, questions = new Map() }: Partial<TreesCompared> = typeof tree === 'object' ? tree : {};
  const opened = came.map((finding): Judged => {
    const was = known.get(finding.fingerprint);
    return { ...causes.came(finding), finding, ...(was === undefined ? {} : { was }) };
  });
  const gone = went.map((finding): Judged => {
    const judged = accepted.has(placeOf(finding)) ? ({ cause: 'exemption' } as const) : causes.went(finding);
    const removed = judged.cause === 'change' && !finding.absent && !isThere(finding.path);
    return { ...judged, finding, ...(removed ? { removed } : {}) };
  });
  return withoutMoved(withoutReworded(withoutRestated({ opened, gone }), questions));
}

type JudgedCause = Pick<Judged, 'cause' | 'unnamed'>;

function causesOf(
  tree: TreeChange,
  asked: Compared['asked'],
): { came(finding: OrgFinding): JudgedCause; went(finding: OrgFinding): JudgedCause } {
  const other: JudgedCause = { cause: asked === 'otherwise' ? 'rules' : 'time' };
  const own: JudgedCause = { cause: 'change' };
  const scope: JudgedCause = { cause: 'scope' };
  if (tree === 'none') return { came: () => other, went: () => other };
  if (tree === 'unseen') {
    const either = asked === 'otherwise' ? other : own;
    return { came: () => either, went: () => either };
  }
  const { earlier, change, askedOtherwise = () => false } = tree;
  const existing = new Set<string>();
  // What a finding gained is told apart from what it was, under the same fingerprint.
  const caused = new Set<string>();
  for (const { fingerprint, change: standing } of change.findings)
    (standing === 'existing' ? existing : caused).add(fingerprint);
  const fixed = new Set(change.fixed?.map(({ fingerprint }) => fingerprint));
  return {
    came: (finding) => {
      const { fingerprint } = finding;
      if (earlier.has(fingerprint) && !caused.has(fingerprint)) return other;
      if (askedOtherwise(finding)) return scope;
      return caused.has(fingerprint) ? own : { ...own, unnamed: true };
    },
    went: (finding) => {
      const { fingerprint } = finding;
      if (!earlier.has(fingerprint)) return other;
      if (askedOtherwise(finding)) return scope;
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
