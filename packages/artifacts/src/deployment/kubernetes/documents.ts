import type { Span } from '@shipworthy/model';
import { readTemplateYaml, type SourceText } from '../../formats/template/index.ts';
import type { YamlDocuments } from '../../formats/yaml/index.ts';
import { RepositoryFile } from '../../repository-file.ts';
import { isKnownKind } from './object-table.ts';

/** Longer files mostly describe custom resources at length: only the documents that are asked for are parsed. */
const LONG_FILE = 24 * 1024;
const FIELD = 'kind:';
const VALUE = /^[ \t]*["']?(\w+)/;
const LIST = 'List';
/** Longer names than any kind's. */
const MAX_NAME = 80;

/** Names an object that says what runs where: on a line of its own, or in an item of a list of objects. */
export function namesObject(file: RepositoryFile): boolean {
  return file.once(findObject);
}

function findObject({ text }: RepositoryFile): boolean {
  let inList = false;
  for (let at = text.indexOf(FIELD); at >= 0; at = text.indexOf(FIELD, at + FIELD.length)) {
    const atStart = at === 0 || text[at - 1] === '\n';
    if (!atStart && !inList) continue;
    const kind = kindAt(text, at);
    if (atStart && kind === LIST) inList = true;
    else if (isKnownKind(kind)) return true;
  }
  return false;
}

const kindAt = (text: string, field: number): string =>
  VALUE.exec(text.slice(field + FIELD.length, field + FIELD.length + MAX_NAME))?.[1] ?? '';

/** A part of a file: where it begins in the text that is parsed, and in the file. */
interface Part {
  readonly from: number;
  readonly inFile: number;
}

/** The documents of a manifest that are asked for, and how their offsets relate to the file. */
export function manifestDocuments(file: RepositoryFile): YamlDocuments & { readonly text: SourceText } {
  const { text, parts } = file.text.length < LONG_FILE ? { text: file.text, parts: [] } : wantedOf(file.text);
  const shorter = text === file.text ? file : new RepositoryFile(file.path, file.pathClass, text);
  const yaml = readTemplateYaml(shorter);
  const place = parts.length === 0 ? (span: Span) => span : placeIn(parts);
  return {
    documents: yaml.documents,
    problems: yaml.problems.map((problem) => ({ ...problem, at: place(problem.at) })),
    text: { original: text, parsed: yaml.text, level: yaml.level, unknown: yaml.unknown, place },
  };
}

const SEPARATOR = '\n---';

/** The documents of the kinds that are asked for, one after the other. */
function wantedOf(text: string): { readonly text: string; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  const kept: string[] = [];
  let length = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf(SEPARATOR, start);
    const end = next < 0 ? text.length : next + 1;
    const document = text.slice(start, end);
    const field = document.startsWith(FIELD) ? 0 : document.indexOf(`\n${FIELD}`) + 1;
    const kind = field === 0 && !document.startsWith(FIELD) ? undefined : kindAt(document, field);
    if (kind === undefined || kind === LIST || isKnownKind(kind)) {
      parts.push({ from: length, inFile: start });
      kept.push(document);
      length += document.length;
    }
    start = end;
  }
  return { text: kept.join(''), parts };
}

/** Offsets of the parts as offsets of the file. A span stays inside one document. */
function placeIn(parts: readonly Part[]): (span: Span) => Span {
  return ([start, end]) => {
    let low = 0;
    let high = parts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((parts[middle]?.from ?? 0) <= start) low = middle;
      else high = middle;
    }
    const part = parts[low];
    const shift = part ? part.inFile - part.from : 0;
    return [start + shift, end + shift];
  };
}
