import type { FieldSpans, Span } from '../place.ts';

/** A `$ref` (or an import) that leads out of the file. */
export interface OuterReference {
  /** As written: `./paths/orders.yaml#/get`. */
  readonly target: string;
  readonly at: Span;
  /** Its target has a scheme (`https://`), so it is never looked at. */
  readonly remote?: true;
}

/** One way to call an HTTP API, or one exchange of an event-driven one. */
export interface OperationFacts {
  /** `get`, `post`...; for events `send`, `receive`, `publish`, `subscribe`. */
  readonly method: string;
  /** The path or channel, as written. */
  readonly path: string;
  readonly id?: string;
  readonly deprecated?: true;
  /** A date or extension that says when a deprecated operation goes away. */
  readonly sunset?: true;
  /** Status codes as written: `200`, `4XX`, `default`. */
  readonly responses: readonly string[];
  /** Responses come from another file, so that not all of them are known. */
  readonly responsesElsewhere?: true;
  /** What the operation itself says of `security`: nothing, none at all (`[]`, or `{}` among others), or a scheme. */
  readonly security: 'unsaid' | 'open' | 'secured';
  /** '' the whole operation, `method`, `responses`, `security`. */
  readonly spans: FieldSpans;
}

/** A path item, or a single operation of one, that stands in another file. */
export interface SplitPathFacts {
  readonly path: string;
  /** Of a single operation. */
  readonly method?: string;
  readonly target: string;
  readonly at: Span;
}

export interface SecuritySchemeFacts {
  readonly name: string;
  /** `http`, `apiKey`, `oauth2`...; undefined when it stands elsewhere. */
  readonly type?: string;
  readonly at: Span;
}
