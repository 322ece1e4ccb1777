import type { Span } from '@shipworthy/model';
import { parseEvents, YAMLException } from 'js-yaml';
import type { RepositoryFile } from '../../repository-file.ts';
import { type BuiltDocument, buildDocuments, type DuplicateKey } from './build.ts';
import { move } from './events.ts';
import type { YamlNode } from './node.ts';

/** Nesting of collections; deeper text is refused unread. */
export const MAX_DEPTH = 100;
/** Documents of one stream that may be broken before the rest is left unread. */
export const MAX_BROKEN_DOCUMENTS = 8;

/** Lines of quoted or bracketed values that may be indented too little before the rest is left unread. */
export const MAX_JOINED_LINES = 50;

export interface YamlProblem {
  /** One clause in plain language. */
  readonly what: string;
  readonly at: Span;
  /** `broken`: no parser reads it. `unseen`: others may, or it is legal and beyond a limit. */
  readonly effect: 'broken' | 'unseen';
}

export interface YamlDocument {
  readonly root: YamlNode;
  readonly duplicateKeys: readonly DuplicateKey[];
}

/** All documents of a stream that can be read; a broken one becomes a problem and hides no other. */
export interface YamlDocuments {
  readonly documents: readonly YamlDocument[];
  readonly problems: readonly YamlProblem[];
}

/** The documents of a YAML (or JSON) file, parsed at most once per file. Never throws. */
export function readYaml(file: RepositoryFile): YamlDocuments {
  return file.once(parseFile);
}

function parseFile(file: RepositoryFile): YamlDocuments {
  return parseYaml(file.text);
}

/** The documents of a text; spans are offsets into it. Never throws. */
export function parseYaml(text: string): YamlDocuments {
  const problems: YamlProblem[] = [];
  const built: BuiltDocument[] = [];
  let remaining = text;
  /** Before it every document is built. */
  let from = 0;
  let joined = 0;
  for (let attempt = 0; attempt <= MAX_BROKEN_DOCUMENTS; attempt++) {
    try {
      built.push(...documentsIn(remaining, from, remaining.length));
      return finished(built, problems);
    } catch (error) {
      const problem = problemFrom(error, text, from);
      const position = problem.at[0];
      const broken = documentAt(remaining, position);
      from = builtUpTo(remaining, from, broken.marker, built);
      const continued = problem.lenient && joined < MAX_JOINED_LINES ? joinedAt(remaining, position) : undefined;
      if (continued !== undefined) {
        remaining = continued;
        joined++;
        attempt--;
        continue;
      }
      const { what, at, effect } = problem;
      problems.push({ what, at, effect });
      const blanked = withoutDocument(remaining, broken);
      if (blanked === remaining) break;
      remaining = blanked;
    }
  }
  return { documents: [], problems };
}

/** @throws what the parser throws, its places counted from `from` */
function documentsIn(text: string, from: number, to: number): BuiltDocument[] {
  const events = parseEvents(text.slice(from, to), { maxDepth: MAX_DEPTH });
  for (const event of events) move(event, from);
  return buildDocuments(text, events);
}

/**
 * Builds what stands before a broken document, so that a long file is not read anew for each of its faults. Answers how far
 * is built.
 */
function builtUpTo(text: string, from: number, marker: number, built: BuiltDocument[]): number {
  if (marker <= from) return from;
  try {
    built.push(...documentsIn(text, from, marker));
    return marker;
  } catch {
    // Some faults (a null byte) are found before others that precede them, which are then met again.
    return from;
  }
}

function finished(built: readonly BuiltDocument[], problems: readonly YamlProblem[]): YamlDocuments {
  return {
    documents: built.flatMap(({ root, refused, duplicateKeys }) => (root && !refused ? { root, duplicateKeys } : [])),
    problems: [
      ...problems,
      ...built.flatMap(({ refused }) => (refused ? { ...refused, effect: 'unseen' as const } : [])),
    ],
  };
}

interface FoundProblem extends YamlProblem {
  /** Other parsers read on here. */
  readonly lenient?: boolean;
}

