import type { ProtoOption } from '../../protobuf/descriptors.ts';

/** Features of editions that decide what a definition means; what older syntaxes mean is told in the same words. */
export type Feature =
  | 'field_presence'
  | 'enum_type'
  | 'utf8_validation'
  | 'message_encoding'
  | 'json_format'
  | '(pb.cpp).string_type'
  | '(pb.java).utf8_validation';

type Defaults = Readonly<Record<Feature, string>>;

const EDITION: Defaults = {
  field_presence: 'EXPLICIT',
  enum_type: 'OPEN',
  utf8_validation: 'VERIFY',
  message_encoding: 'LENGTH_PREFIXED',
  json_format: 'ALLOW',
  '(pb.cpp).string_type': 'STRING',
  '(pb.java).utf8_validation': 'DEFAULT',
};
/** https://protobuf.dev/editions/features/ */
const DEFAULTS: Readonly<Record<string, Defaults>> = {
  proto2: { ...EDITION, enum_type: 'CLOSED', utf8_validation: 'NONE', json_format: 'LEGACY_BEST_EFFORT' },
  proto3: { ...EDITION, field_presence: 'IMPLICIT' },
  '2023': EDITION,
  '2024': { ...EDITION, '(pb.cpp).string_type': 'VIEW' },
};

/** The value of an option; undefined where it is not set. */
export function optionOf(options: readonly ProtoOption[], name: string): string | undefined {
  return options.find((option) => option.name === name)?.value;
}

/**
 * The value of a feature.
 * @param syntax as the file names it; none is proto2
 * @param levels options of the definition and of all that hold it, innermost first, the file's last
 */
export function featureOf(feature: Feature, syntax: string, levels: readonly (readonly ProtoOption[])[]): string {
  for (const options of levels) {
    const value = optionOf(options, `features.${feature}`) ?? inBraces(optionOf(options, 'features'), feature);
    if (value !== undefined) return value;
  }
  return (DEFAULTS[syntax === '' ? 'proto2' : syntax] ?? EDITION)[feature];
}

/** `features = { field_presence: IMPLICIT }`, whose tokens stand apart. */
function inBraces(value: string | undefined, feature: Feature): string | undefined {
  const words = value?.split(' ') ?? [];
  const place = words.indexOf(feature);
  return place < 0 ? undefined : words[place + (words[place + 1] === ':' ? 2 : 1)];
}
