import type { ProtoFile } from '../../protobuf/descriptors.ts';
import type { ProtobufCheck, Report } from './checks.ts';
import { optionOf } from './features.ts';
import { byName, outer, type Side } from './side.ts';

/** Options of a file by which code is generated, with what they are where nothing is said. */
const FILE_OPTIONS: readonly (readonly [check: ProtobufCheck, option: string, otherwise: string])[] = [
  ['FILE_SAME_CC_ENABLE_ARENAS', 'cc_enable_arenas', 'true'],
  ['FILE_SAME_CC_GENERIC_SERVICES', 'cc_generic_services', 'false'],
  ['FILE_SAME_CSHARP_NAMESPACE', 'csharp_namespace', ''],
  ['FILE_SAME_GO_PACKAGE', 'go_package', ''],
  ['FILE_SAME_JAVA_GENERIC_SERVICES', 'java_generic_services', 'false'],
  ['FILE_SAME_JAVA_MULTIPLE_FILES', 'java_multiple_files', 'false'],
  ['FILE_SAME_JAVA_OUTER_CLASSNAME', 'java_outer_classname', ''],
  ['FILE_SAME_JAVA_PACKAGE', 'java_package', ''],
  ['FILE_SAME_OBJC_CLASS_PREFIX', 'objc_class_prefix', ''],
  ['FILE_SAME_OPTIMIZE_FOR', 'optimize_for', 'SPEED'],
  ['FILE_SAME_PHP_CLASS_PREFIX', 'php_class_prefix', ''],
  ['FILE_SAME_PHP_METADATA_NAMESPACE', 'php_metadata_namespace', ''],
  ['FILE_SAME_PHP_NAMESPACE', 'php_namespace', ''],
  ['FILE_SAME_PY_GENERIC_SERVICES', 'py_generic_services', 'false'],
  ['FILE_SAME_RUBY_PACKAGE', 'ruby_package', ''],
  ['FILE_SAME_SWIFT_PREFIX', 'swift_prefix', ''],
];

/** The package, the syntax and the options of a file. */
export function compareFile(before: Side, after: Side, report: Report): void {
  const about = 'the file';
  const from = (older: string, newer: string) => `from ${quoted(older)} to ${quoted(newer)}`;
  if (before.packageName !== after.packageName)
    report.add('FILE_SAME_PACKAGE', {
      what: `the package changed ${from(before.packageName, after.packageName)}`,
      about: `package ${before.packageName}`.trim(),
      at: after.file.package?.at,
    });
  if (before.syntax !== after.syntax)
    report.add('FILE_SAME_SYNTAX', { what: `the syntax changed ${from(before.syntax, after.syntax)}`, about });
  for (const [check, name, otherwise] of FILE_OPTIONS) {
    const older = optionOf(before.file.options, name) ?? otherwise;
    const newer = optionOf(after.file.options, name) ?? otherwise;
    if (older === newer) continue;
    const at = after.file.options.find((option) => option.name === name)?.at;
    report.add(check, { what: `the option ${name} changed ${from(older, newer)}`, about, at });
  }
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `'${text}'`);

/** Messages, enums, services and extensions that the file no longer defines. What was inside of one that is gone goes unsaid. */
export function compareDefinitions(before: Side, after: Side, report: Report): void {
  const isInside = (name: string) => outer(name) !== '' && !after.messages.has(outer(name));
  const gone = (check: ProtobufCheck, kind: string, name: string, holds: (file: ProtoFile) => boolean, what = '') => {
    const holder = after.holding(holds);
    const about = `${kind} ${name}`;
    // Code in some languages names the file that a definition comes from; the wire does not.
    if (holder)
      report
        .in(holder.path)
        .add(check, { what: `the ${about} is in ${holder.path} now`, about, at: holder.placeOf(kind, name) }, 'risky');
    else report.add(check, { what: `the ${about}${what} is gone`, about, at: after.messages.get(outer(name))?.at });
  };
  const has = (items: readonly { readonly name: string }[], name: string) => items.some((item) => item.name === name);
  for (const name of before.messages.keys())
    if (!after.messages.has(name) && !isInside(name))
      gone('MESSAGE_NO_DELETE', 'message', name, ({ messages }) => has(messages, name));
  for (const name of before.enums.keys())
    if (!after.enums.has(name) && !isInside(name))
      gone('ENUM_NO_DELETE', 'enum', name, ({ enums }) => has(enums, name));
  const services = byName(after.file.services);
  for (const { name } of before.file.services)
    if (!services.has(name)) gone('SERVICE_NO_DELETE', 'service', name, (file) => has(file.services, name));
  const extensions = new Set(after.file.extensions.map(extensionName));
  for (const extension of before.file.extensions) {
    const name = extensionName(extension);
    if (!extensions.has(name) && !isInside(name))
      gone(
        'EXTENSION_NO_DELETE',
        'extension',
        name,
        (file) => file.extensions.some((each) => extensionName(each) === name),
        ` of ${extension.extendee}`,
      );
  }
}

/** Without package: `Order.note`, `note`. */
const extensionName = ({ scope, field }: Side['file']['extensions'][number]): string =>
  scope === '' ? field.name : `${scope}.${field.name}`;
