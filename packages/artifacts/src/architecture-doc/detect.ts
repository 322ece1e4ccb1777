import type { DocumentFacts } from '@shipworthy/model';

export interface Detection {
  readonly confidence: number;
  readonly why: readonly string[];
}

const PATH_AND_CONTENT = 0.85;
const CONTENT_ALONE = 0.7;
const WORD = 'architecture|arkitektur|architektur|arquitectura|arquitetura|アーキテクチャ|架构|架構';
/** `ARCHITECTURE.md`, `system-architecture.md`, `architecture-overview.md`; `architecture-decisions.md` is about records. */
const NAMED = new RegExp(`(?:^|[-_. ])(?:${WORD})(?:[-_. ]|$)`, 'i');
const OTHER_NAME = /decision|adr|principle|guideline|checklist|review|proposal|template|rfc/i;
const FOLDER = /^(?:architecture|c4|arch|system[-_]?(?:design|architecture))$/i;
/** Below such a folder other things than the system's structure are kept in folders of their own. */
const OTHER_FOLDER =
  /^(?:adrs?|decisions?|decision[-_].*|architecture[-_]decision.*|rfcs?|proposals?|images?|img|assets)$/i;
const TITLE = new RegExp(
  `^(?:${WORD})(?:$|[\\s:.,–—-])|[\\s:–—-](?:${WORD})(?: overview| document| notes)?[\\s.)]*$`,
  'iu',
);
const TITLE_OTHER =
  /\b(?:decision|record|adr|principle|guideline|review|migration|multi-?arch|cpu|instruction set|arm64|amd64|working group|sig)s?\b/i;
/** Pages of other kinds, whatever their title. */
const OTHER_PAGE = /^(?:readme|security|contributing|changelog|code_of_conduct|agents|claude)$/i;
const ARTICLE = /(?:^|\/)(?:blog|blogs|_?posts|news)\//i;
const DESIGN_NAME = /^(?:(?:system|high[-_]?level|technical|software)[-_]?)?(?:design|overview)$/i;
const STRUCTURE_HEADING = new RegExp(
  `^(?:(?:system |high[- ]level |overall |software |general )?(?:${WORD})(?: overview| diagram)?|components|system (?:overview|components)|building blocks)$`,
  'iu',
);
/** Units of text below which a page is a stub. */
const MIN_TEXT = 400;
const MIN_TEXT_IN_FOLDER = 600;

/** Is the page about the system's structure? By its name or title, and because it says something. */
export function detectArchitecture(page: DocumentFacts, path: string): Detection | undefined {
  const segments = path.split('/');
  const stem = (segments.pop() ?? '').replace(/(?:\.html)?\.[a-z]+(?:\.erb)?$/i, '');
  const title = page.title ?? page.frontMatter.title ?? '';
  const size = textOf(page);
  const drawn = page.fences.some(({ language }) => /mermaid|plantuml|puml|dot/.test(language));
  if (segments.some((segment) => OTHER_FOLDER.test(segment)) || TITLE_OTHER.test(title)) return undefined;
  const says = size >= MIN_TEXT || drawn;
  if (NAMED.test(stem) && !OTHER_NAME.test(stem) && says) return found('the path says architecture', page, drawn);
  if (segments.some((segment) => FOLDER.test(segment)) && !OTHER_NAME.test(stem))
    return size >= MIN_TEXT_IN_FOLDER || drawn ? found('the folder says architecture', page, drawn) : undefined;
  if (OTHER_PAGE.test(stem) || ARTICLE.test(path)) return undefined;
  if (DESIGN_NAME.test(stem) && segments.length <= 2 && says && structured(page))
    return found('the path says design', page, drawn);
  if (TITLE.test(title) && says && structured(page))
    return { confidence: CONTENT_ALONE, why: ['the title says architecture', ...reasons(page, drawn)] };
  return undefined;
}

/** Units of text below headings; prose is not read on pages that no name or place tells apart. */
export const textOf = (page: DocumentFacts): number =>
  page.sections.reduce((sum, { body }) => sum + body[1] - body[0], 0);

const structured = (page: DocumentFacts): boolean =>
  page.sections.some(({ heading }, index) => index > 0 && STRUCTURE_HEADING.test(heading.replace(/^[\d.\s]+/, ''))) ||
  page.fences.some(({ language }) => /mermaid|plantuml|puml|dot/.test(language));

const found = (reason: string, page: DocumentFacts, drawn: boolean): Detection => ({
  confidence: PATH_AND_CONTENT,
  why: [reason, ...reasons(page, drawn)],
});

function reasons(page: DocumentFacts, drawn: boolean): string[] {
  const headings = page.sections.filter(({ level }) => level > 0).length;
  return [`${headings} headings`, ...(drawn ? ['a diagram'] : [])];
}
