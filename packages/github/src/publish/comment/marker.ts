import { createHash } from 'node:crypto';

/** Which comment is ours, and what it says. */
export interface Marker {
  /** Of how the text is made. */
  readonly version: number;
  readonly key: string;
  /** Of the text behind the marker. */
  readonly hash: string;
}

/** Raised when the marker itself changes its shape; comments of all earlier versions are still ours. */
export const MARKER_VERSION = 1;

/** Characters of a folder that are written out. */
const MAX_KEY = 200;

/** Hex digits: texts of one comment are told apart, nothing is protected by it. */
const HASH_LENGTH = 16;

const MARKER = /^<!-- shipworthy:summary:v(\d{1,3}) key=([^\s>]{1,300}) hash=([0-9a-f]{16}) -->/;

/** The first line of a comment of ours. Nothing in it can end the comment of HTML before its time. */
export const markerLine = ({ version, key, hash }: Marker): string =>
  `<!-- shipworthy:summary:v${version} key=${key} hash=${hash} -->`;

/** Only at the very beginning: who quotes a comment of ours, or talks about one, does not make another. */
export function markerOf(body: string): Marker | undefined {
  const [, version, key, hash] = MARKER.exec(body) ?? [];
  if (version === undefined || key === undefined || hash === undefined) return undefined;
  return { version: Number(version), key, hash };
}

/** One comment for each audited folder of a repository; `.` is the whole. */
export function keyOf(path: string): string {
  if (path === '') return '.';
  // Lone surrogates have no UTF-8.
  const written = encodeURIComponent(path.replace(/\p{Surrogate}/gu, '\ufffd'));
  return written.length <= MAX_KEY ? written : `sha256-${sha256(path)}`;
}

export const hashOf = (text: string): string => sha256(text).slice(0, HASH_LENGTH);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
