import { createHash } from 'node:crypto';

/** A report as it was printed, with what it was made of. */
export interface KeptReport {
  /** JSON by which whoever kept it knows that nothing has changed since. */
  readonly seen: string;
  readonly text: string;
}

/**
 * The file: a header of one line with the build, the question that was answered and a checksum, then the JSON of what was
 * seen on one line, then the report.
 */
const FORMAT = 'shipworthy-report/1';
const LINE_FEED = 0x0a;
/** Far above any header that is written here. */
const MAX_HEADER = 512;

const checksum = (build: string, question: string, payload: Uint8Array): string =>
  createHash('sha256').update(`${build} ${question}\n`).update(payload).digest('base64url');

/** Undefined for whatever is not wholly as `encodeReportFile` made it for this build and question. */
export function decodeReportFile(bytes: Buffer, build: string, question: string): KeptReport | undefined {
  const end = bytes.indexOf(LINE_FEED);
  if (end < 0 || end > MAX_HEADER) return undefined;
  const payload = bytes.subarray(end + 1);
  const header = `${FORMAT} ${build} ${question} ${checksum(build, question, payload)}`;
  if (bytes.toString('latin1', 0, end) !== header) return undefined;
  const line = payload.indexOf(LINE_FEED);
  if (line < 0) return undefined;
  return { seen: payload.toString('utf8', 0, line), text: payload.toString('utf8', line + 1) };
}

/** The header and the rest. `build` and `question` hold no spaces, `seen` no line break. */
export function encodeReportFile(
  { seen, text }: KeptReport,
  build: string,
  question: string,
): readonly [Uint8Array, Uint8Array] {
  const payload = Buffer.from(`${seen}\n${text}`);
  return [Buffer.from(`${FORMAT} ${build} ${question} ${checksum(build, question, payload)}\n`), payload];
}
