import type { Artifact } from '@shipworthy/model';
import { pageOf } from '../document/page-of.ts';
import { isManualPage } from '../formats/plain-text/scan.ts';
import { type KindModule, NEVER_OURS, type Parsed } from '../kind-module.ts';
import type { RepositoryFile } from '../repository-file.ts';
import { retirementIn } from './retirement.ts';
import { statedVersions } from './stated-versions.ts';

/** `README`, `Readme.md`, `README.workflows.adoc`: the name, then any words; which extension they end in is asked below. */
const README = /(?:^|\/)readme(?:[._-][\w.-]*\w)?$/i;
/**
 * `README.sh` is a script, `readme.go` a source file and `README.md.gotmpl` what a page is made of: after the words the
 * extension must be that of a page.
 */
const OTHER_EXTENSION =
  /\.(?:(?!md$|markdown$|mdx$|rst$|adoc$|asciidoc$|txt$|text$|org$)[a-z0-9]{1,5}|gotmpl|template|mustache|jinja2|liquid)$/i;

/** The path is that of a README. */
export function isReadmePath(path: string): boolean {
  return README.test(path) && !OTHER_EXTENSION.test(path.slice(path.lastIndexOf('/') + 1));
}

function parseReadme(file: RepositoryFile): Parsed<'readme'> {
  const page = file.once(pageOf);
  const stated = statedVersions(file.text);
  const retired = retirementIn(file.text, page.title ?? '');
  const artifact: Artifact<'readme'> = {
    kind: 'readme',
    path: file.path,
    pathClass: file.pathClass,
    level: 'parsed',
    confidence: 0.85,
    why: ['named README', `a page in ${page.format}`],
    id: file.path,
    ...(page.title ? { title: page.title } : {}),
    facts: {
      folder: file.folder,
      manualPage: page.format === 'plain' && isManualPage(file.text),
      ...(stated.length > 0 ? { stated } : {}),
      ...(retired ? { retired } : {}),
    },
  };
  return { artifacts: [artifact], problems: [] };
}

/** The page that speaks for a folder. */
export const readmeKind: KindModule<'readme'> = {
  kind: 'readme',
  factsVersion: 6,
  paths: { test: isReadmePath },
  notIn: NEVER_OURS,
  sniff: (file) => file.text.trim() !== '',
  load: async () => parseReadme,
};
