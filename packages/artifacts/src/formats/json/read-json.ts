import type { Span } from '@shipworthy/model';
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import type { RepositoryFile } from '../../repository-file.ts';
import type { DuplicateKey } from '../yaml/build.ts';
import type { ScalarEvent } from '../yaml/events.ts';
import { type YamlEntry, YamlMap, type YamlNode, YamlScalar, YamlSeq } from '../yaml/index.ts';
import { MAX_DEPTH, type YamlProblem } from '../yaml/read.ts';

/** What a text of JSON holds, with positions; the nodes are those of YAML, which contains JSON. */
export interface JsonDocument {
  readonly root?: YamlNode;
  readonly duplicateKeys: readonly DuplicateKey[];
  /** The first fault only: what follows it is guesswork. */
  readonly problem?: YamlProblem;
}

/** A JSON file, parsed at most once. Never throws. Comments and trailing commas are read as JSON5's readers do. */
export function readJson(file: RepositoryFile): JsonDocument {
  return file.once(parseFile);
}

function parseFile(file: RepositoryFile): JsonDocument {
  return parseJson(file.text);
}

/** Faults in words that say what to look for. */
const FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word stands where a value in quotes belongs',
  InvalidNumberFormat: 'a number is not written as JSON writes numbers',
  PropertyNameExpected: 'a property name in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a brace is never closed',
  CloseBracketExpected: 'a bracket is never closed',
  EndOfFileExpected: 'text follows after the end of the value',
  UnexpectedEndOfString: 'a string is never closed',
  InvalidCharacter: 'a control character stands in the text',
  InvalidEscapeCharacter: 'a string holds an unknown escape',
  InvalidUnicode: 'a string holds a broken unicode escape',
};

interface Open {
  readonly start: number;
  readonly map: boolean;
  readonly entries: YamlEntry[];
  readonly items: YamlNode[];
  readonly seen: Set<string>;
  key: { readonly text: string; readonly span: Span } | undefined;
  size: number;
}

/** The value of a JSON text. Spans are offsets into it. Never throws. */
export function parseJson(text: string): JsonDocument {
  const stack: Open[] = [];
  const duplicateKeys: DuplicateKey[] = [];
  let root: YamlNode | undefined;
  let problem: YamlProblem | undefined;

  const place = (node: YamlNode): void => {
    const parent = stack.at(-1);
    if (!parent) {
      root ??= node;
      return;
    }
    parent.size += node.size;
    if (!parent.map) parent.items.push(node);
    else if (parent.key) {
      const { text: key, span } = parent.key;
      if (parent.seen.has(key)) duplicateKeys.push({ key, at: span });
      parent.seen.add(key);
      parent.entries.push({ key, keySpan: span, value: node, merged: false });
      parent.key = undefined;
    }
  };
  const begin = (map: boolean) => (offset: number) => {
    stack.push({ start: offset, map, entries: [], items: [], seen: new Set(), key: undefined, size: 1 });
    if (stack.length <= MAX_DEPTH) return true;
    problem ??= { what: `nested more than ${MAX_DEPTH} levels deep`, at: [offset, offset + 1], effect: 'unseen' };
    return false;
  };
  const end = (offset: number, length: number): void => {
    const open = stack.pop();
    if (!open) return;
    const span: Span = [open.start, offset + length];
    place(
      open.map
        ? new YamlMap(span, undefined, open.size, open.entries)
        : new YamlSeq(span, undefined, open.size, open.items),
    );
  };
  const visitor: JSONVisitor = {
    onObjectBegin: begin(true),
    onArrayBegin: begin(false),
    onObjectEnd: end,
    onArrayEnd: end,
    onObjectProperty(key, offset, length) {
      const open = stack.at(-1);
      if (open) open.key = { text: key, span: [offset, offset + length] };
    },
    onLiteralValue: (value, offset, length) => place(scalarAt(text, offset, length, typeof value === 'string')),
    onError(error, offset, length) {
      const what = FAULTS[printParseErrorCode(error)] ?? 'is not JSON';
      problem ??= { what, at: [offset, Math.max(offset + length, offset + 1)], effect: 'broken' };
    },
  };
  visit(text, visitor, { allowTrailingComma: true, disallowComments: false });
  return { ...(root === undefined ? {} : { root }), duplicateKeys, ...(problem === undefined ? {} : { problem }) };
}

/** JSON's scalars are YAML's: strings in double quotes, the rest plain. */
function scalarAt(text: string, offset: number, length: number, quoted: boolean): YamlScalar {
  const event: ScalarEvent = {
    type: 4,
    valueStart: quoted ? offset + 1 : offset,
    valueEnd: quoted ? offset + length - 1 : offset + length,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tagEnd: -1,
    style: quoted ? 3 : 1,
    chomping: 1,
    indent: 0,
    fast: false,
  };
  return new YamlScalar([offset, offset + length], undefined, text, event);
}
