/** Half-open range of UTF-16 offsets into the decoded text of a file. */
export type Span = readonly [start: number, end: number];

/**
 * Where something is, kept as offsets until it is printed. Without `span`: the file as a whole.
 * `absent`: the file does not exist; `path` is then where it would be expected.
 */
export interface Place {
  readonly path: string;
  readonly span?: Span;
  readonly absent?: true;
}

/** Spans of the fields of an element, by dotted field path (`labels.severity`). `''` is the element itself. */
export type FieldSpans = Readonly<Record<string, Span>>;

/** The span of a field, or of the nearest enclosing field that has one. */
export function spanOf(spans: FieldSpans, field: string): Span | undefined {
  for (let key = field; ; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const span = spans[key];
    if (span) return span;
    if (key === '') return undefined;
  }
}

/** `at(['labels', 'severity'])` of an element in `path`: the symbolic place a rule reports. */
export function placeOf(path: string, spans: FieldSpans, field: readonly string[]): Place {
  const span = spanOf(spans, field.join('.'));
  return span ? { path, span } : { path };
}
