import { readTemplateYaml, type TemplateYaml } from '../../formats/template/index.ts';
import { RepositoryFile } from '../../repository-file.ts';
import { isKnownKind } from './object-table.ts';

/** Files longer than this mostly describe custom resources at length; only the documents that are asked for are parsed. */
const LONG_FILE = 48 * 1024;
const KIND = /^kind:[ \t]*["']?(\w+)/m;
const ANY_KIND = /^(?:- |[ \t]{0,4})?kind:[ \t]*["']?(\w+)/gm;
const SEPARATOR = /^---.*$/gm;

/** A line at the start of a document, or of an item of a list, names an object that says what runs where. */
export function namesObject(text: string): boolean {
  if (!text.includes('kind:')) return false;
  const inList = /^kind:[ \t]*["']?List\b/m.test(text);
  for (const match of text.matchAll(ANY_KIND))
    if (isKnownKind(match[1] ?? '') && (inList || match[0].startsWith('kind'))) return true;
  return false;
}

/** The documents of a manifest that are asked for, at their places in the file. */
export function manifestDocuments(file: RepositoryFile): TemplateYaml {
  if (file.text.length < LONG_FILE) return readTemplateYaml(file);
  return readTemplateYaml(new RepositoryFile(file.path, file.pathClass, withoutOthers(file.text)));
}

/** The text with the documents of other kinds blanked out, so that what is left keeps its place. */
function withoutOthers(text: string): string {
  const parts: string[] = [];
  let start = 0;
  for (const { index } of [...text.matchAll(SEPARATOR), { index: text.length }]) {
    const document = text.slice(start, index);
    const kind = KIND.exec(document)?.[1];
    const wanted = kind === undefined || kind === 'List' || isKnownKind(kind);
    parts.push(wanted ? document : document.replace(/[^\r\n]/g, ' '));
    start = index;
  }
  return parts.join('');
}
