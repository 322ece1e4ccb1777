import type { FactFault, ProtobufMessageFacts, Span } from '@shipworthy/model';

type Field = ProtobufMessageFacts['fields'][number];
/** Bounds of protoc: 2^29 - 1, and the range that the implementation keeps for itself. */
const MAX_NUMBER = 536_870_911;
const OWN_FIRST = 19_000;
const OWN_LAST = 19_999;

/** The fields of one message and what its compiler would refuse about their names and numbers. */
export class FieldNumbers {
  readonly #message: string;
  readonly fields: Field[] = [];
  readonly #places: { readonly number: Span; readonly name: Span }[] = [];
  readonly #ranges: (readonly [number, number])[] = [];
  readonly #names = new Set<string>();

  /** @param message with its scope, for what is said of it */
  constructor(message: string) {
    this.#message = message;
  }

  add(field: Field, number: Span, name: Span): void {
    this.fields.push(field);
    this.#places.push({ number, name });
  }

  /** Both ends included. */
  reserve(first: number, last: number): void {
    this.#ranges.push([first, last]);
  }

  reserveName(name: string): void {
    this.#names.add(name);
  }

  faults(): FactFault[] {
    const faults: FactFault[] = [];
    const byNumber = new Map<number, string>();
    const names = new Set<string>();
    for (const [index, { name, number }] of this.fields.entries()) {
      const places = this.#places[index];
      if (!places) continue;
      const refuse = (what: string, at: Span) => faults.push({ what, at, effect: 'refused' });
      const twin = byNumber.get(number);
      if (twin !== undefined)
        refuse(`'${name}' and '${twin}' of ${this.#message} have the same number ${number}`, places.number);
      byNumber.set(number, name);
      if (names.has(name)) refuse(`${this.#message} has the field '${name}' twice`, places.name);
      names.add(name);
      if (number < 1 || number > MAX_NUMBER || (number >= OWN_FIRST && number <= OWN_LAST))
        refuse(`'${name}' of ${this.#message} has the number ${number}, which no field can have`, places.number);
      if (this.#ranges.some(([first, last]) => number >= first && number <= last))
        refuse(`'${name}' of ${this.#message} uses the reserved number ${number}`, places.number);
      if (this.#names.has(name)) refuse(`${this.#message} uses the reserved name '${name}'`, places.name);
    }
    return faults;
  }
}
