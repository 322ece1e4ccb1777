import type { DiskReports } from '@shipworthy/cache';
import { askSettled, type Conduct, investigate, investigateChange, readTexts } from '@shipworthy/engine';
import type { Audit, FactsCache, Inventory, Preset, RepositorySource, Tree } from '@shipworthy/model';
import {
  type Config,
  optionSetting,
  profileOf,
  readBaseline,
  type Selection,
  selectRules,
  sensitiveAreas,
  settle,
  settleChange,
  textsOfSource,
  UnknownRuleError,
  withAnswers,
} from '@shipworthy/policy';
import type { ReadConfigText } from '@shipworthy/policy/config-text';
import type { Rule } from '@shipworthy/rule-kit';
import { changeWords, type OpenSourceOptions, openSource, sharedSource } from '@shipworthy/sources';
import { configuration, readOfTree } from './configuration.ts';
import { baseMemory } from './recall/base-memory.ts';
import { Stopwatch } from './stopwatch.ts';
import { unknownRule } from './unknown-rule.ts';

/** Asked when neither the command line nor the configuration names a preset. */
const DEFAULT_PRESET: Preset = 'recommended';

/** Which files of the folder are audited. */
export interface SourceRequest {
  readonly untracked?: boolean | undefined;
  readonly revision?: string | undefined;
  readonly staged?: boolean | undefined;
}

/** What a change is compared with. */
export interface BaseRequest {
  /** A revision. */
  readonly base: string;
  /** The text of the pull request. */
  readonly body?: string | undefined;
}

export interface AuditRequest extends Omit<Selection, 'preset' | 'config'>, SourceRequest {
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
  /** What `path` and the request for a source say, when it is being opened already. */
  readonly source?: Promise<RepositorySource>;
  /** Reads configuration files of the folder that are not listed; without it they are read from the disk. */
  readonly ofDisk?: ReadConfigText | undefined;
  /** Facts of earlier runs. */
  readonly cache?: FactsCache;
  /** Reports of earlier runs, among which the outcomes of a base are kept. */
  readonly reports?: DiskReports | undefined;
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
  const source = await (request.source ?? openSource(request.path, sourceOptions(request)));
  watch.lap('list');
  const asked = await whatIsAsked(request, source);
  const investigation = await investigate({ source, ...asked.input });
  watch.lap('read and ask');
  const audit = await settle({
    ...asked.settling,
    investigation,
    target: source.name,
    readTexts: (paths) => readTexts(source, paths),
    weighing: {
      ...asked.weighing,
      askSettled: (subjects) => askSettled(investigation, asked.input.rules, subjects, asked.input.conduct),
    },
  });
  watch.lap('settle');
  return audit;
}

/** The same of a change: the configuration, and what it accepts, is that of the base. */
export async function auditChange(
  request: AuditRequest,
  against: BaseRequest,
  watch = new Stopwatch(),
): Promise<Audit> {
  const { source, base, asked, found } = await openChange(request, against, watch);
  const { head, base: before, change, moves } = found;
  watch.lap('read and ask');
  const audit = await settleChange({
    ...asked.settling,
    head,
    base: before,
    change,
    renamed: (identity) => moves.renamed(identity),
    target: source.name,
    readTexts: (paths) => readTexts(source, paths),
    readBaseTexts: (paths) => readTexts(base, paths),
    weighing: {
      ...asked.weighing,
      askSettled: (subjects) => askSettled(head, asked.input.rules, subjects, asked.input.conduct),
    },
  });
  watch.lap('settle');
  return audit;
}

/** Both sides of a change, with what the configuration of the base asks of it. */
export async function openChange(
  request: AuditRequest,
  { base: revision, body }: BaseRequest,
  watch = new Stopwatch(),
) {
  const { path } = request;
  const opened = openSource(path, { revision });
  const [source, ofBase] = await Promise.all([
    request.source ?? openSource(path, { ...sourceOptions(request), blobs: true }),
    opened,
  ]);
  const { commit = revision } = await ofBase.list();
  const said = changeWords(path, { base: commit, head: request.revision, body });
  const base = await sharedSource(ofBase, source);
  watch.lap('list');
  const asked = await whatIsAsked({ ...request, ofDisk: textsOfSource(base) }, base);
  const found = await investigateChange({
    source,
    base,
    revision,
    words: await said,
    earlier: earlierOf(request, commit, asked),
    ...asked.input,
  });
  return { source, base, asked, found };
}

/** The code of other packages is in no digest of this build. */
function earlierOf({ reports, packages = [], today }: AuditRequest, commit: string, { input, weighing }: WhatIsAsked) {
  if (!reports || packages.length > 0) return undefined;
  const rules = input.rules.map(({ id }) => id);
  return baseMemory(reports, { commit, config: weighing.config.written ?? null, rules, today });
}

type WhatIsAsked = Awaited<ReturnType<typeof whatIsAsked>>;

export const sourceOptions = ({ untracked, revision, staged }: SourceRequest): OpenSourceOptions => ({
  ...(untracked === undefined ? {} : { untracked }),
  ...(revision === undefined ? {} : { revision }),
  ...(staged === undefined ? {} : { staged }),
});

/** The rules, and how they are asked, by the command line and by the configuration that the source shows. */
async function whatIsAsked(request: AuditRequest, source: RepositorySource) {
  const { path, only, stage, untracked, version, today } = request;
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
  return {
    input: {
      rules,
      profile: (inventory: Inventory, tree: Tree) => withAnswers(profileOf(inventory, tree), config.answers),
      vocabulary: config.vocabulary,
      choices: config.choices,
      ...(request.cache && { cache: request.cache }),
      conduct: conductOf(config, today),
    },
    settling: {
      tool: { name: 'shipworthy', version },
      preset,
      settings: { only: only ?? [], stage: stage ?? null, untracked: untracked ?? false },
      locateEvidence: request.locateEvidence,
    },
    weighing: {
      config,
      rules,
      known: request.rules.map(({ id }) => id),
      named: (only ?? []).length > 0,
      today,
      baseline: await readBaseline(readOfTree({ path, source, ofDisk: request.ofDisk })),
    },
  };
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
