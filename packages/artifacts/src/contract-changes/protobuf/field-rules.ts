import type { ProtoField } from '../../protobuf/descriptors.ts';
import type { ProtobufCheck, Report } from './checks.ts';
import { defaultOf } from './defaults.ts';
import {
  cppStringType,
  type FieldUse,
  fieldFeature,
  fieldName,
  fieldType,
  javaUtf8Validation,
  jsonNameOf,
  presenceOf,
} from './field-use.ts';
import { isSameType } from './type-names.ts';

const LONG_INTEGERS: ReadonlySet<string> = new Set(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64']);

/** Two versions of the field of one number. */
export function compareField(before: FieldUse, after: FieldUse, report: Report): void {
  const { field: older } = before;
  const { field: newer } = after;
  const kind = after.extension ? 'extension' : 'field';
  const about = `${kind} ${[after.scope, older.name].filter((part) => part !== '').join('.')}`;
  const name = `the ${kind} ${older.name} (${older.number})${after.scope === '' ? '' : ` of message ${after.scope}`}`;
  const add = (check: ProtobufCheck, what: string) =>
    report.add(check, { what: `${name} ${what}`, about, at: newer.at });
  const differ = (check: ProtobufCheck, what: string, was: string | undefined, is: string | undefined) => {
    if (was !== undefined && is !== undefined && was !== is) add(check, `changed its ${what} from ${was} to ${is}`);
  };

  const sameType = isSameFieldType(before, after);
  if (!sameType) differ('FIELD_SAME_TYPE', 'type', describe(before), describe(after, before));
  const [wasPresence, isPresence] = [presenceOf(before), presenceOf(after)];
  // A message in place of a number has presence without anybody's saying: that is told with the type.
  const follows = !sameType && [wasPresence, isPresence].every((presence) => presence?.startsWith('optional'));
  if (!follows) differ('FIELD_SAME_CARDINALITY', 'cardinality', wasPresence, isPresence);
  if (qualifiedName(before) !== qualifiedName(after)) add('FIELD_SAME_NAME', `is called ${qualifiedName(after)} now`);
  else if (!after.extension) differ('FIELD_SAME_JSON_NAME', 'name in JSON', jsonNameOf(older), jsonNameOf(newer));
  compareOneof(older, newer, add);
  const was = defaultOf(before);
  const is = defaultOf(after);
  if (was && is && was.value !== is.value && !(was.isZero && is.isZero))
    differ('FIELD_SAME_DEFAULT', 'default value', was.text, is.text);
  compareStrings(before, after, differ);
}

function isSameFieldType(before: FieldUse, after: FieldUse): boolean {
  const { map: wasMap } = before.field;
  const { map: isMap } = after.field;
  if (!wasMap !== !isMap) return false;
  if (wasMap && isMap)
    return (
      wasMap.key === isMap.key &&
      isSameType(
        before.side.names.typeOf(wasMap.value, before.scope),
        after.side.names.typeOf(isMap.value, after.scope),
      )
    );
  const [was, is] = [fieldType(before), fieldType(after)];
  return isSameType(was, is) && (was.kind !== 'message' || is.kind !== 'message' || was.delimited === is.delimited);
}

/** The type as written; with its package where it would look the same as the other. */
function describe(use: FieldUse, other?: FieldUse): string {
  const { type } = use.field;
  return other?.field.type === type ? `another ${type}` : type;
}

/** Extensions are known by the name of their package too. */
function qualifiedName({ side, field, scope, extension }: FieldUse): string {
  const name = fieldName(field);
  return extension ? [side.packageName, scope, name].filter((part) => part !== '').join('.') : name;
}

function compareOneof(older: ProtoField, newer: ProtoField, add: (check: ProtobufCheck, what: string) => void): void {
  if (older.oneof === newer.oneof) return;
  const from = older.oneof === undefined ? '' : ` out of the oneof ${older.oneof}`;
  const to = newer.oneof === undefined ? '' : ` into the oneof ${newer.oneof}`;
  add('FIELD_SAME_ONEOF', `moved${from}${to}`);
}

type Differ = (check: ProtobufCheck, what: string, was: string | undefined, is: string | undefined) => void;

/** What only texts, bytes and long integers have. */
function compareStrings(before: FieldUse, after: FieldUse, differ: Differ): void {
  const types = [before.field.type, after.field.type];
  if (types.every((type) => type === 'string')) {
    const utf8 = (use: FieldUse) => fieldFeature(use, 'utf8_validation');
    differ('FIELD_SAME_UTF8_VALIDATION', 'validation of UTF-8', utf8(before), utf8(after));
    differ(
      'FIELD_SAME_JAVA_UTF8_VALIDATION',
      'validation of UTF-8 in Java',
      javaUtf8Validation(before),
      javaUtf8Validation(after),
    );
  }
  if (types.every((type) => type === 'string' || type === 'bytes')) {
    const [was, is] = [cppStringType(before), cppStringType(after)];
    if (!(was === 'STRING_PIECE' && is === 'STRING')) differ('FIELD_SAME_CPP_STRING_TYPE', 'type in C++', was, is);
  }
  if (types.every((type) => LONG_INTEGERS.has(type))) {
    const form = ({ field }: FieldUse) =>
      field.options.find((option) => option.name === 'jstype')?.value ?? 'JS_NORMAL';
    differ('FIELD_SAME_JSTYPE', 'type in JavaScript', form(before), form(after));
  }
}
