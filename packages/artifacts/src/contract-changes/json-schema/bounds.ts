import type { Span } from '@shipworthy/model';
import { asNumber, flagOf } from './atoms.ts';
import type { Conjunction } from './conjunction.ts';

/** A bound of numbers. */
export interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
  readonly at: Span | undefined;
}

export type Side = 'lower' | 'upper';

/** The narrowest of what the schemas say. */
export function boundOf(schema: Conjunction, side: Side): Bound | undefined {
  const [inclusive, exclusive] = side === 'lower' ? ['minimum', 'exclusiveMinimum'] : ['maximum', 'exclusiveMaximum'];
  const bounds = schema.parts.flatMap((part): Bound[] => {
    const limit = asNumber(part.get(inclusive));
    const beyond = part.get(exclusive);
    const strict = asNumber(beyond);
    return [
      // Draft 4 says it with a flag beside the limit.
      ...(limit === undefined
        ? []
        : [{ value: limit, exclusive: flagOf(beyond) === true, at: part.entry(inclusive)?.keySpan }]),
      ...(strict === undefined ? [] : [{ value: strict, exclusive: true, at: part.entry(exclusive)?.keySpan }]),
    ];
  });
  if (bounds.length === 0) return undefined;
  const whole = !schema.atoms().has('fraction');
  return bounds
    .map((bound) => (whole ? toWhole(bound, side) : bound))
    .reduce((narrowest, bound) => (isNarrower(bound, narrowest, side) ? bound : narrowest));
}

/** `more than 0` of whole numbers is `at least 1`. */
function toWhole({ value, exclusive, at }: Bound, side: Side): Bound {
  const step = exclusive && Number.isInteger(value) ? 1 : 0;
  return { value: side === 'lower' ? Math.ceil(value) + step : Math.floor(value) - step, exclusive: false, at };
}

/** Does the bound leave less than the other? */
export function isNarrower(bound: Bound, other: Bound | undefined, side: Side): boolean {
  if (!other) return true;
  if (bound.value === other.value) return bound.exclusive && !other.exclusive;
  return side === 'lower' ? bound.value > other.value : bound.value < other.value;
}

export function isBeyond(value: number, bound: Bound, side: Side): boolean {
  if (value === bound.value) return bound.exclusive;
  return side === 'lower' ? value < bound.value : value > bound.value;
}
