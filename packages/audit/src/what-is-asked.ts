import type { Conduct } from '@shipworthy/engine';
import type { Inventory, Preset, RepositorySource, Tree } from '@shipworthy/model';
import {
  type Config,
  optionSetting,
  profileAsked,
  profileOf,
  readBaseline,
  type Selection,
  selectRules,
  sensitiveAreas,
  UnknownRuleError,
} from '@shipworthy/policy';
import type { Rule } from '@shipworthy/rule-kit';
import { configuration, readOfTree } from './configuration.ts';
import type { AuditRequest } from './request.ts';
import { unknownRule } from './unknown-rule.ts';

/** Asked when neither the command line nor the configuration names a preset. */
const DEFAULT_PRESET: Preset = 'recommended';

export type WhatIsAsked = Awaited<ReturnType<typeof whatIsAsked>>;

/** The rules, and how they are asked, by the command line and by the configuration that the source shows. */
export async function whatIsAsked(request: AuditRequest, source: RepositorySource) {
  const { path, only, stage, untracked, version, today } = request;
  const written = await configuration({
    path,
    source,
    rules: request.rules,
    config: request.config,
    today,
    ofDisk: request.ofDisk,
  });
  const config = request.house ? request.house(written) : written;
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
      profile: (inventory: Inventory, tree: Tree) => profileAsked(profileOf(inventory, tree), config, preset),
      vocabulary: config.vocabulary,
      choices: config.choices,
      ...(request.cache && { cache: request.cache }),
      ...(request.blobs && { blobs: request.blobs }),
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
