import type { ProtoField } from '../../protobuf/descriptors.ts';
import { type Feature, optionOf } from './features.ts';
import type { Side } from './side.ts';
import type { ProtoType } from './type-names.ts';

/** A field of one side, with what it stands in. */
export interface FieldUse {
  readonly side: Side;
  readonly field: ProtoField;
  /** Dotted name of the message it is defined in; '' for extensions of a file. */
  readonly scope: string;
  readonly extension: boolean;
}

/** What a field holds; `delimited` messages have marks at both ends on the wire, as groups do. */
export function fieldType(use: FieldUse): ProtoType & { readonly delimited: boolean } {
  const { side, field, scope } = use;
  if (field.type === 'group') {
    const type = side.names.typeOf(field.name, scope);
    return { ...type, delimited: true };
  }
  const type = side.names.typeOf(field.type, scope);
  return { ...type, delimited: type.kind === 'message' && fieldFeature(use, 'message_encoding') === 'DELIMITED' };
}

/** How often a field can stand in a message; undefined where that hangs on a type that cannot be seen. */
export function presenceOf(use: FieldUse): string | undefined {
  const { field, extension } = use;
  if (field.map) return 'map';
  if (field.label === 'repeated') return 'repeated';
  const presence = fieldFeature(use, 'field_presence');
  if (field.label === 'required' || presence === 'LEGACY_REQUIRED') return 'required';
  const explicit = field.label === 'optional' || field.oneof !== undefined || extension || presence === 'EXPLICIT';
  const { kind } = fieldType(use);
  if (explicit || kind === 'message') return 'optional with presence';
  return kind === 'unknown' ? undefined : 'optional without presence';
}

/** The message of a group has the name, the field has it in small letters. */
export const fieldName = ({ type, name }: ProtoField): string => (type === 'group' ? name.toLowerCase() : name);

/** `createdAt` of `created_at`, if nothing else is said. */
export function jsonNameOf(field: ProtoField): string {
  const capitals = (_: string, letter: string) => letter.toUpperCase();
  return optionOf(field.options, 'json_name') ?? fieldName(field).replace(/_+([A-Za-z0-9]?)/g, capitals);
}

export function fieldFeature({ side, field, scope }: FieldUse, feature: Feature): string {
  const oneof = side.messages.get(scope)?.oneofs.find(({ name }) => name === field.oneof);
  return side.feature(feature, [field.options, ...(oneof ? [oneof.options] : [])], scope);
}

export function javaUtf8Validation(use: FieldUse): string {
  const { syntax, file } = use.side;
  const checked = optionOf(file.options, 'java_string_check_utf8');
  const standard = fieldFeature(use, 'utf8_validation');
  if (syntax.startsWith('proto') || checked !== undefined) return checked === 'true' ? 'VERIFY' : standard;
  return fieldFeature(use, '(pb.java).utf8_validation') === 'VERIFY' ? 'VERIFY' : standard;
}

/** Older than the feature of editions is the option `ctype`, which the first edition still has. */
export function cppStringType(use: FieldUse): string {
  const written = optionOf(use.field.options, 'ctype');
  if (written !== undefined && use.side.syntax !== '2024') return written;
  return fieldFeature(use, '(pb.cpp).string_type');
}
