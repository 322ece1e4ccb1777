export { BASELINE_NAME, type Baseline } from './baseline/baseline.ts';
export { grown, pruned } from './baseline/change-baseline.ts';
export { readBaseline } from './baseline/read-baseline.ts';
export { baselineOf, writeBaseline } from './baseline/write-baseline.ts';
export { type SettleChangeInput, settleChange } from './compare/settle-change.ts';
export { profileAsked, withAnswers } from './config/answered-profile.ts';
export type { Config } from './config/config.ts';
export {
  type ConfigText,
  configText,
  MAX_CONFIG_BYTES,
  type ReadConfigText,
  textsOfSource,
} from './config/config-text.ts';
export { ConfigError, type ConfigFault } from './config/fault.ts';
export { type HouseLimits, LIMITED_KEYS, type LimitedConfig, limitConfig } from './config/limit-config.ts';
export { CONFIG_NAMES, type LoadConfigInput, loadConfig, NO_CONFIG } from './config/load.ts';
export { optionSetting } from './config/option-setting.ts';
export { sensitiveAreas } from './config/sensitive-areas.ts';
export type { ParseConfig } from './config/tree.ts';
export { fingerprint, sha256 } from './fingerprint.ts';
export { locator } from './line-map.ts';
export { namerOf } from './profile/component-names.ts';
export { profileOf } from './profile/index.ts';
export { deliveryOf, rubricWith, signalsOf, verdictOf } from './profile/verdict.ts';
export { nearestRules } from './rule-names.ts';
export { type Selection, selectRules, UnknownRuleError } from './select-rules.ts';
export { type SettleInput, settle } from './settle.ts';
export type { SettledSubjects } from './weigh/settled.ts';
export type { Weighing } from './weigh/weigh-all.ts';
