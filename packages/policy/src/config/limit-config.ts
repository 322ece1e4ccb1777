import { CRITICALITIES, type Criticality, PRESETS, type Preset, SEVERITIES } from '@shipworthy/model';
import type { Rule } from '@shipworthy/rule-kit';
import { namesRule } from '../rule-names.ts';
import type { Config, Exemption, RuleSetting } from './config.ts';
import type { RawConfig } from './raw.ts';

/** Keys of a configuration by which less may be asked, and `preset` for the one that `extends` names. */
export const LIMITED_KEYS = [
  'preset',
  'criticality',
  'rules',
  'overrides',
  'ignore',
  'pathClasses',
  'archetype',
  'rubric',
  'exemptions',
  'evidence',
] as const;
export type LimitedKey = (typeof LIMITED_KEYS)[number];

/** What holds for a repository whatever its own configuration says. */
export interface HouseLimits {
  readonly preset?: Preset;
  readonly criticality?: Criticality;
  /** Keys by which a repository may ask less of itself. */
  readonly free: readonly LimitedKey[];
  /** An exemption beyond them does not count. */
  readonly exemptions: {
    /** From today to the last day it holds. */
    readonly days?: number;
    /** In one repository; the first ones count. */
    readonly most?: number;
    /** Rule ids or `artifact/*` that cannot be exempted. */
    readonly never: readonly string[];
  };
}

export interface LimitedConfig {
  readonly config: Config;
  /** What of the repository's own configuration does not count, in clauses. */
  readonly refused: readonly string[];
}

interface Around {
  readonly rules: readonly Rule[];
  /** `2026-12-31` */
  readonly today: string;
}

/**
 * A repository's configuration within what its organisation allows: what asks more counts always, what asks less only by keys
 * that are free. Whether a rule's settings ask less cannot be told: they count only where their key is free.
 */
export function limitConfig(config: Config, house: HouseLimits, around: Around): LimitedConfig {
  const refused: string[] = [];
  const isFree = (key: LimitedKey): boolean => house.free.includes(key);
  const refuse = (key: LimitedKey, isThere: boolean): boolean => {
    if (isFree(key) || !isThere) return false;
    refused.push(`its ${key} does not count`);
    return true;
  };
  const layers = (config.written ?? []) as readonly RawConfig[];
  const has = (key: 'ignore' | 'pathClasses' | 'rubric'): boolean => layers.some((raw) => hasEntries(raw[key]));
  const higher = <T extends string>(
    key: 'preset' | 'criticality',
    order: readonly T[],
    own: T | undefined,
    of: T | undefined,
  ): T | undefined => {
    if (own === undefined || of === undefined) return own ?? of;
    if (isFree(key) || order.indexOf(own) >= order.indexOf(of)) return own;
    refused.push(`its ${key} ${own} does not count: ${of} holds`);
    return of;
  };
  const preset = higher('preset', PRESETS, config.preset, house.preset);
  const criticality = higher('criticality', CRITICALITIES, config.criticality, house.criticality);
  const stricter = (key: 'rules' | 'overrides', settings: readonly RuleSetting[]): readonly RuleSetting[] =>
    isFree(key) ? settings : settings.flatMap((setting) => notLaxer(setting, key, around.rules, refused));
  const { archetypes, criticality: _, rubric, ...answers } = config.answers;
  const noArchetype = refuse('archetype', archetypes !== undefined);
  const noClasses = refuse('pathClasses', has('pathClasses'));
  const noIgnore = refuse('ignore', has('ignore'));
  const { choices } = config;
  const limited: Config = {
    ...config,
    ...(preset === undefined ? {} : { preset }),
    ...(criticality === undefined ? {} : { criticality }),
    rules: stricter('rules', config.rules),
    overrides: config.overrides.map((each) => ({ ...each, rules: stricter('overrides', each.rules) })),
    answers: {
      ...answers,
      ...(archetypes === undefined || noArchetype ? {} : { archetypes }),
      ...(criticality === undefined ? {} : { criticality }),
      rubric: refuse('rubric', has('rubric')) ? {} : rubric,
    },
    choices: {
      kindsOf: choices.kindsOf,
      ignores: noIgnore ? () => false : choices.ignores,
      classOf: noClasses ? (path) => (choices.kindsOf(path).length > 0 ? 'authored' : undefined) : choices.classOf,
    },
    evidence: refuse('evidence', config.evidence.length > 0) ? [] : config.evidence,
    exemptions: refuse('exemptions', config.exemptions.length > 0)
      ? []
      : withinCaps(config.exemptions, house.exemptions, around, refused),
    written: [...layers, { house }],
  };
  return { config: limited, refused: [...new Set(refused)] };
}

const hasEntries = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Object.keys(value).length > 0);

const RANKS = [...SEVERITIES, 'off'] as const;

/** The setting for those of its rules for which it asks no less than the rule by itself. */
function notLaxer(
  { name, severity, options }: RuleSetting,
  key: 'rules' | 'overrides',
  rules: readonly Rule[],
  refused: string[],
): RuleSetting[] {
  if (Object.keys(options).length > 0) refused.push(`settings of ${name} in its ${key} do not count`);
  if (severity === undefined) return [];
  const named = rules.filter(({ id }) => namesRule(name, id));
  const kept = named.filter((rule) => RANKS.indexOf(severity) <= RANKS.indexOf(rule.severity));
  if (kept.length < named.length) refused.push(`${name}: ${severity} in its ${key} does not count`);
  return kept.map(({ id }) => ({ name: id, severity, options: {} }));
}

const DAY = 86_400_000;

function withinCaps(
  exemptions: readonly Exemption[],
  { days, most, never }: HouseLimits['exemptions'],
  { rules, today }: Around,
  refused: string[],
): readonly Exemption[] {
  const kept = exemptions.filter(({ rule, expires }) => {
    const forbidden = rules.find(({ id }) => namesRule(rule, id) && never.some((name) => namesRule(name, id)));
    if (forbidden) refused.push(`its exemption from ${rule} does not count: ${forbidden.id} cannot be exempted`);
    const long = days !== undefined && (Date.parse(expires) - Date.parse(today)) / DAY > days;
    if (long) refused.push(`its exemption from ${rule} until ${expires} does not count: the longest are ${days} days`);
    return !forbidden && !long;
  });
  if (most === undefined || kept.length <= most) return kept;
  refused.push(`${kept.length - most} of its exemptions do not count: ${most} are allowed`);
  return kept.slice(0, most);
}
