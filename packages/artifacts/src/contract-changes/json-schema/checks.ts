import type { ContractChange, Span } from '@shipworthy/model';

/**
 * What is told between two versions of a JSON Schema. Breaking is what refuses documents that were valid; risky is what may
 * refuse some, which no look at the two schemas can decide.
 */
export const CHECKS = {
  'json-schema-type-narrowed': 'breaking',
  'json-schema-enum-added': 'breaking',
  'json-schema-enum-value-removed': 'breaking',
  'json-schema-const-added': 'breaking',
  'json-schema-const-changed': 'breaking',
  'json-schema-never-valid': 'breaking',

  'json-schema-minimum-raised': 'breaking',
  'json-schema-maximum-lowered': 'breaking',
  'json-schema-multiple-of-narrowed': 'breaking',

  'json-schema-min-length-raised': 'breaking',
  'json-schema-max-length-lowered': 'breaking',
  'json-schema-pattern-added': 'breaking',
  'json-schema-pattern-changed': 'risky',
  'json-schema-format-added': 'risky',
  'json-schema-format-changed': 'risky',

  'json-schema-required-added': 'breaking',
  'json-schema-dependent-required-added': 'breaking',
  'json-schema-property-removed': 'breaking',
  'json-schema-additional-properties-closed': 'breaking',
  'json-schema-min-properties-raised': 'breaking',
  'json-schema-max-properties-lowered': 'breaking',

  'json-schema-min-items-raised': 'breaking',
  'json-schema-max-items-lowered': 'breaking',
  'json-schema-items-closed': 'breaking',
  'json-schema-unique-items-added': 'breaking',
  'json-schema-contains-added': 'breaking',

  'json-schema-alternative-removed': 'breaking',
  'json-schema-alternatives-added': 'breaking',
  'json-schema-condition-changed': 'risky',
  'json-schema-reference-changed': 'risky',
} as const satisfies Readonly<Record<string, ContractChange['level']>>;

export type JsonSchemaCheck = keyof typeof CHECKS;

/** A value that a schema describes: how it is reached from the document, and where the newer text speaks of it. */
export interface Place {
  /** `order.items[].price`; '' for the document. */
  readonly path: string;
  readonly at: Span | undefined;
}

export const nameOf = ({ path }: Place): string => (path === '' ? 'the document' : path);

/** Takes what is found; the same thing found on several ways is told once. */
export class Report {
  readonly changes: ContractChange[] = [];
  readonly #told = new Set<string>();

  add(check: JsonSchemaCheck, place: Place, what: string, at: Span | undefined = place.at): void {
    const key = `${check} ${at?.[0] ?? place.path} ${what.slice(nameOf(place).length)}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.changes.push({ check, level: CHECKS[check], what, about: nameOf(place), ...(at ? { at } : {}) });
  }
}
