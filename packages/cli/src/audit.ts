import { askSettled, type Conduct, investigate, readTexts } from '@shipworthy/engine';
import type { Audit, FactsCache, Preset, RepositorySource } from '@shipworthy/model';
import {
  type Config,
  optionSetting,
  profileOf,
  type Selection,
  selectRules,
  sensitiveAreas,
  settle,
  UnknownRuleError,
  withAnswers,
} from '@shipworthy/policy';
import type { ReadConfigText } from '@shipworthy/policy/config-text';
import type { Rule } from '@shipworthy/rule-kit';
import { openSource } from '@shipworthy/sources';
import { configuration } from './configuration.ts';
import { Stopwatch } from './stopwatch.ts';
import { unknownRule } from './unknown-rule.ts';

/** Asked when neither the command line nor the configuration names a preset. */
const DEFAULT_PRESET: Preset = 'recommended';

export interface AuditRequest extends Omit<Selection, 'preset' | 'config'> {
  readonly path: string;
  /** All rules there are. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Wins over the configuration. */
  readonly preset?: Preset | undefined;
  /** `--config FILE`, or false for `--no-config`. */
  readonly config?: string | false | undefined;
  /** `2026-12-31` */
  readonly today: string;
  readonly untracked?: boolean;
  readonly revision?: string;
  /** What `path`, `untracked` and `revision` say, when it is being opened already. */
  readonly source?: Promise<RepositorySource>;
  /** Reads configuration files of the folder that are not listed; without it they are read from the disk. */
  readonly ofDisk?: ReadConfigText | undefined;
  /** Facts of earlier runs. */
  readonly cache?: FactsCache;
  /** Packages that are loaded, by name. */
  readonly packages?: readonly string[];
  /** Takes one sentence for people about what the audit leaves out. */
  readonly note?: (sentence: string) => void;
  /** Also find the lines of the evidence of what passed. */
  readonly locateEvidence: boolean;
}

/**
 * From a path to an audit: source, configuration, engine, policy.
 * @throws UsageError for a rule that does not exist, SourceError for a source that cannot be had, ConfigError for a
 * configuration with mistakes.
 */
export async function auditPath(request: AuditRequest, watch = new Stopwatch()): Promise<Audit> {
  const { path, only, stage, untracked, revision, version, today } = request;
  const source = await (request.source ??
    openSource(path, {
      ...(untracked === undefined ? {} : { untracked }),
      ...(revision === undefined ? {} : { revision }),
    }));
  watch.lap('list');
  const config = await configuration({
    path,
    source,
    rules: request.rules,
    config: request.config,
    today,
    ofDisk: request.ofDisk,
  });
  const missing = config.packages.filter((name) => !request.packages?.includes(name));
  if (missing.length > 0)
    request.note?.(
      `the configuration sets rules of ${missing.join(', ')}, not loaded here; --load-packages NAME loads what is installed beside shipworthy`,
    );
  const preset = request.preset ?? config.preset ?? DEFAULT_PRESET;
  const rules = knownRules(request.rules, { preset, config, ...(only && { only }), ...(stage && { stage }) });
  const conduct = conductOf(config, today);
  const investigation = await investigate({
    source,
    rules,
    profile: (inventory, tree) => withAnswers(profileOf(inventory, tree), config.answers),
    vocabulary: config.vocabulary,
    choices: config.choices,
    ...(request.cache && { cache: request.cache }),
    conduct,
  });
  watch.lap('read and ask');
  const audit = await settle({
    investigation,
    tool: { name: 'shipworthy', version },
    target: source.name,
    preset,
    settings: { only: only ?? [], stage: stage ?? null, untracked: untracked ?? false },
    locateEvidence: request.locateEvidence,
    readTexts: (paths) => readTexts(source, paths),
    weighing: {
      config,
      rules,
      known: request.rules.map(({ id }) => id),
      named: (only ?? []).length > 0,
      today,
      askSettled: (subjects) => askSettled(investigation, rules, subjects, conduct),
    },
  });
  watch.lap('settle');
  return audit;
}

const conductOf = (config: Config, today: string): Conduct => ({
  today,
  optionOf: optionSetting(config),
  runbookSites: config.runbookSites,
  areas: sensitiveAreas(config),
});

function knownRules(rules: readonly Rule[], selection: Selection): ReturnType<typeof selectRules> {
  try {
    return selectRules(rules, selection);
  } catch (error) {
    if (error instanceof UnknownRuleError) throw unknownRule(error.wanted, rules);
    throw error;
  }
}
