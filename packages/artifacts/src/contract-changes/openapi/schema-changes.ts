import type { Report } from './report.ts';
import { isComposed, type Schema } from './schema.ts';
import type { Below, SchemaDiff, SchemaEvent } from './schema-diff.ts';
import { isStronglyTyped, typeChange } from './type-change.ts';
import { listed, spoken } from './wording.ts';

/** Steps taken through differing schemas, all operations together, before those met already are passed over. */
const MAX_STEPS = 150_000;

export type SchemaPlace = 'request-body' | 'request-parameter' | 'response-body' | 'response-header';

/** Where in the description the two schemas stand. */
export interface SchemaContext {
  readonly place: SchemaPlace;
  /** `GET /orders` */
  readonly about: string;
  /** Behind the name of the thing: `of GET /orders (200)`. */
  readonly where: string;
  /** What the schema as a whole is called: `the request body`, `the query parameter page`. */
  readonly whole: string;
  /** Empty for parameters and headers. */
  readonly mediaType: string;
  /** A parameter that travels as a header. */
  readonly header?: true;
  /** A parameter that both sides may leave out. */
  readonly optional?: true;
  /** This parameter takes a list where it took one value, and one value is a list of one. */
  readonly takesOneAsList?: true;
}

/** What differing schemas mean for those who send or receive what they describe. */
export class SchemaChanges {
  readonly #report: Report;
  readonly #roots: { readonly root: SchemaDiff; readonly context: SchemaContext }[] = [];

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes a pair of schemas to be reported on. */
  add(root: SchemaDiff, context: SchemaContext): void {
    this.#roots.push({ root, context });
  }

  /**
   * Reports on all that were taken, going only where something differs.
   * @param differing what `SchemaComparer.differing` says when all is compared
   */
  finish(differing: ReadonlySet<SchemaDiff>): void {
    const met = new Map<string, Set<SchemaDiff>>();
    let steps = 0;
    for (const { root, context } of this.#roots) {
      if (!differing.has(root)) continue;
      const seen = new Set<SchemaDiff>([root]);
      const metHere = met.get(askedOf(context)) ?? new Set();
      met.set(askedOf(context), metHere);
      // Breadth first: what is reached in several ways is named by the shortest.
      const open: Visit[] = [{ diff: root, path: '', context }];
      for (const visit of open) {
        const { diff, path } = visit;
        steps++;
        for (const event of diff.events) this.#event(event, visit);
        for (const below of diff.below) {
          if (seen.has(below.diff) || !differing.has(below.diff) || isHidden(below.diff, context.place)) continue;
          if (steps > MAX_STEPS && metHere.has(below.diff)) {
            this.#report.countNoMore();
            continue;
          }
          seen.add(below.diff);
          metHere.add(below.diff);
          open.push({ diff: below.diff, path: path + below.step, context, from: diff, below });
        }
      }
    }
  }

  #event(event: SchemaEvent, visit: Visit): void {
    for (const check of checksOf(event, visit)) {
      const { diff, context } = visit;
      if (spoken(check, event, diff))
        this.#report.add({
          check,
          what: (names) => sentence(check, { ...event, names }, visit),
          about: context.about,
          at: event.at,
          file: diff.after.file,
          key: diff,
          clarifies: event.event === 'type' && isRequest(context.place) && clarifies(diff),
          ...(event.names ? { names: event.names } : {}),
        });
    }
  }
}

/** A type where there was none, or a format for the texts that were sent: the server may have asked for it all along. */
const clarifies = ({ before, after }: SchemaDiff): boolean =>
  before.types.length === 0
    ? !isComposed(before)
    : before.format === '' && before.types.join() === after.types.join() && after.types.join() === 'string';

interface Visit {
  readonly diff: SchemaDiff;
  /** `.lines[].total`; empty at the root. */
  readonly path: string;
  readonly context: SchemaContext;
  readonly from?: SchemaDiff;
  readonly below?: Below;
}

const isRequest = (place: SchemaPlace): boolean => place === 'request-body' || place === 'request-parameter';

/** The same for all places where the same checks apply. */
const askedOf = ({ place, mediaType, header }: SchemaContext): string =>
  `${place} ${isStronglyTyped(mediaType)} ${header === true}`;

/** What only the other side sends is no part of what this side sends. */
const isHidden = ({ before, after }: SchemaDiff, place: SchemaPlace): boolean =>
  isRequest(place) ? after.readOnly && before.readOnly : after.writeOnly && before.writeOnly;

const BELOW: Readonly<Record<SchemaPlace, string>> = {
  'request-body': 'request-property',
  'request-parameter': 'request-parameter-property',
  'response-body': 'response-property',
  'response-header': 'response-header-property',
};

