import type { FeatureFlagsFacts, FlagFacts } from '@shipworthy/model';
import { readJson } from '../formats/json/read-json.ts';
import { readYaml, type YamlEntry, type YamlMap, type YamlNode } from '../formats/yaml/index.ts';
import type { RepositoryFile } from '../repository-file.ts';

type Format = FeatureFlagsFacts['format'];
export interface FlagsRead {
  readonly format: Format;
  readonly flags: readonly FlagFacts[];
}

const OWNER = ['owner', 'owners', 'team', 'group', 'maintainer', 'contact', 'owned_by'];
const EXPIRES = ['expires', 'expiry', 'expires_at', 'expiresAt', 'expiry_date', 'expiration', 'expirationDate'];
const EXPIRES_TOO = ['sunset', 'remove_by', 'removeBy', 'remove_after', 'removeAfter', 'remove_in', 'end_date'];
const TYPE = ['kind', 'type', 'lifetime', 'lifecycle'];
/** Words by which registries mark flags that are meant to stay. */
const PERMANENT = /^(?:permanent|ops|operational|kill[-_ ]?switch|entitlement|permission|wip-permanent)$/i;
const RELEASE_SWITCH = /^(?:release|experiment|temporary|development|wip|gitlab_com_derisk)$/i;

/** Switches that break something on purpose stay as long as somebody practises with them. */
const INJECTS_FAULTS =
  /\b(?:simulat\w*|inject\w*|chaos|fail(?:s|ure|ures)?|faults?|triggers? (?:high|full|a|an|memory|garbage)|slow(?:s|down)?|flood\w*|leaks?|unavailable|unreachable|delays?|overloads?|synthetic|load[- ]generator)\b/i;

/** A file of the name of a list of flags; a map of anything could otherwise be one. */
const NAMED =
  /(?:^|\/)(?:[\w.-]*feature[-_]?(?:flags?|toggles?)|flags|toggles|features|[\w.-]+\.flagd)\.(?:ya?ml|json)$/i;
/** One flag a file. */
const ONE_EACH = /(?:^|\/)feature_flags\/(?:[^/]+\/)*[^/]+\.ya?ml$/;

export const namesFlags = (path: string): boolean => NAMED.test(path) || ONE_EACH.test(path);

/** The flags that a file of data declares; undefined when it declares none. */
export function readFlagData(file: RepositoryFile): FlagsRead | undefined {
  const root = /\.json$/i.test(file.path) ? readJson(file).root : readYaml(file).documents[0]?.root;
  if (root?.kind !== 'map') return undefined;
  return (
    readFlagd(root) ??
    readFlipt(root) ??
    readUnleash(root) ??
    readLaunchDarkly(root) ??
    (ONE_EACH.test(file.path) ? readOne(root) : undefined) ??
    (NAMED.test(file.path) ? readPlain(root) : undefined)
  );
}

const mapsOf = (map: YamlMap | undefined): { entry: YamlEntry; value: YamlMap }[] =>
  (map?.entries ?? []).flatMap((entry) => (entry.value.kind === 'map' ? [{ entry, value: entry.value }] : []));

/** flagd and the manifest of OpenFeature's generator share their shape. */
function readFlagd(root: YamlMap): FlagsRead | undefined {
  const flags = mapsOf(root.map('flags'));
  if (flags.length === 0) return undefined;
  if (flags.every(({ value }) => value.has('variants') && (value.has('defaultVariant') || value.has('state'))))
    return { format: 'flagd', flags: flags.map(({ entry, value }) => flagOf(entry, value)) };
  if (flags.every(({ value }) => value.has('flagType') && value.has('defaultValue')))
    return { format: 'openfeature', flags: flags.map(({ entry, value }) => flagOf(entry, value)) };
  return undefined;
}

/** Flipt lists flags with a `key` each. */
function readFlipt(root: YamlMap): FlagsRead | undefined {
  const flags = root.items('flags').flatMap((item) => (item.kind === 'map' && item.has('key') ? [item] : []));
  if (flags.length === 0 || !flags.every((flag) => flag.has('enabled') || flag.has('type') || flag.has('variants')))
    return undefined;
  return { format: 'flipt', flags: flags.flatMap((flag) => named(flag, 'key')) };
}

