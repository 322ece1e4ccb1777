import { artifactsOf, type Change, type Finding, type RuledOutcome, type RuleMeta } from '@shipworthy/model';
import { byPosition, type groupGaps, toFinding } from '../findings.ts';
import { locator } from '../line-map.ts';
import { withoutSecrets } from '../secrets.ts';
import { type ComparedSide, compareGaps } from './standing.ts';

/** What the audit of a head is compared with. */
export interface Compared {
  readonly change: Change;
  readonly base: ComparedSide;
  /** An identity of the base, with the paths in it that were moved as they are in the head. */
  readonly renamed: (identity: string) => string;
  /** Texts of files of the base. */
  readonly readTexts: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly fixed: readonly Finding[];
}

type Where = ReturnType<typeof locator>;
type Group = ReturnType<typeof groupGaps>[number];

/** The findings of a head with their standing, and those of the base that are gone. */
export async function judgedFindings(
  { base, renamed, readTexts }: Compared,
  head: ComparedSide & { readonly unaccepted: readonly RuledOutcome[] },
  rules: ReadonlyMap<string, RuleMeta>,
  where: Where,
): Promise<Judged> {
  // What the baseline accepts is still there: it is compared, and then not shown.
  const { groups, kept, fixed } = compareGaps({
    head: { outcomes: head.unaccepted, files: head.files },
    base,
    renamed,
    rules,
  });
  const open = new Set(head.outcomes.flatMap(({ result }) => (result.outcome === 'gap' ? result.gaps : [])));
  const findings = groups.flatMap(({ group, standing }): Finding[] => {
    if (!group.some(({ gap }) => open.has(gap))) return [];
    const finding = toFinding(group, rules, where);
    return finding ? [{ ...finding, change: standing }] : [];
  });
  const old = locator(
    withoutSecrets(
      await readTexts(pathsOf(fixed)),
      artifactsOf({ files: base.files, history: 'none' }, 'leaked-secret'),
    ),
  );
  return {
    findings: [...findings, ...kept.flatMap((group) => keptFinding(group, rules, renamed))].sort(byPosition),
    fixed: fixed.flatMap((group) => toFinding(group, rules, old) ?? []).sort(byPosition),
  };
}

const pathsOf = (groups: readonly Group[]): string[] => [
  ...new Set(groups.flatMap((group) => group.flatMap(({ gap }) => (gap.at.span && !gap.at.absent ? gap.at.path : [])))),
];

/** Its lines are those of a file that cannot be read any more. */
function keptFinding(group: Group, rules: ReadonlyMap<string, RuleMeta>, renamed: (path: string) => string): Finding[] {
  const finding = toFinding(group, rules, locator(new Map()));
  if (!finding) return [];
  const { location } = finding;
  return [{ ...finding, location: { ...location, path: renamed(location.path) }, change: 'existing' }];
}
