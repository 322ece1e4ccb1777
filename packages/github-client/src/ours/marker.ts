import { createHash } from 'node:crypto';

/** Which text of ours on GitHub it is, and what it says. */
export interface Marker {
  /** Of how the text is made. */
  readonly version: number;
  readonly key: string;
  /** Of the text behind the marker. */
  readonly hash: string;
}

/** What we keep at one place and bring up to date: the comment of a check, the issue of an organisation's report. */
export type Kept = 'summary' | 'organisation';

/** Raised when the marker itself changes its shape; texts of all earlier versions are still ours. */
export const MARKER_VERSION = 1;

/** Characters of a name that are written out. */
const MAX_KEY = 200;

/** Hex digits: texts of one place are told apart, nothing is protected by it. */
const HASH_LENGTH = 16;

const MARKER = /^<!-- shipworthy:([a-z]{1,20}):v(\d{1,3}) key=([^\s>]{1,300}) hash=([0-9a-f]{16}) -->/;

/** The first line of a text of ours. Nothing in it can end the comment of HTML before its time. */
export const markerLine = (kept: Kept, { version, key, hash }: Marker): string =>
  `<!-- shipworthy:${kept}:v${version} key=${key} hash=${hash} -->`;

/** Only at the very beginning: who quotes a text of ours, or talks about one, does not make another. */
export function markerOf(kept: Kept, body: string): Marker | undefined {
  const [, what, version, key, hash] = MARKER.exec(body) ?? [];
  if (what !== kept || version === undefined || key === undefined || hash === undefined) return undefined;
  return { version: Number(version), key, hash };
}

/** One text for each name, as of the audited folder of a repository; `.` is the whole. */
export function keyOf(name: string): string {
  if (name === '') return '.';
  // Lone surrogates have no UTF-8.
  const written = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
  return written.length <= MAX_KEY ? written : `sha256-${sha256(name)}`;
}

export const hashOf = (text: string): string => sha256(text).slice(0, HASH_LENGTH);

/** Whether the text behind a marker is the one of this hash. Another version of the text is another text. */
export const says = (marker: Marker, hash: string): boolean =>
  marker.version === MARKER_VERSION && marker.hash === hash;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