/** @param from where the text begins that was parsed */
function problemFrom(error: unknown, text: string, from: number): FoundProblem {
  if (!(error instanceof YAMLException)) return { what: 'cannot be read as YAML', at: [0, 0], effect: 'unseen' };
  const position = Math.min(from + (error.mark?.position ?? 0), text.length);
  const lineEnd = text.indexOf('\n', position);
  const at: Span = [position, lineEnd < 0 ? text.length : lineEnd];
  if (error.reason.startsWith('nesting exceeded'))
    return { what: `nested more than ${MAX_DEPTH} levels deep`, at, effect: 'unseen' };
  const lenient = isLenientElsewhere(error.reason, text, position);
  return { what: plainReason(error.reason), at, effect: lenient ? 'unseen' : 'broken', lenient };
}

/**
 * Against YAML 1.2, but read by libyaml and go-yaml, and so by what loads the file: inside quotes and brackets they look
 * at no indentation, only at document markers. What is still open at the end is broken for them too.
 */
function isLenientElsewhere(reason: string, text: string, position: number): boolean {
  if (reason !== 'deficient indentation' || position >= text.trimEnd().length) return false;
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return !/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(lineStart, lineStart + 4));
}

/**
 * The text, of equal length, with the line at `position` drawn to the end of the one before it, as parsers read it that
 * look at no indentation there. Undefined behind what may be a comment, which would take the line in.
 */
function joinedAt(text: string, position: number): string | undefined {
  const end = text.lastIndexOf('\n', position - 1);
  const start = text.lastIndexOf('\n', end - 1) + 1;
  if (end < 0 || /(?:^|\s)#/.test(text.slice(start, end))) return undefined;
  const from = text[end - 1] === '\r' ? end - 1 : end;
  return text.slice(0, from) + ' '.repeat(end + 1 - from) + text.slice(end + 1);
}

/** The parser's terse reasons in words that say what to look for; others pass as they are. */
const REASONS: Readonly<Record<string, string>> = {
  'deficient indentation': 'a line is indented less than the value it continues',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'a line has no colon, so it is neither a key nor part of a value',
  'end of the stream or a document separator is expected': 'text follows that belongs to nothing before it',
  'the stream contains non-printable characters': 'a control character stands in the text',
  'null byte is not allowed in input': 'a null byte stands in the text',
  'unexpected end of the stream within a double quoted scalar': 'a double quote is never closed',
  'unexpected end of the stream within a single quoted scalar': 'a single quote is never closed',
  'unexpected end of the stream within a flow collection': 'a bracket is never closed',
  'missed comma between flow collection entries': 'a comma is missing inside brackets',
  'tab characters must not be used in indentation': 'a tab is used as indentation',
};

function plainReason(reason: string): string {
  return REASONS[reason] ?? reason;
}

const MARKER = '---';

/** Does a document marker stand at the start of a line at `index`? */
function isMarker(text: string, index: number): boolean {
  return (
    text.startsWith(MARKER, index) &&
    (index === 0 || text[index - 1] === '\n') &&
    /^\s?$/.test(text[index + MARKER.length] ?? '')
  );
}

/** A document of a stream: its marker (0 when it has none), and its text behind that. */
interface Extent {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** The document that an error at `position` ends. */
function documentAt(text: string, position: number): Extent {
  let marker = position;
  // An error found at a marker (an unclosed quote) is the fault of the document before it.
  do marker = text.lastIndexOf(MARKER, marker - 1);
  while (marker > 0 && !isMarker(text, marker));
  const isMarked = marker >= 0 && isMarker(text, marker);
  let end = position;
  while (end >= 0 && end < text.length && !isMarker(text, end)) {
    end = text.indexOf('\n', end);
    if (end >= 0) end++;
  }
  return {
    marker: isMarked ? marker : 0,
    start: isMarked ? marker + MARKER.length : 0,
    end: end < 0 ? text.length : end,
  };
}

/** The text with a document blanked out, of equal length. */
const withoutDocument = (text: string, { start, end }: Extent): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
