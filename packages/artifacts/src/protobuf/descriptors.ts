import type { Span } from '@shipworthy/model';

/** What one `.proto` file defines, as written: names are not resolved and defaults are not filled in. */
export interface ProtoFile {
  /** `proto2`, `proto3`, or the year of an edition; '' where none is named. */
  readonly syntax: string;
  readonly package?: { readonly name: string; readonly at: Span } | undefined;
  readonly imports: readonly { readonly path: string; readonly at: Span; readonly isPublic: boolean }[];
  readonly options: readonly ProtoOption[];
  /** Nested ones too, by dotted name, those that groups define included. */
  readonly messages: readonly ProtoMessage[];
  /** Nested ones too, by dotted name. */
  readonly enums: readonly ProtoEnum[];
  readonly services: readonly ProtoService[];
  readonly extensions: readonly ProtoExtension[];
}

/** `deprecated = true`; the names of custom ones in parentheses: `(acme.role).name`, `features.(pb.cpp).string_type`. */
export interface ProtoOption {
  readonly name: string;
  /** Strings without quotes, of all else the tokens. */
  readonly value: string;
  readonly at: Span;
}

export interface ProtoField {
  readonly name: string;
  readonly at: Span;
  readonly number: number;
  readonly numberAt: Span;
  /** `string`, `.acme.v1.Order`; `map<string, Order>`; `group`, whose message has the name of the field. */
  readonly type: string;
  readonly map?: { readonly key: string; readonly value: string };
  readonly label?: 'optional' | 'required' | 'repeated';
  /** Name of the oneof it is an alternative of. */
  readonly oneof?: string;
  readonly options: readonly ProtoOption[];
}

/** Numbers, both ends included. */
export type NumberRange = readonly [first: number, last: number];

/** Numbers and names that must not be used again. */
export interface ProtoReserved {
  readonly ranges: readonly NumberRange[];
  readonly names: readonly string[];
}

export interface ProtoMessage {
  readonly name: string;
  readonly at: Span;
  readonly fields: readonly ProtoField[];
  readonly oneofs: readonly { readonly name: string; readonly at: Span; readonly options: readonly ProtoOption[] }[];
  readonly reserved: ProtoReserved;
  /** Numbers that extensions may use. */
  readonly extensionRanges: readonly NumberRange[];
  readonly options: readonly ProtoOption[];
}

export interface ProtoEnum {
  readonly name: string;
  readonly at: Span;
  readonly values: readonly { readonly name: string; readonly number: number; readonly at: Span }[];
  readonly reserved: ProtoReserved;
  readonly options: readonly ProtoOption[];
}

export interface ProtoService {
  readonly name: string;
  readonly at: Span;
  readonly methods: readonly ProtoMethod[];
}

export interface ProtoMethod {
  readonly name: string;
  readonly at: Span;
  readonly input: ProtoMethodMessage;
  readonly output: ProtoMethodMessage;
  readonly options: readonly ProtoOption[];
}

export interface ProtoMethodMessage {
  /** As written. */
  readonly type: string;
  readonly at: Span;
  readonly stream: boolean;
}

/** A field that `extend` adds to a message. */
export interface ProtoExtension {
  /** Message it extends, as written. */
  readonly extendee: string;
  /** Dotted name of the message it is defined in; '' for the file. */
  readonly scope: string;
  readonly field: ProtoField;
}
