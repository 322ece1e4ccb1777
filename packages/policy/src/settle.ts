import {
  type Audit,
  artifactsOf,
  type Finding,
  type Investigation,
  type Preset,
  PUBLIC_KINDS,
  type RuledOutcome,
  type RuleMeta,
} from '@shipworthy/model';
import { type Compared, judgedFindings } from './compare/judged-findings.ts';
import { byPosition, groupGaps, placesShown, toFinding } from './findings.ts';
import { sha256 } from './fingerprint.ts';
import { locator } from './line-map.ts';
import { namerOf } from './profile/component-names.ts';
import { withoutSecrets } from './secrets.ts';
import { summarise } from './summary.ts';
import { type WeighedAll, type Weighing, weighAll } from './weigh/weigh-all.ts';

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
  /** What the configuration makes of the outcomes; without it they stay as they are. */
  readonly weighing?: Weighing;
  /** The base, when a change is judged. */
  readonly compared?: Compared;
}

/** Outcomes to audit: gaps joined by cause, places located, readiness counted. */
export async function settle(input: SettleInput): Promise<Audit> {
  const { investigation, preset, compared } = input;
  const { inventory } = investigation;
  const { outcomes, unaccepted, baseline }: WeighedAll = input.weighing
    ? weighAll(investigation, preset, input.weighing)
    : { outcomes: investigation.outcomes, unaccepted: investigation.outcomes };
  const shown = placesShown(outcomes, input.locateEvidence).filter((place) => place.span && !place.absent);
  const known = input.weighing?.config.texts ?? new Map<string, string>();
  const paths = [...new Set(shown.map((place) => place.path))].filter((path) => !known.has(path)).sort();
  const texts = new Map([...(await input.readTexts(paths)), ...known]);
  const where = locator(withoutSecrets(texts, artifactsOf(inventory, 'leaked-secret')));
  const rules = new Map(investigation.rules.map((rule) => [rule.id, rule]));
  const componentOf = namerOf(investigation.profile.components);
  const named = (found: readonly Finding[]): readonly Finding[] =>
    found.map((finding) => within(finding, componentOf(finding.location.path)));
  const { findings, fixed = undefined } = compared
    ? await judgedFindings(compared, { outcomes, unaccepted, files: inventory.files }, rules, where)
    : { findings: allFindings(outcomes, rules, where) };
  const isPublic: ReadonlySet<string> = new Set(PUBLIC_KINDS);
  return {
    tool: input.tool,
    target: input.target,
    ...(inventory.commit === undefined ? {} : { commit: inventory.commit }),
    configDigest: sha256([preset, input.settings ?? null, ...writtenOf(input.weighing)]),
    preset,
    history: inventory.history,
    profile: investigation.profile,
    files: investigation.tree.paths.length,
    artifacts: inventory.files.flatMap((file) =>
      file.artifacts.filter((a) => isPublic.has(a.kind)).map((a) => ({ kind: a.kind, path: a.path })),
    ),
    rules: investigation.rules,
    findings: named(findings),
    ...(compared ? { change: compared.change } : {}),
    ...(fixed ? { fixed: named(fixed) } : {}),
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
              : result.outcome === 'exempt'
                ? (result.gaps ?? []).map(({ at }) => where.location(at))
                : [],
    })),
    summary: summarise(investigation.rules, outcomes),
    ...(baseline ? { baseline } : {}),
    ...(input.weighing && input.weighing.config.files.length > 0
      ? { config: { files: input.weighing.config.files, questions: input.weighing.config.questions } }
      : {}),
  };
}

const allFindings = (
  outcomes: readonly RuledOutcome[],
  rules: ReadonlyMap<string, RuleMeta>,
  where: ReturnType<typeof locator>,
): readonly Finding[] =>
  groupGaps(outcomes)
    .flatMap((group) => toFinding(group, rules, where) ?? [])
    .sort(byPosition);

const within = (finding: Finding, component: string | undefined): Finding =>
  component === undefined ? finding : { ...finding, component };

/** Without a configuration the digest is what it was before there were any. */
const writtenOf = (weighing: Weighing | undefined): unknown[] =>
  weighing?.config.written === undefined ? [] : [weighing.config.written];
