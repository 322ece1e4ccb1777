import type { Schema } from './schema.ts';

/** Where a schema stands decides how its types may change. */
export type TypePlace = 'request' | 'parameter' | 'parameter-property' | 'response';

/**
 * What a change of type or format is called where it matters, after the check ids of oasdiff; undefined where it only allows
 * more of what is sent, or promises more of what is returned.
 * @param strong numbers and texts are told apart, as in JSON
 */
export function typeChange(place: TypePlace, before: Schema, after: Schema, strong: boolean): string | undefined {
  switch (place) {
    case 'request':
      return isNarrowed(before, after, strong) ? 'type-changed' : undefined;
    case 'parameter':
      return isNarrowedText(before, after, false) ? 'type-changed' : undefined;
    case 'parameter-property': {
      // An object may travel as JSON or spread over the query, where all is text.
      const asJson = isNarrowedText(before, after, true);
      const asText = isNarrowedText(before, after, false);
      if (asJson !== asText) return 'type-changed';
      return asJson ? 'type-specialized' : undefined;
    }
    default:
      if (!isNarrowed(after, before, strong)) return undefined;
      return hasOtherTypes(before, after) && covers(after.types, before.types) ? 'type-generalized' : 'type-changed';
  }
}

/** Does `to` take less than `from`? */
function isNarrowed(from: Schema, to: Schema, strong: boolean): boolean {
  const typesDiffer = hasOtherTypes(from, to);
  const widened = typesDiffer && covers(to.types, from.types);
  if (typesDiffer && !widened && to.types.length === 0) return false;
  return (typesDiffer && !widened && !typesFit(from, to, strong)) || !formatFits(from, to);
}

const isNarrowedText = (from: Schema, to: Schema, strong: boolean): boolean =>
  (hasOtherTypes(from, to) && !covers(to.types, from.types) && !typesFit(from, to, strong)) || !formatFits(from, to);

const hasOtherTypes = (before: Schema, after: Schema): boolean =>
  before.types.length !== after.types.length || before.types.some((type) => !after.types.includes(type));

/** Of what is new and what is gone: is each value of the one a value of the other? */
function typesFit(from: Schema, to: Schema, strong: boolean): boolean {
  const gone = from.types.filter((type) => !to.types.includes(type));
  const added = to.types.filter((type) => !from.types.includes(type));
  const [one, second] = added;
  const [other] = gone;
  if (one !== undefined && other !== undefined && added.length === 1 && gone.length === 1 && isSubtype(other, one))
    return true;
  return !strong && (one === undefined || (second === undefined && one === 'string'));
}

const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
  narrow.length > 0 && narrow.every((type) => wide.some((other) => isSubtype(type, other)));

const isSubtype = (type: string, of: string): boolean => type === of || (type === 'integer' && of === 'number');

/** Formats that take every value of another. */
const WIDER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  number: { double: ['float'] },
  integer: { int64: ['int32'], bigint: ['int32', 'int64'] },
  string: { 'date-time': ['date', 'time'] },
};

function formatFits(from: Schema, to: Schema): boolean {
  if (from.format === to.format || to.format === '') return true;
  const [type, second] = to.types;
  if (type === undefined || second !== undefined) return false;
  return WIDER[type]?.[to.format]?.includes(from.format) === true;
}

const JSON_TYPE = /^application\/json$|\+json$/;

/** In JSON a number is not the text of it; in forms and addresses it is. */
export const isStronglyTyped = (mediaType: string): boolean => JSON_TYPE.test(mediaType);
