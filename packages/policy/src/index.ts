export { fingerprint, sha256 } from './fingerprint.ts';
export { locator } from './line-map.ts';
export { profileOf } from './profile.ts';
export { type Selection, selectRules, UnknownRuleError } from './select-rules.ts';
export { type SettleInput, settle } from './settle.ts';