/** The checks an event falls under, by the place it happened in. Those that are not claimed are sorted out later. */
function checksOf(event: SchemaEvent, visit: Visit): readonly string[] {
  const { diff, context, below } = visit;
  const { place } = context;
  const prefix = below ? BELOW[place] : place;
  switch (event.event) {
    case 'type':
      return typeChecks(visit, prefix);
    case 'property-removed':
    case 'property-added':
    case 'property-became-required':
    case 'property-became-optional':
      return propertyChecks(event, visit);
    case 'became-enum':
      return below && context.header ? ['request-header-property-became-enum'] : [`${prefix}-became-enum`];
    case 'max-items-decreased':
      // Lists of lists: oasdiff knows no check of its own for the inner ones.
      return place === 'request-parameter' ? ['request-parameter-max-items-decreased'] : [`${prefix}-${event.event}`];
    case 'default-value-added':
    case 'default-value-changed':
    case 'default-value-removed':
      return context.optional && !below ? [`${prefix}-${event.event}`] : [];
    case 'wrapped-in-one-of':
      return below ? [`${prefix}-one-of-added`] : [`${prefix}-wrapped-in-one-of`];
    case 'became-not-write-only': {
      const isRequired = below?.property !== undefined && visit.from?.before.required.has(below.property) === true;
      return place === 'response-body' && isRequired ? ['response-required-property-became-not-write-only'] : [];
    }
    default:
      return isRequest(place) && below && diff.after.readOnly ? [] : [`${prefix}-${event.event}`];
  }
}

function typeChecks({ diff, context, below }: Visit, prefix: string): readonly string[] {
  const { place, mediaType } = context;
  const { before, after } = diff;
  const strong = isStronglyTyped(mediaType);
  if (place === 'request-parameter') {
    if (!below && context.takesOneAsList) return [];
    const change = typeChange(below ? 'parameter-property' : 'parameter', before, after, strong);
    return change ? [`${prefix}-${change}`] : [];
  }
  if (below && place === 'request-body' && after.readOnly) return [];
  const change = typeChange(place === 'request-body' ? 'request' : 'response', before, after, strong);
  return change ? [`${prefix}-${change}`] : [];
}

function propertyChecks({ event, names = [], property }: SchemaEvent, { diff, context }: Visit): readonly string[] {
  const { place, header } = context;
  const was = property?.before;
  const is = property?.after;
  const isRequired = (schema: Schema) => names.some((name) => schema.required.has(name));
  const suffix = is?.default === undefined ? '' : '-with-default';
  switch (event) {
    case 'property-removed':
      if (place === 'request-body') return was?.readOnly ? [] : ['request-property-removed'];
      if (place !== 'response-body' || was?.writeOnly) return [];
      return [isRequired(diff.before) ? 'response-required-property-removed' : 'response-optional-property-removed'];
    case 'property-added':
      if (is?.readOnly || !isRequired(diff.after)) return [];
      if (place === 'request-body') return [`new-required-request-property${suffix}`];
      return header ? ['new-required-request-header-property'] : [];
    case 'property-became-required':
      if (is?.readOnly) return [];
      if (place === 'request-body') return [`request-property-became-required${suffix}`];
      return header ? ['request-header-property-became-required'] : [];
    default:
      return place === 'response-body' && !was?.writeOnly && !is?.writeOnly
        ? ['response-property-became-optional']
        : [];
  }
}

/** One clause: what is said, of which part of which thing. */
function sentence(check: string, event: SchemaEvent, { diff, path, context }: Visit): string {
  const says = spoken(check, event, diff);
  if (!says) return check;
  const { names = [] } = event;
  const holder = path.replace(/^\./, '');
  if (says.ofProperty) {
    const [only] = names;
    const several = names.length > 1;
    const part = several || only === undefined ? listed(names) : `${path}.${only}`.replace(/^\./, '');
    const inside = several && holder !== '' ? ` in ${holder}` : '';
    return `${says.lead}${partOf(part, context, several)}${inside} ${context.where} ${several ? (says.plural ?? says.verb) : says.verb}`;
  }
  return `${says.lead}${holder === '' ? context.whole : partOf(holder, context, false)} ${context.where} ${says.verb}`;
}

function partOf(part: string, { place, whole }: SchemaContext, several: boolean): string {
  if (part === '[]' || part === '*') return `each ${part === '*' ? 'value' : 'item'} of ${whole}`;
  const noun = several ? 'properties' : 'property';
  if (place === 'request-body') return `the request ${noun} ${part}`;
  return place === 'response-body' ? `the response ${noun} ${part}` : `${part} in ${whole}`;
}
