/** What a route answers; objects are completed and validated before they are sent. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why GitHub's own description is wrong about this answer, which is then not held against it. */
  readonly differs?: string;
}

export const ok = (body: unknown, headers: Answer['headers'] = {}): Answer => ({ status: 200, body, headers });

/** An answer that says no, in the words GitHub uses. */
export function no(status: number, message: string, headers: Answer['headers'] = {}): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' }, headers };
}

export const notFound = (): Answer => no(404, 'Not Found');
export const forbidden = (): Answer => no(403, 'Resource not accessible by integration');
export const gone = (message: string): Answer => no(410, message);
export const invalid = (message: string): Answer => no(422, message);