/** An export of Unleash. */
function readUnleash(root: YamlMap): FlagsRead | undefined {
  const features = root.items('features').flatMap((item) => (item.kind === 'map' ? [item] : []));
  if (features.length === 0 || !features.every((flag) => flag.has('name') && flag.has('strategies'))) return undefined;
  return { format: 'unleash', flags: features.flatMap((flag) => named(flag, 'name')) };
}

/** The file that LaunchDarkly's SDKs read in tests and offline. */
function readLaunchDarkly(root: YamlMap): FlagsRead | undefined {
  const flags = mapsOf(root.map('flags'));
  if (flags.length === 0 || !flags.every(({ value }) => value.has('variations') && value.has('on'))) return undefined;
  return { format: 'launchdarkly', flags: flags.map(({ entry, value }) => flagOf(entry, value)) };
}

/** `name`, `type`, `group`, `default_enabled`: one flag for each file. */
function readOne(root: YamlMap): FlagsRead | undefined {
  if (!root.has('name') || !(root.has('default_enabled') || root.has('introduced_by_url'))) return undefined;
  return { format: 'other', flags: named(root, 'name') };
}

const FIELDS = new Set([
  ...OWNER,
  ...EXPIRES,
  ...EXPIRES_TOO,
  ...['enabled', 'default', 'description', 'state', 'rollout', 'percentage', 'defaultValue', 'default_value', 'on'],
  ...['enabled_by_default', 'actor_type', 'enable_in_development'],
]);

/** A file that is called a list of flags: names with a switch each, or with what is said of them. */
function readPlain(root: YamlMap): FlagsRead | undefined {
  const wrapped = ['flags', 'features', 'feature_flags', 'featureFlags', 'toggles'].map((key) => root.map(key));
  const map = wrapped.find((found) => found !== undefined) ?? root;
  const flags = map.entries.filter(({ value }) => isSwitch(value) || (value.kind === 'map' && saysOfFlag(value)));
  // Most of what stands there must be flags: a configuration has a few switches as well.
  if (flags.length === 0 || flags.length * 2 < map.entries.length) return undefined;
  if (flags.every(({ value }) => value.kind === 'scalar') && flags.length < map.entries.length) return undefined;
  return {
    format: 'other',
    flags: flags.map((entry) => flagOf(entry, entry.value.kind === 'map' ? entry.value : undefined)),
  };
}

const isSwitch = (node: YamlNode): boolean => node.kind === 'scalar' && typeof node.value === 'boolean';
const saysOfFlag = (map: YamlMap): boolean =>
  map.entries.some(({ key, value }) => FIELDS.has(key) && value.kind === 'scalar');

function named(map: YamlMap, key: string): FlagFacts[] {
  const entry = map.entry(key);
  const name = map.text(key);
  return entry && name !== undefined ? [flagOf({ ...entry, key: name, keySpan: entry.value.span }, map)] : [];
}

function flagOf({ key, keySpan }: Pick<YamlEntry, 'key' | 'keySpan'>, value: YamlMap | undefined): FlagFacts {
  const first = (...names: readonly string[]): string | undefined =>
    [value, value?.map('metadata'), value?.map('x-metadata')]
      .flatMap((map) => names.map((name) => map?.text(name)))
      .find((text) => text !== undefined && text.trim() !== '');
  const owner = first(...OWNER) ?? (value?.items('owners').length ? 'a list' : undefined);
  const expires = first(...EXPIRES, ...EXPIRES_TOO);
  const type = first(...TYPE);
  return {
    key,
    at: keySpan,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
    permanent:
      (type !== undefined && PERMANENT.test(type) && !RELEASE_SWITCH.test(type)) ||
      value?.text('permanent') === 'true' ||
      INJECTS_FAULTS.test(first('description') ?? '') ||
      expires === 'never',
  };
}
