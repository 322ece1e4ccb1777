import type { DocumentFacts } from '@shipworthy/model';
import { scanAsciiDoc } from '../formats/asciidoc/scan.ts';
import { scanMarkdown } from '../formats/markdown/scan.ts';
import { scanPlainText } from '../formats/plain-text/scan.ts';
import { scanRestructuredText } from '../formats/restructuredtext/scan.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { mayBeArtifact } from './may-be-artifact.ts';

/** Extensions of pages, lower case, without dot. */
export const PAGE_EXTENSIONS = ['md', 'markdown', 'mdx', 'rst', 'adoc', 'asciidoc'] as const;

const NAMED_PAGE = /(?:^|\/)(?:readme|runbook|authors)(?:\.(?:txt|org|text))?$|\.(?:md|markdown)\.erb$/i;

/** `0045-standardize-test-frameworks`: a record whose extension somebody forgot. */
const NUMBERED_PAGE = /(?:^|\/)\d{3,4}-[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/**
 * Pages by other names than their extension: a README or RUNBOOK without markup, Markdown behind a template engine, a
 * numbered record.
 */
export function isNamedPage(path: string): boolean {
  return NAMED_PAGE.test(path) || NUMBERED_PAGE.test(path);
}

/** The page in a file. Pass to `file.once`: document, runbook and readme read it together. */
export function pageOf(file: RepositoryFile): DocumentFacts {
  const name = file.baseName.toLowerCase();
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  switch (extension) {
    case 'mdx':
      return scanMarkdown(file.text, true, mayBeArtifact(file));
    case 'md':
    case 'markdown':
    case 'erb':
      return scanMarkdown(file.text, false, mayBeArtifact(file));
    case 'rst':
      return scanRestructuredText(file.text);
    case 'adoc':
    case 'asciidoc':
      return scanAsciiDoc(file.text);
    case '':
      if (NUMBERED_PAGE.test(name)) return scanMarkdown(file.text, false, mayBeArtifact(file));
      return scanPlainText(file.text, false);
    default:
      return scanPlainText(file.text, extension === 'org');
  }
}
