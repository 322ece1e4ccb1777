import { numberOf } from '../../protobuf/ranges.ts';
import { optionOf } from './features.ts';
import { type FieldUse, fieldType } from './field-use.ts';

/** Written values of floats that are no numbers in other languages. */
const SPECIAL: Readonly<Record<string, number>> = { inf: Number.POSITIVE_INFINITY, '-inf': Number.NEGATIVE_INFINITY };

/** What a reader finds where a field was not sent. */
export interface DefaultValue {
  readonly value: string;
  readonly text: string;
  /** Is it the one that its type has where nothing is said? */
  readonly isZero: boolean;
}

/** Undefined for fields without a default, and where it cannot be seen. */
export function defaultOf(use: FieldUse): DefaultValue | undefined {
  const { field } = use;
  if (field.map || field.label === 'repeated') return undefined;
  const written = optionOf(field.options, 'default');
  const type = fieldType(use);
  if (type.kind === 'enum') {
    const found = type.values?.find(({ name }, index) => (written === undefined ? index === 0 : name === written));
    return found && { value: `${found.number}`, text: written ?? found.name, isZero: found.number === 0 };
  }
  if (type.kind !== 'scalar') return undefined;
  if (type.name === 'string' || type.name === 'bytes')
    return { value: `text ${written ?? ''}`, text: `'${written ?? ''}'`, isZero: (written ?? '') === '' };
  const value = numberValue(written, type.name);
  return { value: `${value}`, text: written ?? (type.name === 'bool' ? 'false' : '0'), isZero: value === 0 };
}

function numberValue(written: string | undefined, type: string): number {
  if (written === undefined || written === 'false') return 0;
  if (written === 'true') return 1;
  const value = SPECIAL[written] ?? (written.startsWith('-') ? -numberOf(written.slice(1)) : numberOf(written));
  // `-0` is `0` to a reader, and a double that became a float keeps the value that both can hold.
  return (type === 'float' || type === 'double' ? Math.fround(value) : value) + 0;
}
