import { type Audit, type Investigation, type Preset, PUBLIC_KINDS } from '@shipworthy/model';
import { byPosition, groupGaps, placesShown, toFinding } from './findings.ts';
import { sha256 } from './fingerprint.ts';
import { locator } from './line-map.ts';
import { summarise } from './summary.ts';

export interface SettleInput {
  readonly investigation: Investigation;
  readonly tool: Audit['tool'];
  /** For people: what was audited. */
  readonly target: string;
  readonly preset: Preset;
  /** Everything else that decides which rules ran and how; part of the digest. */
  readonly settings?: unknown;
  /** Also find the lines of the evidence of passes: costs one more read of every page that passed. */
  readonly locateEvidence: boolean;
  /** Texts of the files that findings and evidence point into, for lines and excerpts. */
  readonly readTexts: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Outcomes to audit: gaps joined by cause, places located, readiness counted. */
export async function settle(input: SettleInput): Promise<Audit> {
  const { investigation, preset } = input;
  const { inventory, outcomes } = investigation;
  const shown = placesShown(outcomes, input.locateEvidence).filter((place) => place.span && !place.absent);
  const where = locator(await input.readTexts([...new Set(shown.map((place) => place.path))].sort()));
  const rules = new Map(investigation.rules.map((rule) => [rule.id, rule]));
  const isPublic: ReadonlySet<string> = new Set(PUBLIC_KINDS);
  return {
    tool: input.tool,
    target: input.target,
    ...(inventory.commit === undefined ? {} : { commit: inventory.commit }),
    configDigest: sha256([preset, input.settings ?? null]),
    preset,
    history: inventory.history,
    profile: investigation.profile,
    files: investigation.tree.paths.length,
    artifacts: inventory.files.flatMap((file) =>
      file.artifacts.filter((a) => isPublic.has(a.kind)).map((a) => ({ kind: a.kind, path: a.path })),
    ),
    rules: investigation.rules,
    findings: groupGaps(outcomes)
      .flatMap((group) => toFinding(group, rules, where) ?? [])
      .sort(byPosition),
    outcomes: outcomes.map(({ rule, subject, result }) => ({
      rule,
      subject: `${subject.type}:${subject.id}`,
      result: result.outcome === 'gap' ? { outcome: 'gap' } : result,
      evidence:
        result.outcome === 'pass'
          ? result.evidence.map((place) => where.location(place))
          : result.outcome === 'gap'
            ? result.gaps.map((gap) => where.location(gap.at))
            : result.outcome === 'unknown' && result.at
              ? [where.location(result.at)]
              : [],
    })),
    summary: summarise(investigation.rules, outcomes),
  };
}
