import type { Span } from '../place.ts';

/** One record of a decision log: a decision that was taken, or a proposal of one. */
export interface DecisionRecordFacts {
  /** `record`: asks what was decided and why (ADR, MADR, Y-statement). `proposal`: a design that is put forward (KEP, RFC). */
  readonly form: 'record' | 'proposal';
  /** Folder of the log, without a folder for a status: `docs/adr`, `docs/proposals` of `docs/proposals-done`. '' is the root. */
  readonly log: string;
  /** Folder in which its number is unique: that of the file, or for `0012-x/README.md` the folder above. */
  readonly series: string;
  /** The number that its file or folder name begins with. Dates are none. */
  readonly number?: RecordNumber;
  /** The number that its first heading begins with: `# 12. Use Redis`, `# API-002: …`. */
  readonly headingNumber?: RecordNumber & { readonly at: Span };
  /** The folder that says a status: `proposals-done`, `rejected`. As written. */
  readonly statusFolder?: string;
  /** What the record says of its own standing, markup removed; at most 200 characters. Absent: says nothing. */
  readonly status?: { readonly text: string; readonly at: Span };
  /** `Date:` as written. */
  readonly date?: string;
  /** Other records it names as before, behind or beside it. */
  readonly references: readonly RecordReference[];
  /** Keys of records that the text names anywhere (`ADR-0012`, "ADR 12"); each once, in order. */
  readonly named: readonly string[];
  /** What prose says whatever its headings are: the first sentence part that shows it. */
  readonly says: {
    /** "we will", "chosen option", "in the context of … we decided". */
    readonly decision?: Span;
    /** "because", "in order to". */
    readonly reason?: Span;
    /** "instead of", "we considered", "trade-off", "constraint". */
    readonly limits?: Span;
    /** "roll back", "revisit", "one-way door". */
    readonly fallback?: Span;
  };
}

export interface RecordNumber {
  /** Prefix in lower case and digits without leading zeros: `12`, `api-2`. The prefixes `adr`, `rfc` and `kep` are dropped. */
  readonly key: string;
  /** As written: `0012`, `API-002`. */
  readonly text: string;
}

export interface RecordReference {
  readonly relation: 'supersedes' | 'superseded-by' | 'amends' | 'amended-by' | 'related';
  /** As written: `0012-use-redis.md`, `ADR-0012`, `TBD`. */
  readonly target: string;
  /** `page`: a link or path. `number`: of a record, its key in `key`. `name`: the file name of a record without folder. */
  readonly form: 'page' | 'number' | 'name' | 'placeholder';
  readonly key?: string;
  /** The target, where it is written. */
  readonly at: Span;
}
