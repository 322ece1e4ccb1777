import {
  type Audit,
  artifactsOf,
  type Finding,
  type Investigation,
  type Preset,
  PUBLIC_KINDS,
  type RuledOutcome,
} from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import type { Config } from './config/config.ts';
import { byPosition, groupGaps, placesShown, toFinding } from './findings.ts';
import { sha256 } from './fingerprint.ts';
import { locator } from './line-map.ts';
import { namerOf } from './profile/component-names.ts';
import { withoutSecrets } from './secrets.ts';
import { summarise } from './summary.ts';
import { type SettledSubjects, settledSubjects } from './weigh/settled.ts';
import { severitySetting } from './weigh/severity.ts';
import { weigh } from './weigh/weigh.ts';

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
}

export interface Weighing {
  readonly config: Config;
  /** Rules that were asked. */
  readonly rules: readonly Rule[];
  /** Ids of all rules there are. */
  readonly known: readonly string[];
  /** Rules were named on the command line. */
  readonly named: boolean;
  /** `2026-12-31` */
  readonly today: string;
  /** Asks the rules on exemptions and suppressions, which can answer only now. */
  readonly askSettled: (subjects: SettledSubjects) => readonly RuledOutcome[];
}

/** Outcomes to audit: gaps joined by cause, places located, readiness counted. */
export async function settle(input: SettleInput): Promise<Audit> {
  const { investigation, preset } = input;
  const { inventory } = investigation;
  const outcomes = input.weighing ? weighed(input, input.weighing) : investigation.outcomes;
  const shown = placesShown(outcomes, input.locateEvidence).filter((place) => place.span && !place.absent);
  const known = input.weighing?.config.texts ?? new Map<string, string>();
  const paths = [...new Set(shown.map((place) => place.path))].filter((path) => !known.has(path)).sort();
  const texts = new Map([...(await input.readTexts(paths)), ...known]);
  const where = locator(withoutSecrets(texts, artifactsOf(inventory, 'leaked-secret')));
  const rules = new Map(investigation.rules.map((rule) => [rule.id, rule]));
  const componentOf = namerOf(investigation.profile.components);
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
    findings: groupGaps(outcomes)
      .flatMap((group) => toFinding(group, rules, where) ?? [])
      .map((finding) => within(finding, componentOf(finding.location.path)))
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
              : result.outcome === 'exempt'
                ? (result.gaps ?? []).map(({ at }) => where.location(at))
                : [],
    })),
    summary: summarise(investigation.rules, outcomes),
    ...(input.weighing && input.weighing.config.files.length > 0
      ? { config: { files: input.weighing.config.files, questions: input.weighing.config.questions } }
      : {}),
  };
}

const within = (finding: Finding, component: string | undefined): Finding =>
  component === undefined ? finding : { ...finding, component };

/** Without a configuration the digest is what it was before there were any. */
const writtenOf = (weighing: Weighing | undefined): unknown[] =>
  weighing?.config.written === undefined ? [] : [weighing.config.written];

/** The outcomes as the configuration wants them, and those of the rules about the configuration itself. */
function weighed({ investigation, preset }: SettleInput, weighing: Weighing): readonly RuledOutcome[] {
  const { outcomes, accepted } = weigh({ ...weighing, preset, investigation });
  const { files } = investigation.inventory;
  const subjects = settledSubjects({
    ...weighing,
    asked: weighing.rules,
    isOff: (rule, path) => severitySetting(rule, path, { ...weighing, preset }) === 'off',
    files,
    outcomes,
    accepted,
  });
  const settled = subjects.exemption.length + subjects.suppression.length === 0 ? [] : weighing.askSettled(subjects);
  if (settled.length === 0) return outcomes;
  const upkeep = weigh({ ...weighing, preset, investigation: { ...investigation, outcomes: settled } });
  return [...outcomes, ...upkeep.outcomes];
}
