import type { ContractChange } from '@shipworthy/model';

/**
 * What is claimed of buf's breaking rules, and how much each weighs. Breaking is what the other side cannot read on the wire
 * or in JSON, and what code generated anew no longer has. Risky is what concerns one language or only some data, and what
 * breaks nothing before somebody takes the freed number or name.
 */
export const CHECKS = {
  ENUM_NO_DELETE: 'breaking',
  EXTENSION_NO_DELETE: 'breaking',
  MESSAGE_NO_DELETE: 'breaking',
  SERVICE_NO_DELETE: 'breaking',

  ENUM_SAME_JSON_FORMAT: 'breaking',
  ENUM_SAME_TYPE: 'breaking',
  ENUM_VALUE_NO_DELETE: 'risky',
  ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED: 'risky',
  ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED: 'breaking',
  ENUM_VALUE_SAME_NAME: 'breaking',
  RESERVED_ENUM_NO_DELETE: 'risky',

  EXTENSION_MESSAGE_NO_DELETE: 'breaking',
  FIELD_NO_DELETE: 'risky',
  FIELD_NO_DELETE_UNLESS_NAME_RESERVED: 'risky',
  FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED: 'breaking',
  MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR: 'risky',
  MESSAGE_SAME_JSON_FORMAT: 'breaking',
  MESSAGE_SAME_REQUIRED_FIELDS: 'breaking',
  ONEOF_NO_DELETE: 'breaking',
  RESERVED_MESSAGE_NO_DELETE: 'risky',

  FIELD_SAME_CARDINALITY: 'breaking',
  FIELD_SAME_CPP_STRING_TYPE: 'risky',
  FIELD_SAME_DEFAULT: 'breaking',
  FIELD_SAME_JAVA_UTF8_VALIDATION: 'risky',
  FIELD_SAME_JSON_NAME: 'breaking',
  FIELD_SAME_JSTYPE: 'risky',
  FIELD_SAME_NAME: 'breaking',
  FIELD_SAME_ONEOF: 'breaking',
  FIELD_SAME_TYPE: 'breaking',
  FIELD_SAME_UTF8_VALIDATION: 'risky',

  RPC_NO_DELETE: 'breaking',
  RPC_SAME_CLIENT_STREAMING: 'breaking',
  RPC_SAME_IDEMPOTENCY_LEVEL: 'risky',
  RPC_SAME_REQUEST_TYPE: 'breaking',
  RPC_SAME_RESPONSE_TYPE: 'breaking',
  RPC_SAME_SERVER_STREAMING: 'breaking',

  FILE_SAME_PACKAGE: 'breaking',
  /** What the syntax changes of fields and enums is told for itself. */
  FILE_SAME_SYNTAX: 'risky',
  FILE_SAME_CC_ENABLE_ARENAS: 'risky',
  FILE_SAME_CC_GENERIC_SERVICES: 'risky',
  FILE_SAME_CSHARP_NAMESPACE: 'risky',
  FILE_SAME_GO_PACKAGE: 'risky',
  FILE_SAME_JAVA_GENERIC_SERVICES: 'risky',
  FILE_SAME_JAVA_MULTIPLE_FILES: 'risky',
  FILE_SAME_JAVA_OUTER_CLASSNAME: 'risky',
  FILE_SAME_JAVA_PACKAGE: 'risky',
  FILE_SAME_OBJC_CLASS_PREFIX: 'risky',
  FILE_SAME_OPTIMIZE_FOR: 'risky',
  FILE_SAME_PHP_CLASS_PREFIX: 'risky',
  FILE_SAME_PHP_METADATA_NAMESPACE: 'risky',
  FILE_SAME_PHP_NAMESPACE: 'risky',
  FILE_SAME_PY_GENERIC_SERVICES: 'risky',
  FILE_SAME_RUBY_PACKAGE: 'risky',
  FILE_SAME_SWIFT_PREFIX: 'risky',
} as const satisfies Readonly<Record<string, ContractChange['level']>>;

export type ProtobufCheck = keyof typeof CHECKS;

type Found = Omit<ContractChange, 'check' | 'level' | 'at' | 'path'> & {
  readonly at?: ContractChange['at'] | undefined;
};

/** Takes what is found, in any order. */
export class Report {
  readonly changes: ContractChange[];
  readonly #path: string | undefined;

  private constructor(changes: ContractChange[], path: string | undefined) {
    this.changes = changes;
    this.#path = path;
  }

  static empty(): Report {
    return new Report([], undefined);
  }

  /** The same report for what stands in another file. */
  in(path: string): Report {
    return new Report(this.changes, path);
  }

  /** @param level where this case of the check weighs other than most */
  add(check: ProtobufCheck, { at, ...change }: Found, level: ContractChange['level'] = CHECKS[check]): void {
    const path = this.#path;
    this.changes.push({ check, level, ...change, ...(at ? { at } : {}), ...(path === undefined ? {} : { path }) });
  }
}
